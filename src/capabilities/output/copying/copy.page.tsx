import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  type FormError,
  formatBytes,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  ProgressBar,
  Shell,
} from '../../../ui/index.ts'
import { copyTitle, progressWords } from './copy.text.ts'
import type { Copy } from './find-copy.ts'

export interface CopyPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly copy: Copy
  /** Of this page. */
  readonly self: string
  readonly caseHref: string
  readonly errors: readonly FormError[]
}

/** One copy: how far it is, the file when it is ready, or why there is none. */
export function CopyPage(props: CopyPageProps) {
  const { page, copy } = props
  const { row, caseFile } = copy
  const title = copyTitle(row.kind, caseFile.number)
  const unfinished = row.state === 'queued' || row.state === 'working'
  return (
    <Shell
      page={page}
      title={title}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.errors.length > 0}
      islands={unfinished ? ['export-progress.js'] : undefined}
    >
      {unfinished ? <Unfinished {...props} /> : null}
      {row.state === 'ready' && copy.stillAllowed ? <Ready {...props} /> : null}
      {row.state === 'ready' && !copy.stillAllowed ? <Withdrawn caseHref={props.caseHref} /> : null}
      {row.state === 'failed' ? <Failed {...props} /> : null}
      <p>
        <LinkButton kind="quiet" href={props.caseHref}>
          Voltar ao processo
        </LinkButton>
      </p>
    </Shell>
  )
}

/** Without script the page asks again by itself; with it, the island asks and moves the bar. */
function Unfinished({ copy: { row }, self }: CopyPageProps) {
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content="8" />
      </noscript>
      <Card title="Andamento" icon="clock">
        <div data-ilha="andamento-da-copia" data-endereco={`${self}/andamento`}>
          <ProgressBar
            label="Cópia"
            value={row.doneCount}
            max={Math.max(1, row.totalCount)}
            text={progressWords(row)}
          />
          <p class="visually-hidden" role="status" data-aviso />
        </div>
        <p class="secondary">
          Você pode sair desta página: a cópia continua a ser feita e fica em “PDF e ZIP”, no menu, por sete dias.
        </p>
        <p>
          <LinkButton href={self} icon="refresh" small>
            Atualizar
          </LinkButton>
        </p>
      </Card>
    </>
  )
}

function Ready({ copy: { row, until }, self, page }: CopyPageProps) {
  const format = row.kind === 'pdf' ? 'PDF' : 'ZIP'
  return (
    <Card title="A cópia está pronta" icon="success">
      <DescriptionList
        items={[
          { term: 'Arquivo', description: row.fileName },
          { term: 'Tamanho', description: formatBytes(Number(row.sizeBytes)) },
          { term: 'Documentos', description: documentsWords(row.includedIds.length, row.omittedCount) },
          { term: 'Disponível até', description: <DateTime value={until} now={page.now} /> },
          { term: 'SHA-256', description: <code class="digest">{row.sha256}</code> },
        ]}
      />
      <p>
        <LinkButton href={`${self}/arquivo`} kind="primary" icon="download">
          Baixar o {format}
        </LinkButton>
      </p>
    </Card>
  )
}

function documentsWords(included: number, omitted: number): string {
  const inside = formatCount(included, 'documento', 'documentos')
  if (omitted === 0) return inside
  return `${inside}; ${formatCount(omitted, 'não pôde ser incluído e está listado na cópia', 'não puderam ser incluídos e estão listados na cópia')}`
}

function Withdrawn({ caseHref }: { readonly caseHref: string }) {
  return (
    <Message kind="warning" title="Esta cópia não pode mais ser baixada">
      <p>
        Depois que ela foi feita, algum dos seus documentos foi cancelado ou deixou de poder ser lido nesta unidade.
        Peça outra cópia, que trará só o que pode ser lido agora.
      </p>
      <p>
        <LinkButton href={`${caseHref}/exportacao`}>Pedir outra cópia</LinkButton>
      </p>
    </Message>
  )
}

function Failed({ copy: { row }, self, caseHref, formKeys, errors }: CopyPageProps) {
  return (
    <>
      <Message kind="error" title="A cópia não foi feita">
        <p>{row.problem}</p>
      </Message>
      <Form {...formKeys} action={`${self}/nova-tentativa`} errors={errors}>
        <FormActions>
          <Button kind="primary" icon="refresh">
            Tentar de novo
          </Button>
          <LinkButton href={`${caseHref}/exportacao`}>Escolher outros documentos</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
