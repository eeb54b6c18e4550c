import {
  Card,
  CopyButton,
  Day,
  DescriptionList,
  EmptyState,
  Link,
  type PageContext,
  Pagination,
  PublicShell,
  Table,
  Timeline,
} from '../../../ui/index.ts'
import { SearchStyle } from '../../search/index.ts'
import { publicAddresses } from '../addresses.ts'
import type { PublicCase } from './find-public-case.ts'
import type { ListedDocumentRow } from './public-case.queries.ts'

interface PublicCaseProps {
  readonly page: PageContext
  readonly caseFile: PublicCase
  readonly hidden: boolean
  readonly contentFrom: string | undefined
}

/** A case file as anybody may see it (PP-21). */
export function PublicCasePage({ page, caseFile, hidden, contentFrom }: PublicCaseProps) {
  return (
    <PublicShell
      page={page}
      title={`Processo ${caseFile.number}`}
      heading={
        <>
          Processo <span class="nowrap">{caseFile.number}</span>
        </>
      }
      lead={caseFile.typeName}
      hidden={hidden}
      breadcrumb={[{ label: 'Consulta de processos', href: publicAddresses.search }, { label: caseFile.number }]}
    >
      <SearchStyle page={page} />
      <Card title="Dados do processo" icon="caseFile" id="dados">
        <DescriptionList items={dataOf(caseFile)} />
      </Card>
      <Documents caseFile={caseFile} contentFrom={contentFrom} />
      <Movements caseFile={caseFile} />
    </PublicShell>
  )
}

function dataOf(caseFile: PublicCase) {
  const { number, digits, summary, parties, principalNumber, principalDigits } = caseFile
  const item = (term: string, description: preact.ComponentChildren, when: unknown = true) =>
    when ? [{ term, description }] : []
  return [
    ...item(
      'Número',
      <>
        {number} <CopyButton text={number} what="o número do processo" />
      </>,
    ),
    ...item('Tipo', caseFile.typeName),
    ...item('Especificação', summary, summary),
    ...item('Data de autuação', <Day value={caseFile.filedOn} />),
    ...item('Órgão', `${caseFile.agencyAcronym} – ${caseFile.agencyName}`),
    ...item('Unidade de origem', `${caseFile.unitAcronym} – ${caseFile.unitName}`),
    ...item('Interessados', <ListOf items={parties} />, parties.length > 0),
    ...item('Onde está', <Places caseFile={caseFile} />),
    ...item(
      'Anexado ao processo',
      <Link href={publicAddresses.caseFile(principalDigits ?? digits)}>{principalNumber}</Link>,
      principalDigits,
    ),
  ]
}

function ListOf({ items }: { items: readonly string[] }) {
  if (items.length === 1) return <>{items[0]}</>
  return (
    <ul>
      {items.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

function Places({ caseFile: { places } }: { caseFile: PublicCase }) {
  if (places.length === 0) return <>Concluído em todas as unidades.</>
  return (
    <ul>
      {places.map(({ acronym, name, since }) => (
        <li key={`${acronym}${since}`}>
          <strong>{acronym}</strong> – {name}, desde <Day value={new Date(since)} />
        </li>
      ))}
    </ul>
  )
}

function Documents({ caseFile, contentFrom }: Pick<PublicCaseProps, 'caseFile' | 'contentFrom'>) {
  const { documents, digits, movements } = caseFile
  return (
    <section aria-labelledby="titulo-dos-documentos">
      <h2 id="titulo-dos-documentos">Documentos</h2>
      <p class="public-note secondary">
        Aparecem os documentos públicos, assinados ou recebidos. Minutas, documentos restritos e documentos cancelados
        não são mostrados.
      </p>
      <Table<ListedDocumentRow>
        id="documentos"
        caption="Documentos públicos do processo"
        captionHidden
        rows={documents.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Nenhum documento público" icon="document">
            <p>Este processo ainda não tem documento que possa ser mostrado aqui.</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'documento',
            header: 'Documento',
            rowHeader: true,
            width: 'wide',
            cell: (row) => <Name row={row} contentFrom={contentFrom} />,
          },
          { key: 'data', header: 'Data', cell: (row) => <Day value={row.datedOn} /> },
          { key: 'inclusao', header: 'Inclusão', cell: (row) => <Day value={row.includedAt} /> },
          { key: 'unidade', header: 'Unidade', cell: (row) => row.unitAcronym },
        ]}
      />
      <Pagination
        label="documentos"
        page={documents.page}
        pageCount={documents.pageCount}
        href={(page) => `${publicAddresses.caseFile(digits)}?documentos=${page}&andamentos=${movements.page}`}
      />
    </section>
  )
}

function Name({ row, contentFrom }: { row: ListedDocumentRow; contentFrom: string | undefined }) {
  const name = [row.typeName, row.typeNumber, row.treeName, `(${row.number})`].filter(Boolean).join(' ')
  if (row.shown) return <Link href={publicAddresses.document(row.number)}>{name}</Link>
  return (
    <>
      {name}{' '}
      <span class="secondary">
        (conteúdo anterior a <Day value={contentFrom ?? row.datedOn} />, disponível somente no órgão)
      </span>
    </>
  )
}

function Movements({ caseFile }: { caseFile: PublicCase }) {
  const { movements, digits, documents } = caseFile
  return (
    <section aria-labelledby="titulo-dos-andamentos">
      <h2 id="titulo-dos-andamentos">Andamentos</h2>
      <Timeline
        label="Andamentos do processo"
        events={movements.rows.map(({ id, at, text, unit }) => ({ id, at, text, unit }))}
      />
      <Pagination
        label="andamentos"
        page={movements.page}
        pageCount={movements.pageCount}
        href={(page) => `${publicAddresses.caseFile(digits)}?documentos=${documents.page}&andamentos=${page}`}
      />
    </section>
  )
}
