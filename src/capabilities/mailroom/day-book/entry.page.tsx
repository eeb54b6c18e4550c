import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CaseNumber,
  DateField,
  DateTime,
  Day,
  DescriptionList,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  StatusTag,
  Tag,
  TextField,
  Timeline,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { numberOf } from '../numbered.text.ts'
import type { EntryRow, EntryStepRow } from './day-book.queries.ts'
import { kindWords, senderWords, stateWords } from './entry.text.ts'
import { entryStates } from './entry.ts'

interface EntryPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly entry: EntryRow
  readonly steps: readonly EntryStepRow[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Undefined: it may only be read. */
  readonly form: { readonly fields: FormFields; readonly problems: readonly FieldProblem[] } | undefined
  readonly result: ActResult | undefined
}

/** One line of the board: what came in, how it stands, and what became of it. */
export function EntryPage(props: EntryPageProps) {
  const { page, href, entry, steps, form } = props
  const { word, tone, icon } = stateWords[entry.state]
  return (
    <Shell
      page={page}
      title={`Registro ${numberOf(entry)}`}
      width="text"
      hasErrors={(form?.problems.length ?? 0) > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Quadro do dia', href: href('/quadro-do-dia') },
        { label: `${entry.number}/${entry.year}` },
      ]}
      lead={
        <StatusTag tone={tone} icon={icon}>
          {word}
        </StatusTag>
      }
      headingActions={
        <LinkButton href={href(`/quadro-do-dia/${entry.id}/recibo`)} icon="print">
          Recibo de entrega
        </LinkButton>
      }
    >
      <ActResultMessage result={props.result} />
      <Data {...props} />
      {form ? <Moving {...props} form={form} /> : null}
      <Card title="O que se fez" icon="history" id="passos">
        <Timeline
          label="Passos do registro"
          events={steps.map((step) => ({
            id: step.id,
            at: step.at,
            icon: stateWords[step.state].icon,
            actor: step.person,
            text: `${stateWords[step.state].word}${step.responsible ? `, com ${step.responsible}` : ''}.`,
            details: step.note ? <p class="secondary">{step.note}</p> : undefined,
          }))}
        />
      </Card>
    </Shell>
  )
}

function Data({ href, entry }: EntryPageProps) {
  const late = entry.registeredAt.getTime() - entry.receivedAt.getTime() > 3_600_000
  const size = [
    entry.volumes === null ? '' : `${entry.volumes} volumes`,
    entry.pages === null ? '' : `${entry.pages} folhas`,
  ]
  const items = [
    { term: 'Assunto', description: entry.subject },
    { term: 'Remetente', description: `${entry.sender} (${senderWords[entry.senderKind]})` },
    { term: 'O que chegou', description: [kindWords[entry.kind], entry.originNumber].filter(Boolean).join(' ') },
    { term: 'Como veio', description: entry.medium === 'paper' ? 'Em papel' : 'Digital' },
    ...(entry.addressee ? [{ term: 'Para', description: entry.addressee }] : []),
    ...(entry.pieces ? [{ term: 'Peças', description: entry.pieces.split('\n').join('; ') }] : []),
    ...(size.some(Boolean) ? [{ term: 'Tamanho', description: size.filter(Boolean).join(', ') }] : []),
    {
      term: 'Chegada',
      description: (
        <>
          <DateTime value={entry.receivedAt} />, registrada por {entry.registeredBy}{' '}
          {late ? <Tag tone="warning">Registrada depois</Tag> : null}
        </>
      ),
    },
    ...(entry.dueOn ? [{ term: 'Prazo', description: <Day value={entry.dueOn} /> }] : []),
    ...(entry.responsible ? [{ term: 'Com quem está', description: entry.responsible }] : []),
    ...(entry.caseNumber && entry.caseDigits
      ? [
          {
            term: 'Processo',
            description: <CaseNumber number={entry.caseNumber} href={href(`/processos/${entry.caseDigits}`)} />,
          },
        ]
      : []),
    ...(entry.notes ? [{ term: 'Observações', description: entry.notes }] : []),
  ]
  return <DescriptionList items={items} />
}

type Moving = EntryPageProps & { readonly form: NonNullable<EntryPageProps['form']> }

function Moving({ formKeys, href, entry, people, form }: Moving) {
  const bound = bindFields(form.fields, form.problems)
  return (
    <Card title="Como está" icon="flag" id="como-esta">
      <Form {...formKeys} action={href(`/quadro-do-dia/${entry.id}`)} errors={form.problems}>
        <Select
          {...bound.text('situacao')}
          label="Situação"
          required
          options={entryStates.map((state) => ({ value: state, label: stateWords[state].word }))}
        />
        <TextField
          {...bound.text('processo')}
          label="Número do processo"
          hint="O processo em que o papel foi digitalizado e incluído. O registro aparece na página dele."
          maxLength={60}
          width="medium"
        />
        <Select
          {...bound.text('responsavel')}
          label="Com quem fica"
          emptyLabel="Ninguém ainda"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField {...bound.text('prazo')} label="Prazo" />
        <TextField {...bound.text('nota')} label="Observação" maxLength={500} />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
          {entry.caseDigits ? (
            <LinkButton href={href(`/processos/${entry.caseDigits}/documentos/externo`)} icon="upload">
              Incluir o documento digitalizado
            </LinkButton>
          ) : (
            <LinkButton href={href('/processos/novo')} icon="caseNew">
              Abrir um processo novo
            </LinkButton>
          )}
        </FormActions>
      </Form>
    </Card>
  )
}
