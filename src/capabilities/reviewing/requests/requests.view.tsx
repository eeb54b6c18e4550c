import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, DateTime, Day, Form, FormActions, LinkButton, StatusTag, type Tone } from '../../../ui/index.ts'
import type { ReviewAccess } from '../review-access.ts'
import type { RequestRow } from './review-requests.queries.ts'

interface RequestListProps {
  readonly page: { readonly now: Date }
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly access: ReviewAccess
  readonly requests: readonly RequestRow[]
  /** SHA-256 of the present text. */
  readonly sha256: string
}

/** Who was asked, by whom, and what the answer was, the latest first. */
export function RequestList(props: RequestListProps) {
  if (props.requests.length === 0) return <p>Ninguém foi chamado a revisar este documento.</p>
  return (
    <ul class="review__requests">
      {props.requests.map((request) => (
        <li key={request.id} id={`pedido-${request.id}`}>
          <RequestWords {...props} request={request} />
        </li>
      ))}
    </ul>
  )
}

function RequestWords({ request, page, formKeys, href, access, sha256 }: RequestListProps & { request: RequestRow }) {
  const changed = request.state === 'approved' && request.answeredSha256 !== sha256
  const isOpen = request.state === 'open'
  return (
    <>
      <p>
        <strong>{request.reviewer}</strong>, {request.reviewerUnit} <RequestTag state={request.state} />{' '}
        {changed ? <StatusTag tone="warning">Texto alterado depois da aprovação</StatusTag> : null}
      </p>
      <p class="secondary">
        Pedida por {request.askedBy}, {request.askedUnit}, <DateTime value={request.askedAt} now={page.now} />, sobre a
        versão {request.version}
        {request.dueOn ? (
          <>
            ; prazo <Day value={request.dueOn} />
          </>
        ) : null}
        {request.closedAt ? (
          <>
            ; {closedWords[request.state]} por {request.closedBy} <DateTime value={request.closedAt} now={page.now} />
            {request.answeredVersion === null ? '' : `, sobre a versão ${request.answeredVersion}`}
          </>
        ) : null}
        .
      </p>
      {request.message ? <p class="review__words">{request.message}</p> : null}
      {request.answer ? (
        <p class="review__words">
          <strong>Resposta:</strong> {request.answer}
        </p>
      ) : null}
      {isOpen && request.mine && !access.asks ? (
        <FormActions>
          <AnswerLink href={href} id={request.id} />
        </FormActions>
      ) : null}
      {isOpen && access.asks ? (
        <Form
          {...formKeys}
          idempotencyKey={`${formKeys.idempotencyKey}-retirar-${request.id}`}
          action={href(`/revisoes/${request.id}/retirada`)}
          id={`retirar-${request.id}`}
        >
          <FormActions>
            {request.mine ? <AnswerLink href={href} id={request.id} /> : null}
            <Button small kind="quiet" icon="cancel">
              Retirar o pedido
            </Button>
            <LinkButton small kind="quiet" icon="people" href={href(`/revisoes/${request.id}/repasse`)}>
              Passar a outra pessoa
            </LinkButton>
          </FormActions>
        </Form>
      ) : null}
    </>
  )
}

function AnswerLink({ href, id }: { href: RequestListProps['href']; id: string }) {
  return (
    <LinkButton kind="primary" icon="check" href={href(`/revisoes/${id}`)}>
      Responder ao pedido
    </LinkButton>
  )
}

const closedWords: Readonly<Record<RequestRow['state'], string>> = {
  open: '',
  approved: 'aprovada',
  returned: 'devolvida com observações',
  withdrawn: 'retirada',
  reassigned: 'passada a outra pessoa',
  signed: 'encerrada com a assinatura',
}

export function RequestTag({ state }: { state: RequestRow['state'] }) {
  const [tone, label] = tags[state]
  return <StatusTag tone={tone}>{label}</StatusTag>
}

const tags: Readonly<Record<RequestRow['state'], readonly [Tone, string]>> = {
  open: ['warning', 'Espera resposta'],
  approved: ['success', 'Aprovado'],
  returned: ['danger', 'Devolvido com observações'],
  withdrawn: ['neutral', 'Pedido retirado'],
  reassigned: ['neutral', 'Passado a outra pessoa'],
  signed: ['neutral', 'Encerrado com a assinatura'],
}
