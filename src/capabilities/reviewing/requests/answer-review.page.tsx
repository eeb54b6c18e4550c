import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CopyButton,
  type Crumb,
  DateTime,
  Day,
  errorOf,
  Form,
  FormActions,
  type FormError,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import type { RequestRow } from './review-requests.queries.ts'
import { longestMessage } from './review-requests.rules.ts'

export interface AnswerPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly href: (path: string) => string
  readonly request: RequestRow
  /** Of the present text. */
  readonly version: number
  readonly openThreads: number
  readonly typed: { readonly answer: string; readonly text: string }
  readonly problems: readonly FormError[]
  readonly documentHref: string
}

/** One request for a review, to be answered. */
export function AnswerPage(props: AnswerPageProps) {
  const { page, formKeys, label, href, request, version, typed, problems, openThreads } = props
  const reviewHref = href(`/documentos/${request.number}/revisao`)
  return (
    <Shell
      page={page}
      title={`Responder à revisão de ${label}`}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
    >
      <p>
        Pedida por <strong>{request.askedBy}</strong>, {request.askedUnit},{' '}
        <DateTime value={request.askedAt} now={page.now} />
        {request.dueOn ? (
          <>
            , para responder até <Day value={request.dueOn} />
          </>
        ) : null}
        .
      </p>
      {request.message ? <p class="review__words">{request.message}</p> : null}
      {request.state === 'open' ? (
        <Form {...formKeys} action={href(`/revisoes/${request.id}/resposta`)} errors={problems} id="resposta">
          <input type="hidden" name="versao" value={String(version)} />
          <p>
            A resposta vale para a versão {version}, que é a atual.{' '}
            <a href={reviewHref}>Ler o texto, comentar e sugerir</a>
            {openThreads > 0
              ? ` (há ${formatCount(openThreads, 'observação em aberto', 'observações em aberto')})`
              : ''}
            .
          </p>
          <RadioGroup
            name="resposta"
            label="Resposta"
            focused={problems.length === 0}
            value={typed.answer}
            options={[
              { value: 'aprovado', label: 'Aprovado', hint: 'O texto pode seguir como está.' },
              {
                value: 'devolvido',
                label: 'Devolvido com observações',
                hint: 'Diga abaixo o que falta, ou comente os trechos.',
              },
            ]}
            error={errorOf(problems, 'resposta')}
          />
          <TextArea
            name="texto"
            label="Observação"
            rows={4}
            maxLength={longestMessage}
            value={typed.text}
            error={errorOf(problems, 'texto')}
          />
          <FormActions>
            <Button kind="primary" icon="check">
              Responder
            </Button>
            <LinkButton kind="quiet" href={reviewHref}>
              Voltar à revisão
            </LinkButton>
          </FormActions>
        </Form>
      ) : (
        <>
          <Closed request={request} now={page.now} />
          <Unsent text={typed.text} />
          <FormActions>
            <LinkButton href={href('/revisoes')}>Ver as suas revisões</LinkButton>
            <LinkButton kind="quiet" href={props.documentHref}>
              Ver o documento
            </LinkButton>
          </FormActions>
        </>
      )}
    </Shell>
  )
}

function Closed({ request, now }: { request: RequestRow; now: Date }) {
  if (request.state !== 'signed' || !request.closedAt) {
    return (
      <Message kind="info">
        <p>Este pedido de revisão já foi respondido ou retirado.</p>
      </Message>
    )
  }
  return (
    <Message kind="info" title="Revisão encerrada com a assinatura">
      <p>
        O documento foi assinado por {request.closedBy} <DateTime value={request.closedAt} now={now} />; a revisão foi
        encerrada. Não é preciso responder.
      </p>
    </Message>
  )
}

/** What was being written when the request was closed: it cannot be sent any more, and is not lost for it. */
function Unsent({ text }: { text: string }) {
  if (text === '') return null
  return (
    <Card title="O que você escreveu e não foi enviado" icon="edit" id="nao-enviado">
      <p class="review__words">{text}</p>
      <p>
        <CopyButton text={text} what="o que você escreveu">
          Copiar o texto
        </CopyButton>
      </p>
    </Card>
  )
}
