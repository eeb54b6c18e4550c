import type { FormKeys } from '../../../platform/form-keys.ts'
import type { Passage } from '../../../rich-text/index.ts'
import {
  Button,
  Card,
  type Crumb,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Stack,
} from '../../../ui/index.ts'
import { RequestList } from '../requests/requests.view.tsx'
import type { RequestRow } from '../requests/review-requests.queries.ts'
import type { ReviewAccess } from '../review-access.ts'
import type { PlacedThread } from './placed-threads.ts'
import { Thread } from './thread.view.tsx'

export interface ReviewPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  /** Address of the document. */
  readonly at: string
  readonly href: (path: string) => string
  readonly access: ReviewAccess
  readonly version: number
  readonly sha256: string
  readonly passages: readonly Passage[]
  readonly threads: readonly PlacedThread[]
  readonly requests: readonly RequestRow[]
  readonly hasEditor: boolean
  readonly userId: string
  readonly result: preact.ComponentChildren
}

/** The text of a draft paragraph by paragraph, with what is said about each right below it. */
export function ReviewPage(props: ReviewPageProps) {
  const { page, label, at, access, threads, requests } = props
  const gone = threads.filter(({ place }) => !place)
  const openSuggestions = threads.filter(({ thread }) => thread.suggestion !== null && thread.state === 'open')
  return (
    <Shell
      page={page}
      title={`Revisão de ${label}`}
      breadcrumb={props.breadcrumb}
      lead="Comentários e sugestões ficam ao lado do texto: não saem no documento, no PDF, na pesquisa nem na assinatura."
    >
      <Stack>
        {props.result}
        {access.speaks ? null : (
          <Message kind="info" title="Revisão encerrada com a assinatura">
            <p>O documento foi assinado. O que se disse na revisão fica aqui como registro desta unidade.</p>
          </Message>
        )}
        <Card title="Pedidos de revisão" icon="eye" id="pedidos">
          <RequestList {...props} requests={requests} />
          <FormActions>
            {access.asks ? (
              <LinkButton
                kind={requests.some(({ mine, state }) => mine && state === 'open') ? 'secondary' : 'primary'}
                icon="send"
                href={`${at}/revisao/pedido`}
              >
                Pedir revisão
              </LinkButton>
            ) : null}
            {access.speaks && props.hasEditor ? (
              <LinkButton icon="edit" href={`${at}/revisao/sugestoes`}>
                Sugerir alterações
              </LinkButton>
            ) : null}
            <LinkButton kind="quiet" href={at}>
              Voltar ao documento
            </LinkButton>
          </FormActions>
        </Card>
        {openSuggestions.length > 0 ? <AllSuggestions {...props} count={openSuggestions.length} /> : null}
        <Card title={`Texto, versão ${props.version}`} icon="document" id="texto">
          {props.passages.length === 0 ? (
            <EmptyState title="O texto está em branco" icon="document">
              Não há parágrafos que se possam comentar.
            </EmptyState>
          ) : (
            <ol class="review">
              {props.passages.map((passage, index) => (
                <PassageItem key={index} {...props} passage={passage} index={index} />
              ))}
            </ol>
          )}
        </Card>
        {gone.length > 0 ? (
          <Card title="Sobre trechos que não estão mais no texto" icon="history" id="sem-trecho">
            <Stack>
              {gone.map(({ thread }) => (
                <Thread key={thread.id} {...props} thread={thread} place={undefined} />
              ))}
            </Stack>
          </Card>
        ) : null}
      </Stack>
    </Shell>
  )
}

function AllSuggestions({ formKeys, at, access, count }: ReviewPageProps & { count: number }) {
  const text = formatCount(count, 'sugestão espera', 'sugestões esperam')
  return (
    <Message kind="warning" title={`${text} decisão`}>
      <p>Enquanto houver sugestão sem decisão, o documento não pode ser assinado. O texto fica como está até lá.</p>
      {access.decides ? (
        <Form
          {...formKeys}
          idempotencyKey={`${formKeys.idempotencyKey}-todas`}
          action={`${at}/revisao/aceite`}
          id="todas-as-sugestoes"
        >
          <FormActions>
            <Button icon="check">Aceitar todas</Button>
            <Button kind="quiet" icon="cancel" formAction={`${at}/revisao/rejeicao`}>
              Rejeitar todas
            </Button>
          </FormActions>
        </Form>
      ) : null}
    </Message>
  )
}

function PassageItem(props: ReviewPageProps & { passage: Passage; index: number }) {
  const { passage, index, at, access } = props
  const here = props.threads.filter(({ place }) => place?.passage === index)
  if (passage.text.trim() === '' && here.length === 0) return null
  const number = index + 1
  return (
    <li class="review__passage" id={`paragrafo-${number}`}>
      <p class={passage.locked ? 'review__text review__text--fixed' : 'review__text'}>
        <span class="review__number">{number}</span> {passage.mark ? `${passage.mark} ` : ''}
        <Quoted text={passage.text} threads={here} />
      </p>
      {access.speaks ? (
        <p class="review__act">
          <LinkButton kind="quiet" small icon="comment" href={`${at}/revisao/comentario?paragrafo=${number}`}>
            Comentar ou sugerir<span class="visually-hidden"> no parágrafo {number}</span>
          </LinkButton>
        </p>
      ) : null}
      {here.map((one) => (
        <Thread key={one.thread.id} {...props} {...one} />
      ))}
    </li>
  )
}

/** The words with the passages that somebody speaks about marked; where they overlap, the first one stands. */
function Quoted({ text, threads }: { text: string; threads: readonly PlacedThread[] }) {
  const places = threads
    .flatMap(({ thread, place }) => (place && thread.state === 'open' ? [place] : []))
    .sort((a, b) => a.start - b.start)
  const parts: preact.ComponentChildren[] = []
  let at = 0
  for (const { start, end } of places) {
    if (start < at) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
