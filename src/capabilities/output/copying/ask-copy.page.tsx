import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  Day,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  type FormError,
  formatBytes,
  formatCount,
  LevelTag,
  Link,
  LinkButton,
  Message,
  NothingOnEnter,
  type PageContext,
  RadioGroup,
  Shell,
  Table,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import type { Omission } from '../conversion.rules.ts'
import { type CopyKind, estimate, mostDocuments, whyNotInPdf } from '../copy-contents.rules.ts'
import { omissionSentences } from '../omission.text.ts'
import { type CopyLine, CopyList } from './copy-list.page.tsx'

export interface AskCopyPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly breadcrumb: readonly Crumb[]
  readonly caseFile: CaseFile
  /** In the order of the tree. */
  readonly readable: readonly Document[]
  readonly closed: readonly { readonly document: Document; readonly reason: Omission }[]
  readonly kind: CopyKind
  /** The nº SEI of what is ticked. */
  readonly ticked: ReadonlySet<string>
  readonly errors: readonly FormError[]
  /** Asked for in the last days. */
  readonly recent: readonly CopyLine[]
}

/** What to copy, and as what. Everything that may be read is ticked. */
export function AskCopyPage(props: AskCopyPageProps) {
  const { page, href, caseFile, readable, errors } = props
  const caseHref = href(`/processos/${caseFile.digits}`)
  return (
    <Shell
      page={page}
      title={`Gerar PDF ou ZIP – ${caseFile.number}`}
      heading="Gerar PDF ou ZIP do processo"
      breadcrumb={props.breadcrumb}
      hasErrors={errors.length > 0}
      lead={
        <p>
          <strong class="nowrap">{caseFile.number}</strong> – {caseFile.typeName}{' '}
          <LevelTag level={caseFile.effectiveLevel} legalBasis={caseFile.legalBasisName ?? undefined} unlessPublic />
        </p>
      }
    >
      {props.recent.length > 0 ? (
        <Card title="Cópias deste processo pedidas por você" icon="clock" flush>
          <CopyList id="copias-do-processo" lines={props.recent} now={page.now} />
        </Card>
      ) : null}
      {readable.length === 0 ? (
        <EmptyState
          title="Não há o que copiar"
          icon="document"
          action={<LinkButton href={caseHref}>Voltar ao processo</LinkButton>}
        >
          {props.closed.length === 0
            ? 'O processo ainda não tem documentos.'
            : 'Nenhum documento deste processo pode ser lido nesta unidade.'}
        </EmptyState>
      ) : (
        <AskForm {...props} caseHref={caseHref} />
      )}
      <Closed closed={props.closed} />
    </Shell>
  )
}

function AskForm(props: AskCopyPageProps & { readonly caseHref: string }) {
  const { caseFile, readable, errors, href, caseHref } = props
  const onlyInZip = readable.filter((document) => whyNotInPdf(document) !== undefined).length
  return (
    <Form {...props.formKeys} action={href(`/processos/${caseFile.digits}/exportacao`)} errors={errors}>
      <NothingOnEnter />
      <RadioGroup
        name="formato"
        label="Formato"
        value={props.kind}
        error={errorOf(errors, 'formato')}
        options={[
          { value: 'pdf', label: 'PDF', hint: pdfHint(readable, onlyInZip) },
          { value: 'zip', label: 'ZIP', hint: zipHint(readable, caseFile.effectiveLevel === 'confidential') },
        ]}
      />
      {readable.length > mostDocuments ? (
        <Message kind="info">
          <p>
            O processo tem {formatCount(readable.length)} documentos, e uma cópia leva até {formatCount(mostDocuments)}.
            Os primeiros estão marcados; peça os outros em outra cópia.
          </p>
        </Message>
      ) : null}
      {errorOf(errors, 'documentos') ? (
        <p class="field__error" id="campo-documentos-erro">
          {errorOf(errors, 'documentos')}
        </p>
      ) : null}
      <DocumentTable {...props} />
      <p class="secondary">
        A cópia é feita aos poucos, sem prender esta página. Você acompanha o andamento e pode continuar o seu trabalho.
      </p>
      <FormActions>
        <Button kind="primary" icon="download">
          Gerar cópia
        </Button>
        <LinkButton kind="quiet" href={caseHref}>
          Voltar ao processo
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function DocumentTable({ readable, ticked, href }: AskCopyPageProps) {
  return (
    <Table
      id="campo-documentos"
      caption={formatCount(readable.length, 'documento', 'documentos')}
      rows={readable}
      rowKey={({ number }) => number}
      selection={{
        name: 'documentos',
        value: ({ number }) => number,
        label: documentLabel,
        checked: ({ number }) => ticked.has(number),
      }}
      columns={[
        {
          key: 'documento',
          header: 'Documento',
          rowHeader: true,
          width: 'wide',
          cell: (document) => <Link href={href(`/documentos/${document.number}`)}>{documentLabel(document)}</Link>,
        },
        { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unitAcronym }) => unitAcronym },
        { key: 'data', header: 'Data', width: 'narrow', cell: ({ datedOn }) => <Day value={datedOn} /> },
        { key: 'pdf', header: 'No PDF', cell: inPdf },
      ]}
    />
  )
}

function inPdf(document: Document) {
  const why = whyNotInPdf(document)
  if (why) return `Não. ${omissionSentences[why]}`
  return document.isDraft ? 'Sim, como minuta' : 'Sim'
}

function pdfHint(readable: readonly Document[], onlyInZip: number): string {
  const what = 'Um só arquivo, com capa, índice, folhas numeradas e as assinaturas à vista.'
  const size = `Cerca de ${formatBytes(estimate(readable, 'pdf'))}.`
  if (onlyInZip === 0) return `${what} ${size}`
  const left = formatCount(onlyInZip, 'documento não pode virar PDF e fica', 'documentos não podem virar PDF e ficam')
  return `${what} ${size} ${left} na lista dos não incluídos, na última folha.`
}

function zipHint(readable: readonly Document[], isMarked: boolean): string {
  const mark = isMarked
    ? ' Cada página dos PDF leva a marca de sigilo, com seu nome e a hora; os assinados digitalmente, os protegidos por senha e os outros arquivos saem como estão, e a lista diz quais.'
    : ''
  return `Os arquivos originais, os documentos elaborados aqui em PDF, o histórico e a lista de conferência de cada arquivo. Cerca de ${formatBytes(estimate(readable, 'zip'))}.${mark}`
}

/** What cannot be in any copy. Of a draft of another unit nothing but its type and number is told. */
function Closed({ closed }: Pick<AskCopyPageProps, 'closed'>) {
  if (closed.length === 0) return null
  return (
    <Card title="Não entram em nenhuma cópia" icon="lock">
      <ul>
        {closed.map(({ document, reason }) => (
          <li key={document.number}>
            {document.typeName} ({document.number}): <span class="secondary">{omissionSentences[reason]}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
