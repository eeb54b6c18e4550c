import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Form,
  FormActions,
  formatLongDate,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Shell,
  StatusTag,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { type Step, tellChange } from '../showing/trail.text.ts'
import { stateWords } from './commitment.text.ts'
import { CommitmentData } from './commitment-data.page.tsx'
import type { CommitmentRow } from './commitments.queries.ts'
import { tellSpan } from './wall-clock.ts'

export interface CommitmentPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly commitment: CommitmentRow
  readonly steps: readonly (Step & { readonly person: string; readonly sequence: number })[]
  /** What lies so near in another place that the way may be too long. */
  readonly tight: readonly CommitmentRow[]
  /** Who answers on that day now, where it is another than the one for whom it was booked. */
  readonly answersNow: string | undefined
  readonly isPublicAgenda: boolean
  /** Undefined: it was cancelled, or may only be read. */
  readonly form: { readonly fields: FormFields; readonly problems: readonly FieldProblem[] } | undefined
  readonly result: ActResult | undefined
}

/** A commitment: what, when, with whom, what became of it, and how it came to be so. */
export function CommitmentPage(props: CommitmentPageProps) {
  const { page, href, commitment, form } = props
  const { word, tone, icon } = stateWords[commitment.state]
  const path = `/agenda/compromissos/${commitment.id}`
  return (
    <Shell
      page={page}
      title={commitment.subject}
      width="text"
      hasErrors={(form?.problems.length ?? 0) > 0}
      breadcrumb={agendaCrumbs(href, { label: commitment.subject })}
      lead={
        <>
          {formatLongDate(commitment.from)}, {tellSpan(commitment.from, commitment.to)}{' '}
          <StatusTag tone={tone} icon={icon}>
            {word}
          </StatusTag>{' '}
          {commitment.reservedBasis ? <Tag tone="warning">Reservado</Tag> : null}
        </>
      }
      headingActions={
        form ? (
          <LinkButton href={href(`${path}/alteracao`)} icon="edit">
            Alterar ou remarcar
          </LinkButton>
        ) : null
      }
    >
      <ActResultMessage result={props.result} />
      <Warnings {...props} />
      <CommitmentData {...props} />
      {form ? <Settling {...props} form={form} /> : null}
      <Publishing {...props} />
      <Card title="O que se fez" icon="history" id="passos">
        <Timeline
          label="Mudanças do compromisso"
          events={props.steps.map(({ sequence, at, person, changes }) => ({
            id: String(sequence),
            at,
            icon: 'edit',
            actor: person,
            text: tellStep(sequence, changes),
          }))}
        />
      </Card>
    </Shell>
  )
}

function tellStep(sequence: number, changes: Step['changes']): string {
  if (sequence === 0) return 'Registrou o compromisso.'
  return changes.length === 0 ? 'Escreveu o que é só da unidade.' : `${changes.map(tellChange).join('; ')}.`
}

function Warnings({ commitment, tight, answersNow }: CommitmentPageProps) {
  return (
    <>
      {answersNow ? (
        <Message kind="warning" title={`Neste dia responde ${answersNow}`}>
          <p>
            O compromisso foi marcado para {commitment.attendant ?? 'o cargo vago'}. Use “Alterar ou remarcar” e salve
            para passá-lo a quem responde no dia.
          </p>
        </Message>
      ) : null}
      {commitment.isCaseRestricted && !commitment.reservedBasis ? (
        <Message kind="warning" title="O processo é restrito">
          <p>
            {commitment.wordsArePublic
              ? 'Por escolha de quem marcou, o público vê o assunto, o local e os participantes deste compromisso.'
              : 'O público vê só a hora deste compromisso, como reservado. Em “Alterar ou remarcar” é possível dizer que o que está escrito pode ser público.'}
          </p>
        </Message>
      ) : null}
      {tight.length > 0 ? (
        <Message kind="warning" title="Pouco tempo entre um lugar e outro">
          <ul>
            {tight.map(({ id, from, to, place }) => (
              <li key={id}>
                Há um compromisso das {tellSpan(from, to)} em outro local: {place}.
              </li>
            ))}
          </ul>
        </Message>
      ) : null}
    </>
  )
}

function Settling({
  formKeys,
  href,
  commitment,
  form,
}: CommitmentPageProps & { readonly form: NonNullable<CommitmentPageProps['form']> }) {
  const bound = bindFields(form.fields, form.problems)
  return (
    <Card title="O que aconteceu" icon="flag" id="o-que-aconteceu">
      <Form {...formKeys} action={href(`/agenda/compromissos/${commitment.id}`)} errors={form.problems}>
        <RadioGroup
          {...bound.text('situacao')}
          label="Situação"
          required
          options={[
            { value: 'held', label: 'Realizado' },
            { value: 'no-show', label: 'Não compareceu' },
            { value: 'cancelled', label: 'Cancelado' },
          ]}
        />
        <TextArea
          {...bound.text('encaminhamentos')}
          label="Encaminhamentos, ou o motivo do cancelamento"
          hint="Só para a unidade: não é publicado."
          rows={3}
          maxLength={2000}
        />
        <TextField
          {...bound.text('processo')}
          label="Processo dos encaminhamentos"
          hint="O compromisso aparece na página do processo."
          maxLength={60}
          width="medium"
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
          <LinkButton href={href('/processos/novo')} icon="caseNew">
            Abrir um processo novo
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function Publishing({ formKeys, href, commitment, isPublicAgenda, form }: CommitmentPageProps) {
  if (!isPublicAgenda || commitment.publishedAt || !form) return null
  return (
    <Card title="Agenda pública" icon="eye" id="publicacao">
      <p>Será publicado no dia do compromisso. Se preferir, publique agora.</p>
      <Form {...formKeys} action={href(`/agenda/compromissos/${commitment.id}/publicacao`)}>
        <Button icon="eye">Publicar agora</Button>
      </Form>
    </Card>
  )
}
