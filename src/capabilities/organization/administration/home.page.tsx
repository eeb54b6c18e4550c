import { Card, Grid, type IconName, Link, type PageContext, Shell } from '../../../ui/index.ts'
import { adminHref } from './administration.page.tsx'

export interface AdministrationSection {
  readonly path: string
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
      breadcrumb={[{ label: 'Mesa', href: `/em/${page.actor?.unit.slug ?? ''}/mesa` }, { label: 'Administração' }]}
    >
      <Grid min="medium">
        {sections.map(({ path, title, icon, text }) => (
          <Card
            key={path}
            title={
              <Link href={adminHref(page, path)} icon={icon}>
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
