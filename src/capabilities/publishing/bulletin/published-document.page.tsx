import { Card, Day, DescriptionList, Link, type PageContext, PublicShell } from '../../../ui/index.ts'
import { AuthenticityBox, SignatureStamps } from '../../signatures/index.ts'
import { brazilian, reasonNames, tellGazette } from '../publishing/publication.text.ts'
import { tellRelation } from '../related/related.text.ts'
import { bulletinTitle, publishedHref } from './bulletin.page.tsx'
import type { PublishedDocument } from './find-published.ts'

/** A published document as anybody reads it: its text, its signatures, and how to check it. */
export function PublishedDocumentPage({ page, document }: { page: PageContext; document: PublishedDocument }) {
  const label = [document.typeName, document.typeNumber, `(${document.number})`].filter(Boolean).join(' ')
  return (
    <PublicShell
      page={page}
      title={label}
      breadcrumb={[
        { label: bulletinTitle, href: '/boletim' },
        { label: `Edição de ${brazilian(document.on)}`, href: `/boletim?data=${document.on}` },
        { label: document.number },
      ]}
    >
      <link rel="stylesheet" href={page.asset('document.css')} />
      <Card title="Publicação" icon="gazette" id="publicacao">
        <DescriptionList items={factsOf(document)} />
        <Related document={document} />
      </Card>
      <article aria-label={label}>
        {/* Every word of it was escaped when it was made from the closed schema. */}
        <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: document.html }} />
      </article>
      <SignatureStamps signatures={document.signatures} />
      <AuthenticityBox verification={document.verification} />
    </PublicShell>
  )
}

function factsOf(document: PublishedDocument) {
  const { gazette, gazetteEdition: edition, gazetteSection: section, gazettePage, gazetteDate, gazetteLink } = document
  const where = tellGazette({ gazette, edition, section, page: gazettePage })
  return [
    { term: 'Veículo', description: `${document.vehicleName} (${document.vehicleAcronym})` },
    {
      term: 'Dia',
      description: (
        <>
          <Day value={document.on} />
          {document.extraordinary ? ', edição extraordinária' : ''}
        </>
      ),
    },
    { term: 'Motivo', description: reasonNames[document.reason] },
    { term: 'Resumo', description: document.summary },
    { term: 'Unidade', description: `${document.agencyAcronym}/${document.unitAcronym} – ${document.unitName}` },
    ...(where ? [{ term: 'Diário', description: where }] : []),
    ...(gazetteDate ? [{ term: 'Data do diário', description: <Day value={gazetteDate} /> }] : []),
    ...(gazetteLink ? [{ term: 'Na internet', description: <Link href={gazetteLink}>{gazetteLink}</Link> }] : []),
  ]
}

function Related({ document }: { document: PublishedDocument }) {
  if (document.related.length === 0) return null
  return (
    <ul>
      {document.related.map((row) => (
        <li key={row.number}>
          {tellRelation(row)}:{' '}
          <Link href={publishedHref(row.number)}>
            {[row.typeName, row.typeNumber, `(${row.number})`].filter(Boolean).join(' ')}
          </Link>
          , de <Day value={row.on} />
        </li>
      ))}
    </ul>
  )
}
