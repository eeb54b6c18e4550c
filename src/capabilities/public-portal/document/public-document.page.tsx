import {
  addresses,
  Card,
  Day,
  DescriptionList,
  Link,
  Message,
  type PageContext,
  PublicShell,
  ReadAloud,
} from '../../../ui/index.ts'
import { FileView } from '../../documents/index.ts'
import { AuthenticityBox, SignatureStamps } from '../../signatures/index.ts'
import { publicAddresses } from '../addresses.ts'
import type { PublicDocument } from './find-public-document.ts'

interface PublicDocumentProps {
  readonly page: PageContext
  readonly document: PublicDocument
  readonly contentFrom: string | undefined
}

/** A public document with its signatures. Search engines are kept away from all of them (PP-27). */
export function PublicDocumentPage({ page, document, contentFrom }: PublicDocumentProps) {
  const name = [document.typeName, document.typeNumber, document.treeName].filter(Boolean).join(' ')
  const label = `${name} (${document.number})`
  return (
    <PublicShell
      page={page}
      title={label}
      hidden
      breadcrumb={[
        { label: 'Consulta de processos', href: publicAddresses.search },
        { label: document.caseNumber, href: publicAddresses.caseFile(document.caseDigits) },
        { label: document.number },
      ]}
    >
      <link rel="stylesheet" href={page.asset('document.css')} />
      <Card title="Dados do documento" icon="info" id="dados-do-documento">
        <DescriptionList items={dataOf(document, page.now)} />
      </Card>
      <Content page={page} document={document} label={label} contentFrom={contentFrom} />
      <SignatureStamps signatures={document.signatures} />
      <AuthenticityBox verification={document.verification} />
    </PublicShell>
  )
}

function Content({
  page,
  document,
  label,
  contentFrom,
}: {
  page: PageContext
  document: PublicDocument
  label: string
  contentFrom: string | undefined
}) {
  const { html, file, masked } = document
  if (!document.shown) {
    return (
      <Message kind="info" title="Conteúdo não disponível na consulta pública">
        <p>
          A consulta pública mostra o conteúdo de documentos a partir de <Day value={contentFrom ?? document.datedOn} />
          . Peça este documento ao órgão.
        </p>
      </Message>
    )
  }
  return (
    <article aria-label={label}>
      {masked ? (
        <Message kind="info">
          Números de CPF aparecem em parte: ***.456.789-**. O documento assinado não foi alterado.
        </Message>
      ) : null}
      {html === undefined ? null : <ReadAloud page={page} />}
      {html === undefined ? null : (
        // Every word of it was escaped when it was made from the closed schema; hiding digits adds no markup.
        <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: html }} />
      )}
      {file ? <FileView file={file} label={label} /> : null}
    </article>
  )
}

function dataOf(document: PublicDocument, now: Date) {
  const { publishedFrom, publicationStamp } = document
  const { origin, conferenceKindName, description } = document
  return [
    {
      term: 'Processo',
      description: (
        <>
          <Link href={publicAddresses.caseFile(document.caseDigits)}>{document.caseNumber}</Link> –{' '}
          {document.caseTypeName}
        </>
      ),
    },
    { term: 'Nº SEI', description: document.number },
    ...(description ? [{ term: 'Descrição', description }] : []),
    ...(publishedFrom && publishedFrom <= now
      ? [
          {
            term: 'Publicação',
            description: <Link href={`${addresses.bulletin}/documentos/${document.number}`}>{publicationStamp}</Link>,
          },
        ]
      : []),
    { term: 'Data do documento', description: <Day value={document.datedOn} /> },
    { term: 'Data de inclusão', description: <Day value={document.includedAt} /> },
    { term: 'Unidade', description: `${document.agencyAcronym}/${document.unitAcronym} – ${document.unitName}` },
    ...(origin
      ? [
          {
            term: 'Formato',
            description: origin === 'digitized' ? `Digitalizado (${conferenceKindName ?? ''})` : 'Nato-digital',
          },
        ]
      : []),
  ]
}
