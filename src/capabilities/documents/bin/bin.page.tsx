import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  DateTime,
  Day,
  EmptyState,
  Form,
  FormActions,
  type FormError,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import type { BinItem } from './recover-document.ts'

interface FrameProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
}

interface BinPageProps extends FrameProps {
  readonly rows: readonly BinItem[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly days: number
  readonly result: ActResult | undefined
}

export function BinPage({ page, href, rows, total, days, ...props }: BinPageProps) {
  return (
    <Shell
      page={page}
      title="Lixeira da unidade"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Lixeira' }]}
      lead={`Documentos que esta unidade excluiu. Cada um pode ser recuperado por ${formatCount(days, 'dia', 'dias')} depois da exclusão.`}
    >
      <ActResultMessage result={props.result} />
      <Table
        id="lixeira"
        caption={formatCount(total, 'documento excluído', 'documentos excluídos')}
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          {
            key: 'documento',
            header: 'Documento',
            rowHeader: true,
            width: 'wide',
            cell: ({ number, label }) => <Link href={href(`/lixeira/${number}`)}>{label}</Link>,
          },
          {
            key: 'processo',
            header: 'Processo',
            cell: ({ caseNumber, caseDigits }) => (
              <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} />
            ),
          },
          {
            key: 'excluido',
            header: 'Excluído',
            cell: ({ deletedAt, deletedBy }) => (
              <>
                <DateTime value={deletedAt} now={page.now} /> <span class="secondary">por {deletedBy}</span>
              </>
            ),
          },
          { key: 'ate', header: 'Recuperável até', cell: ({ until }) => <Day value={until} /> },
        ]}
        empty={
          <EmptyState title="A lixeira está vazia" icon="remove">
            <p>Nenhum documento excluído por esta unidade pode ser recuperado agora.</p>
          </EmptyState>
        }
      />
      {props.pageCount > 1 ? (
        <Pagination
          label="Documentos excluídos"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => href(`/lixeira?pagina=${number}`)}
          total={formatCount(total, 'documento', 'documentos')}
        />
      ) : null}
    </Shell>
  )
}

interface BinDocumentProps extends FrameProps {
  readonly document: Document
  readonly html: string | undefined
  readonly problems: readonly FormError[]
}

/** A deleted document: its content, to be copied or brought back. */
export function BinDocumentPage({ page, formKeys, href, document, html, problems }: BinDocumentProps) {
  const label = documentLabel(document)
  const at = href(`/lixeira/${document.number}`)
  return (
    <Shell
      page={page}
      title={`${label}, na lixeira`}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Lixeira', href: href('/lixeira') }, { label }]}
      hasErrors={problems.length > 0}
    >
      <DocumentStyle page={page} />
      <Message kind="warning" title="Documento excluído">
        <p>
          Era do processo {document.caseFile.number}. Ninguém fora desta unidade o vê. Recuperado, volta à árvore no
          lugar em que estava.
        </p>
      </Message>
      <Form {...formKeys} action={`${at}/recuperacao`} id="recuperacao" errors={problems}>
        <FormActions>
          <Button kind="primary" icon="undo">
            Recuperar documento
          </Button>
          {document.file ? (
            <LinkButton icon="download" href={`${at}/arquivo`} download>
              Baixar {document.file.fileName}
            </LinkButton>
          ) : null}
          <LinkButton kind="quiet" href={href('/lixeira')}>
            Voltar à lixeira
          </LinkButton>
        </FormActions>
      </Form>
      {html === undefined ? null : (
        <article class="document-reading" aria-label={label}>
          {/* Every word of it was escaped when it was made from the closed schema. */}
          <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: html }} />
        </article>
      )}
    </Shell>
  )
}
