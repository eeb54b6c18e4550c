import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CaseNumber,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Shell,
  StatusTag,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { tellParticipant } from '../participants/participant.ts'
import { channelWords, requestStateWords } from './request.text.ts'
import { Wished } from './requests.page.tsx'
import type { RequestRow } from './requests.queries.ts'

interface RequestPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly request: RequestRow
  /** Undefined: it was answered, or may only be read. */
  readonly form: { readonly fields: FormFields; readonly problems: readonly FieldProblem[] } | undefined
  readonly result: ActResult | undefined
}

/** A request to be heard, and the answer to it. */
export function RequestPage(props: RequestPageProps) {
  const { page, href, request, form } = props
  const { word, tone, icon } = requestStateWords[request.state]
  return (
    <Shell
      page={page}
      title={`Pedido de ${request.requester}`}
      width="text"
      hasErrors={(form?.problems.length ?? 0) > 0}
      breadcrumb={agendaCrumbs(href, { label: 'Pedidos', href: href('/agenda/pedidos') }, { label: request.requester })}
      lead={
        <StatusTag tone={tone} icon={icon}>
          {word}
        </StatusTag>
      }
      headingActions={
        form ? (
          <LinkButton href={href(`/agenda/novo?pedido=${request.id}`)} kind="primary" icon="calendar">
            Aceitar e marcar
          </LinkButton>
        ) : request.commitmentId ? (
          <LinkButton href={href(`/agenda/compromissos/${request.commitmentId}`)} icon="calendar">
            Ver o compromisso
          </LinkButton>
        ) : null
      }
    >
      <ActResultMessage result={props.result} />
      <Data {...props} />
      {form ? <Answering {...props} form={form} /> : null}
    </Shell>
  )
}

function Data({ href, request }: RequestPageProps) {
  const some = (term: string, description: string | null) => (description ? [{ term, description }] : [])
  return (
    <DescriptionList
      items={[
        { term: 'Com quem', description: request.title },
        { term: 'Assunto', description: request.subject },
        ...some('Instituição', request.institution),
        ...some('Telefone', request.phone),
        ...some('E-mail', request.email),
        { term: 'Deseja', description: <Wished {...request} /> },
        ...some('Urgência', request.isUrgent ? 'Urgente' : null),
        ...(request.participants.length > 0
          ? [
              {
                term: 'Participantes',
                description: (
                  <ul>
                    {request.participants.map((participant) => (
                      <li key={participant.name}>
                        {tellParticipant(participant)}
                        {participant.isPrivate ? ' – representa interesse privado' : ''}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(request.caseNumber && request.caseDigits
          ? [
              {
                term: 'Processo',
                description: <CaseNumber number={request.caseNumber} href={href(`/processos/${request.caseDigits}`)} />,
              },
            ]
          : []),
        {
          term: 'Registrado',
          description: (
            <>
              <DateTime value={request.registeredAt} />, por {request.registeredBy}, pedido por{' '}
              {channelWords[request.channel].toLowerCase()}
            </>
          ),
        },
        ...(request.decidedAt
          ? [
              {
                term: 'Respondido',
                description: (
                  <>
                    <DateTime value={request.decidedAt} />, por {request.decidedBy}
                  </>
                ),
              },
            ]
          : []),
        ...some('Encaminhado a', request.redirectedTo),
        ...some('Motivo', request.reason),
      ]}
    />
  )
}

function Answering({
  formKeys,
  href,
  request,
  form,
}: RequestPageProps & { readonly form: NonNullable<RequestPageProps['form']> }) {
  const bound = bindFields(form.fields, form.problems)
  return (
    <Card title="Se não for marcar agora" icon="flag" id="resposta">
      <Form {...formKeys} action={href(`/agenda/pedidos/${request.id}`)} errors={form.problems}>
        <RadioGroup
          {...bound.text('decisao')}
          label="O que fazer com o pedido"
          required
          options={[
            { value: 'under-analysis', label: 'Deixar em análise' },
            { value: 'redirected', label: 'Encaminhar à unidade a que o assunto cabe' },
            { value: 'refused', label: 'Recusar' },
          ]}
        />
        <TextField
          {...bound.text('unidade')}
          label="Unidade"
          hint="A sigla, só para encaminhar."
          maxLength={80}
          width="medium"
        />
        <TextField
          {...bound.text('motivo')}
          label="Motivo"
          hint="Obrigatório para recusar. É o que se diz a quem pediu."
          maxLength={500}
        />
        <FormActions>
          <Button icon="check">Responder</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
