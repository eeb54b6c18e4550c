import {
  CaseNumber,
  DateTime,
  EmptyState,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import type { DocumentToSign } from './list.queries.ts'
import { bundlesPerPage } from './list-filter.ts'

interface DocumentsToSignProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  /** One more than a page holds, where there are further ones. */
  readonly documents: readonly DocumentToSign[]
  readonly unsignedOnly: boolean
  readonly number: number
}

/** All that signature bundles have brought to the unit, in whichever bundle it lies. */
export function DocumentsToSignPage({ page, href, documents, unsignedOnly, number }: DocumentsToSignProps) {
  const title = 'Documentos para assinar'
  const shown = documents.slice(0, bundlesPerPage)
  const address = (unsigned: boolean, at: number) => {
    const query = new URLSearchParams()
    if (unsigned) query.set('so', 'sem-minha-assinatura')
    if (at > 1) query.set('pagina', String(at))
    return href(`/blocos/documentos${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <Shell
      page={page}
      title={title}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href('/blocos') },
        { label: title },
      ]}
      lead={<p>Documentos que outras unidades disponibilizaram a esta em blocos de assinatura.</p>}
    >
      <Tabs
        label={title}
        items={[
          { href: address(false, 1), label: 'Todos', current: !unsignedOnly },
          { href: address(true, 1), label: 'Sem a minha assinatura', current: unsignedOnly },
        ]}
      />
      <Table<DocumentToSign>
        id="documentos"
        caption={title}
        captionHidden
        rows={shown}
        rowKey={({ number: key, bundleNumber }) => `${key}-${bundleNumber}`}
        empty={
          <EmptyState title="Nenhum documento para assinar" icon="bundle">
            Quando outra unidade disponibilizar um bloco de assinatura a esta, os documentos aparecem aqui.
          </EmptyState>
        }
        columns={[
          {
            key: 'documento',
            header: 'Documento',
            rowHeader: true,
            width: 'wide',
            cell: (row) => (
              <>
                <Link href={href(`/documentos/${row.number}`)}>
                  {row.label} ({row.number})
                </Link>{' '}
                {row.unsigned ? <StatusTag tone="warning">Sem a sua assinatura</StatusTag> : null}
              </>
            ),
          },
          {
            key: 'processo',
            header: 'Processo',
            width: 'narrow',
            cell: (row) => <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />,
          },
          {
            key: 'bloco',
            header: 'Bloco',
            width: 'narrow',
            cell: ({ bundleNumber }) =>
              bundleNumber ? <Link href={href(`/blocos/${bundleNumber}`)}>{bundleNumber}</Link> : '',
          },
          {
            key: 'desde',
            header: 'Desde',
            width: 'narrow',
            cell: ({ since }) => <DateTime value={since} now={page.now} />,
          },
        ]}
      />
      <FormActions>
        {number > 1 ? (
          <LinkButton href={address(unsignedOnly, number - 1)} icon="chevronLeft">
            Mais novos
          </LinkButton>
        ) : null}
        {documents.length > bundlesPerPage ? (
          <LinkButton href={address(unsignedOnly, number + 1)} icon="chevronRight">
            Mais antigos
          </LinkButton>
        ) : null}
      </FormActions>
    </Shell>
  )
}
