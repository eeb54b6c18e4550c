import { Card, Grid, type IconName, Link, type PageContext, Shell, Stack } from '../../../ui/index.ts'
import { adminHref } from './administration.page.tsx'
import type { SectionGroup } from './sections.ts'

export interface AdministrationSection {
  readonly path: string
  readonly beside?: boolean
  readonly title: string
  readonly icon: IconName
  readonly text: string
  readonly group: SectionGroup
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
      <Stack gap="large">
        {groupsOf(sections).map(([group, members]) => (
          <section key={group} aria-label={group}>
            <Stack>
              <h2>{group}</h2>
              <Grid min="medium">
                {members.map((section) => (
                  <SectionCard key={section.path} page={page} section={section} />
                ))}
              </Grid>
            </Stack>
          </section>
        ))}
      </Stack>
    </Shell>
  )
}

function SectionCard({ page, section }: { page: PageContext; section: AdministrationSection }) {
  const { path, beside, title, icon, text } = section
  return (
    <Card
      level={3}
      title={
        <Link href={beside ? unitHref(page, path) : adminHref(page, path)} icon={icon}>
          {title}
        </Link>
      }
    >
      <p>{text}</p>
    </Card>
  )
}

/** Kin under one heading, in the order in which they come. */
function groupsOf(sections: readonly AdministrationSection[]): [SectionGroup, readonly AdministrationSection[]][] {
  const names = [...new Set(sections.map(({ group }) => group))]
  return names.map((name) => [name, sections.filter(({ group }) => group === name)])
}

function unitHref(page: PageContext, path: string): string {
  return `/em/${page.actor?.unit.slug ?? ''}${path}`
}
