import {
  type Column,
  DateTime,
  LevelTag,
  Link,
  type PageContext,
  Pen,
  type PenKind,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { documentLabel, penToShow } from '../../documents/index.ts'
import type { Bundle } from '../bundle.ts'
import { itemLabel } from '../items/item-acts.page.tsx'
import type { BundleItem } from '../items/items-of.ts'

export interface ItemTableProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly bundle: Bundle
  readonly items: readonly BundleItem[]
  readonly marked: ReadonlySet<string>
  readonly mayAnnotate: boolean
}

/** What is in the bundle: documents with who signed them (BLO-025), or case files. */
export function ItemTable(props: ItemTableProps) {
  const { bundle, items, marked } = props
  if (items.length === 0) return null
  return (
    <Table
      id="itens"
      caption={bundle.kind === 'signature' ? 'Documentos do bloco' : 'Processos do bloco'}
      rows={items}
      rowKey={({ id }) => id}
      selection={{
        name: 'item',
        value: ({ id }) => id,
        label: itemLabel,
        checked: ({ id }) => marked.has(id),
        form: 'selecao',
      }}
      columns={bundle.kind === 'signature' ? documentColumns(props) : caseColumns(props)}
    />
  )
}

function documentColumns(props: ItemTableProps): Column<BundleItem>[] {
  const { href, bundle } = props
  return [
    {
      key: 'document',
      header: 'Documento',
      rowHeader: true,
      cell: (item) =>
        item.document ? (
          <>
            <Link href={href(`/blocos/${bundle.number}/itens/${item.id}`)}>{documentLabel(item.document)}</Link>
            <div class="signs">
              <Pen kind={penToShow(item.document) as PenKind} />
              {item.document.state === 'cancelled' ? <Tag tone="danger">Cancelado</Tag> : null}
            </div>
          </>
        ) : (
          itemLabel(item)
        ),
    },
    {
      key: 'case',
      header: 'Processo',
      width: 'narrow',
      cell: ({ caseFile }) =>
        caseFile ? <Link href={href(`/processos/${caseFile.digits}`)}>{caseFile.number}</Link> : '—',
    },
    {
      key: 'signatures',
      header: 'Assinaturas',
      cell: ({ signatures }) =>
        signatures.length === 0
          ? 'Nenhuma'
          : signatures.map(({ id, signerName, capacity }) => (
              <div key={id}>
                {signerName} <span class="secondary">{capacity}</span>
              </div>
            )),
    },
    annotationColumn(props),
  ]
}

function caseColumns(props: ItemTableProps): Column<BundleItem>[] {
  const { href } = props
  return [
    {
      key: 'case',
      header: 'Processo',
      rowHeader: true,
      width: 'narrow',
      cell: (item) =>
        item.caseFile ? (
          <>
            <Link href={href(`/processos/${item.caseFile.digits}`)}>{item.caseFile.number}</Link>
            <div class="signs">
              <LevelTag level={item.caseFile.effectiveLevel} unlessPublic />
            </div>
          </>
        ) : (
          itemLabel(item)
        ),
    },
    {
      key: 'summary',
      header: 'Tipo e especificação',
      width: 'wide',
      cell: ({ caseFile }) =>
        caseFile ? (
          <>
            {caseFile.typeName}
            {caseFile.summary ? <div class="secondary">{caseFile.summary}</div> : null}
          </>
        ) : (
          '—'
        ),
    },
    annotationColumn(props),
  ]
}

function annotationColumn({ page, href, bundle, mayAnnotate }: ItemTableProps): Column<BundleItem> {
  return {
    key: 'annotation',
    header: 'Anotações',
    cell: (item) => (
      <>
        {item.annotations.map(({ unitId, unitAcronym, text, by, at }) => (
          <div key={unitId}>
            {text}{' '}
            <span class="secondary">
              {by}, {unitAcronym}, <DateTime value={new Date(at)} now={page.now} />
            </span>
          </div>
        ))}
        {mayAnnotate ? (
          <Link href={href(`/blocos/${bundle.number}/itens/${item.id}/anotacao`)}>
            Anotar<span class="visually-hidden"> {itemLabel(item)}</span>
          </Link>
        ) : item.annotations.length === 0 ? (
          '—'
        ) : null}
      </>
    ),
  }
}
