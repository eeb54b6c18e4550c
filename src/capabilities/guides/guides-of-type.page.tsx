import { Card, Link } from '../../ui/index.ts'

/** One of the guides released for a type of case file, as `guides.released_for` tells them. */
export interface ReleasedGuide {
  readonly id: string
  readonly title: string
  readonly unitAcronym: string
}

/** The guides released for the type of a case file, on its page (PES-023). Nothing where there are none. */
export function GuidesOfType({ guides, href }: { guides: readonly ReleasedGuide[]; href: (path: string) => string }) {
  if (guides.length === 0) return null
  return (
    <Card title="Base de conhecimento deste tipo de processo" icon="book" id="base-de-conhecimento">
      <ul>
        {guides.map(({ id, title, unitAcronym }) => (
          <li key={id}>
            <Link href={href(`/base-de-conhecimento/${id}`)} icon="book">
              {title}
            </Link>{' '}
            <span class="secondary">{unitAcronym}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
