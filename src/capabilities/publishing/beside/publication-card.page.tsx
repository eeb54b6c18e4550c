import { Card, Day, DescriptionList, Link, StatusTag } from '../../../ui/index.ts'
import { reasonNames, stateNames, stateTones, tellGazette } from '../publishing/publication.text.ts'
import type { Publication } from '../publishing/publication.ts'
import type { RelatedRow } from '../related/related.queries.ts'
import { tellRelation } from '../related/related.text.ts'

/** What is known of a publication. */
export function PublicationFacts({
  publication,
  boletimHref,
}: {
  publication: Publication
  boletimHref: string | undefined
}) {
  const { stage, on, extraordinary, gazette, vehicle } = publication
  const where = tellGazette(gazette)
  return (
    <DescriptionList
      items={[
        { term: 'Situação', description: <StatusTag tone={stateTones[stage]}>{stateNames[stage]}</StatusTag> },
        { term: 'Motivo', description: reasonNames[publication.reason] },
        ...(on
          ? [
              {
                term: 'Dia',
                description: <>{[<Day key="dia" value={on} />, extraordinary ? ', edição extraordinária' : '']}</>,
              },
            ]
          : []),
        { term: 'Resumo', description: publication.summary },
        ...(where ? [{ term: 'Diário', description: where }] : []),
        ...(gazette.date ? [{ term: 'Data do diário', description: <Day value={gazette.date} /> }] : []),
        ...(gazette.link
          ? [{ term: 'Na internet', description: <Link href={gazette.link}>{gazette.link}</Link> }]
          : []),
        ...(publication.endReason ? [{ term: 'Por quê', description: publication.endReason }] : []),
        { term: 'Por', description: `${publication.personName}, ${publication.unitAcronym}` },
        ...(boletimHref
          ? [{ term: 'Publicado em', description: <Link href={boletimHref}>{`Ver em ${vehicle.name}`}</Link> }]
          : []),
      ]}
    />
  )
}

interface StampProps {
  /** Undefined until its day has come. */
  readonly stamp: string | undefined
  readonly boletimHref: string | undefined
  readonly publicationHref: string | undefined
}

/** Beside a document: its stamp, or that it is on its way. */
export function StampCard({ stamp, boletimHref, publicationHref }: StampProps) {
  return (
    <Card title="Publicação" icon="gazette" id="publicacao">
      <p>{stamp ?? 'O documento está a caminho da publicação. Até lá nada dele muda.'}</p>
      {boletimHref ? (
        <p>
          <Link href={boletimHref}>Ler no boletim</Link>, com o que se publicou depois sobre ele.
        </p>
      ) : null}
      {publicationHref ? (
        <p>
          <Link href={publicationHref}>Dados da publicação</Link>
        </p>
      ) : null}
    </Card>
  )
}

/** Beside a document that could be published: what is missing, and who does it. */
export function UnpublishedCard({
  sentence,
  publishHref,
}: {
  readonly sentence: string
  readonly publishHref: string | undefined
}) {
  return (
    <Card title="Publicação" icon="gazette" id="publicacao">
      <p>{sentence}</p>
      {publishHref ? (
        <p>
          <Link href={publishHref}>Publicar</Link>
        </p>
      ) : null}
    </Card>
  )
}

/** What a document was made of, and what was made of it (DOC-104, DOC-106). */
export function RelatedDocuments({
  related,
  documentHref,
}: {
  related: readonly RelatedRow[]
  documentHref: (number: string) => string
}) {
  if (related.length === 0) return null
  return (
    <Card title="Documentos relacionados" icon="link" id="relacionados">
      <ul>
        {related.map((row) => (
          <li key={row.id}>
            {tellRelation(row)}:{' '}
            <Link href={documentHref(row.number)}>
              {[row.typeName, row.typeNumber, `(${row.number})`].filter(Boolean).join(' ')}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
