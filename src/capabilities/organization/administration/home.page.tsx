import { Card, Grid, type IconName, Link, type PageContext, Shell } from '../../../ui/index.ts'
import { adminHref } from './administration.page.tsx'

export interface AdministrationSection {
  readonly path: string
  readonly beside?: boolean
  readonly title: string
  readonly icon: IconName
  readonly text: string
}

/** The first page of the administration: what this person may keep from this unit. */
export function AdministrationHomePage({
  page,
  sections,
}: {
  page: PageContext
  sections: readonly AdministrationSection[]
}) {
  return (
    <Shell
      page={page}
      title="Administração"
      lead="O que você mantém a partir desta unidade."
      breadcrumb={[{ label: 'Mesa', href: unitHref(page, '/mesa') }, { label: 'Administração' }]}
    >
      <Grid min="medium">
        {sections.map(({ path, beside, title, icon, text }) => (
          <Card
            key={path}
            title={
              <Link href={beside ? unitHref(page, path) : adminHref(page, path)} icon={icon}>
                {title}
              </Link>
            }
          >
            <p>{text}</p>
          </Card>
        ))}
      </Grid>
    </Shell>
  )
}

function unitHref(page: PageContext, path: string): string {
  return `/em/${page.actor?.unit.slug ?? ''}${path}`
}
