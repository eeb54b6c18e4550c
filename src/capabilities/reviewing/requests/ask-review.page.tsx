import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import type { AskTyped } from './ask-review.form.ts'
import type { ReviewerRow } from './review-requests.queries.ts'
import { longestMessage } from './review-requests.rules.ts'

export interface AskPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly action: string
  readonly backHref: string
  readonly today: string
  readonly reviewers: readonly ReviewerRow[]
  readonly typed: AskTyped
  readonly problems: readonly FormError[]
  /** Who was asked first; undefined: a new request. */
  readonly insteadOf: string | undefined
}

/** Whom to ask for a review, with a message and perhaps a day. */
export function AskPage(props: AskPageProps) {
  const { page, formKeys, reviewers, typed, problems, insteadOf } = props
  return (
    <Shell
      page={page}
      title={insteadOf ? `Passar a revisão de ${props.label}` : `Pedir revisão de ${props.label}`}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead={
        insteadOf
          ? `O pedido feito a ${insteadOf} é encerrado e passa à pessoa escolhida.`
          : 'Quem for chamado lê a minuta, comenta trechos, sugere alterações e responde: aprovado ou devolvido com observações.'
      }
    >
      {reviewers.length === 0 ? (
        <EmptyState
          title="Não há a quem pedir"
          icon="people"
          action={<LinkButton href={props.backHref}>Voltar</LinkButton>}
        >
          Não há outra pessoa nesta unidade, nem em outra que tenha o processo aberto, que possa ler este documento.
        </EmptyState>
      ) : (
        <Form {...formKeys} action={props.action} errors={problems} id="pedido">
          <Select
            name="revisor"
            label="Quem revisa"
            hint="Pessoas desta unidade e das que têm o processo aberto. De outra unidade, a pessoa lê a minuta só até responder."
            width="long"
            required
            focused={problems.length === 0}
            emptyLabel="Escolha"
            value={typed.reviewer}
            options={reviewers.map((one) => ({
              value: `${one.unitId}-${one.accountId}`,
              label: one.name,
              group: one.own ? `${one.unitAcronym} (esta unidade)` : one.unitAcronym,
            }))}
            error={errorOf(problems, 'revisor')}
          />
          <TextArea
            name="mensagem"
            label="Mensagem (opcional)"
            hint="O que se deve olhar com mais atenção."
            rows={4}
            maxLength={longestMessage}
            value={typed.message}
            error={errorOf(problems, 'mensagem')}
          />
          <DateField
            name="prazo"
            label="Responder até (opcional)"
            min={props.today}
            value={typed.dueOn}
            error={errorOf(problems, 'prazo')}
          />
          <FormActions>
            <Button kind="primary" icon="send">
              {insteadOf ? 'Passar o pedido' : 'Pedir revisão'}
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              {insteadOf ? 'Voltar sem passar' : 'Voltar sem pedir'}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}
