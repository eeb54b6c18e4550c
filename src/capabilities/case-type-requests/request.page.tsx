import type { LocalDate } from '../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  CheckboxList,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  Link,
  type PageContext,
  RadioGroup,
  Select,
  Shell,
  Stack,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'
import { dueState } from './due.rules.ts'
import { levelNames, linesOf } from './request-form.ts'
import { requestsTitle, stateNames } from './requests.page.tsx'
import type { RequestRow } from './requests.queries.ts'

export interface RequestPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly today: LocalDate
  readonly request: RequestRow
  readonly mayAnswer: boolean
  readonly bases: readonly { readonly id: string; readonly name: string }[]
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** One request: what was signed, its deadline, its answer, and the way to answer. */
export function RequestPage(props: RequestPageProps) {
  const { page, href, request, today } = props
  const due = dueState(request.state, request.dueOn, today)
  return (
    <Shell
      page={page}
      title={request.name}
      hasErrors={props.problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: requestsTitle, href: href('/pedidos-de-tipos') },
        { label: request.name },
      ]}
      lead={`${stateNames[request.state]} · pedido de ${request.agency}`}
    >
      <Stack gap="large">
        <Card title="Pedido">
          <DescriptionList
            items={[
              { term: 'Prazo', description: <Tag tone={due.tone}>{due.words}</Tag> },
              { term: 'Pedido por', description: request.askedByName },
              { term: 'Em', description: <DateTime value={request.askedAt} now={page.now} /> },
              {
                term: 'Processo',
                description: <Link href={href(`/processos/${request.caseDigits}`)}>{request.caseNumber}</Link>,
              },
              ...linesOf(request.answers).map(([term, text]) => ({ term, description: text })),
            ]}
          />
        </Card>
        {request.answeredAt ? (
          <Card title="Resposta">
            <DescriptionList
              items={[
                { term: 'Resposta', description: request.answer ?? '' },
                { term: 'Por', description: request.answeredByName ?? '' },
                { term: 'Em', description: <DateTime value={request.answeredAt} now={page.now} /> },
              ]}
            />
          </Card>
        ) : null}
        {props.mayAnswer ? <Answering {...props} /> : null}
      </Stack>
    </Shell>
  )
}

const levelOptions = Object.entries(levelNames).map(([value, label]) => ({ value, label }))

function Answering({ href, formKeys, request, bases, agencies, fields, problems }: RequestPageProps) {
  const bound = bindFields(fields, problems)
  const refusing = problems.some(({ field }) => field === 'motivo')
  return (
    <>
      <Card title="Aprovar">
        <p>O tipo é criado como está abaixo. Mude o que a análise decidir.</p>
        <Form
          {...formKeys}
          action={href(`/pedidos-de-tipos/${request.id}/aprovacao`)}
          errors={refusing ? [] : problems}
        >
          <TextField {...bound.text('nome')} label="Nome" required maxLength={150} />
          <TextArea {...bound.text('descricao')} label="Descrição" rows={3} maxLength={1000} />
          <CheckboxList {...bound.list('niveis')} label="Níveis permitidos" options={levelOptions} />
          <RadioGroup {...bound.text('nivel_sugerido')} label="Nível sugerido" options={levelOptions} />
          <Select
            {...bound.text('hipotese')}
            label="Hipótese legal sugerida"
            emptyLabel="Nenhuma"
            options={bases.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea {...bound.text('classes')} label="Classes" required rows={2} />
          <CheckboxList
            {...bound.list('orgaos')}
            label="Órgãos que o abrem"
            options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
          />
          <TextArea {...bound.text('unidades')} label="Unidades que o abrem" rows={2} />
          <FormActions>
            <Button kind="primary">Aprovar e criar o tipo</Button>
          </FormActions>
        </Form>
      </Card>
      <Card title="Recusar">
        <Form {...formKeys} action={href(`/pedidos-de-tipos/${request.id}/recusa`)} errors={refusing ? problems : []}>
          <TextArea {...bound.text('motivo')} label="Motivo" required rows={3} maxLength={2000} />
          <FormActions>
            <Button kind="danger">Recusar o pedido</Button>
          </FormActions>
        </Form>
      </Card>
    </>
  )
}
