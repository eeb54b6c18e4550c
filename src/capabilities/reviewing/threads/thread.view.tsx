import type { FormKeys } from '../../../platform/form-keys.ts'
import { compareWords } from '../../../rich-text/index.ts'
import {
  Button,
  DateTime,
  Details,
  Form,
  FormActions,
  type PageContext,
  StatusTag,
  TextArea,
} from '../../../ui/index.ts'
import type { ReviewAccess } from '../review-access.ts'
import type { PlacedThread } from './placed-threads.ts'
import type { ThreadRow } from './threads.queries.ts'

export interface ThreadProps extends PlacedThread {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly access: ReviewAccess
  readonly userId: string
}

/** What is said about one passage, with what one may do about it; settled, it is folded. */
export function Thread(props: ThreadProps) {
  const { thread, place, page } = props
  const { id, state, suggestion } = thread
  const kind = suggestion === null ? 'Comentário' : 'Sugestão'
  const body = (
    <>
      <p class="secondary">
        <strong>{thread.author}</strong>, {thread.unitAcronym}, <DateTime value={thread.at} now={page.now} />{' '}
        <ThreadTag thread={thread} />
      </p>
      {suggestion === null ? (
        <blockquote class="review__quote">{thread.quote}</blockquote>
      ) : (
        <SuggestedWords quote={thread.quote} suggestion={suggestion} />
      )}
      {place?.state === 'changed' ? <p class="secondary">O trecho mudou depois disto.</p> : null}
      {place ? null : <p class="secondary">O trecho não está mais no texto.</p>}
      {thread.replies.length > 0 ? (
        <ul class="review__replies">
          {thread.replies.map((reply, index) => (
            <li key={reply.id}>
              {index === 0 && reply.author === thread.author && suggestion === null ? null : (
                <span class="secondary">
                  {reply.author}, {reply.unitAcronym}, <DateTime value={reply.at} now={page.now} />:{' '}
                </span>
              )}
              <span class="review__words">{reply.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ThreadActs {...props} />
    </>
  )
  return (
    <section class="review__thread" id={`observacao-${id}`} aria-label={`${kind} de ${thread.author}`}>
      {state === 'open' ? (
        body
      ) : (
        <Details summary={`${kind} de ${thread.author}: ${settledWords(thread)}`}>{body}</Details>
      )}
    </section>
  )
}

function settledWords({ state, settledBy }: ThreadRow): string {
  const words = { open: 'em aberto', resolved: 'resolvido', accepted: 'aceita', rejected: 'rejeitada' } as const
  return settledBy ? `${words[state]} por ${settledBy}` : words[state]
}

function ThreadTag({ thread }: { thread: ThreadRow }) {
  if (thread.state === 'open')
    return <StatusTag tone="warning">{thread.suggestion === null ? 'Comentário' : 'Sugestão'}</StatusTag>
  return <StatusTag tone="neutral">{settledWords(thread)}</StatusTag>
}

/** What goes and what comes, in words also for who does not see the strokes. */
function SuggestedWords({ quote, suggestion }: { quote: string; suggestion: string }) {
  return (
    <p class="review__suggestion">
      {compareWords(quote, suggestion).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index}>
            <span class="visually-hidden">[entra: </span>
            {text}
            <span class="visually-hidden">]</span>
          </ins>
        ) : (
          <del key={index}>
            <span class="visually-hidden">[sai: </span>
            {text}
            <span class="visually-hidden">]</span>
          </del>
        ),
      )}
    </p>
  )
}

function ThreadActs({ thread, access, formKeys, href, userId }: ThreadProps) {
  if (!access.speaks) return null
  const { id, state, suggestion } = thread
  const at = (part: string) => href(`/revisao/observacoes/${id}/${part}`)
  const form = (name: string, part: string) => ({
    ...formKeys,
    idempotencyKey: `${formKeys.idempotencyKey}-${name}-${id}`,
    action: at(part),
    id: `${name}-${id}`,
  })
  if (suggestion !== null && state !== 'open') return null
  return (
    <>
      {suggestion !== null ? (
        <Form {...form('decidir', 'aceite')}>
          <FormActions>
            {access.decides ? (
              <Button small icon="check">
                Aceitar
              </Button>
            ) : null}
            {access.decides || thread.authorId === userId ? (
              <Button small kind="quiet" icon="cancel" formAction={at('rejeicao')}>
                {access.decides ? 'Rejeitar' : 'Retirar a sugestão'}
              </Button>
            ) : null}
          </FormActions>
        </Form>
      ) : null}
      {state === 'resolved' ? (
        <Form {...form('reabrir', 'reabertura')}>
          <Button small kind="quiet" icon="history">
            Reabrir
          </Button>
        </Form>
      ) : (
        <Details summary={suggestion === null ? 'Responder ou resolver' : 'Responder'}>
          <Form {...form('responder', 'resposta')}>
            <TextArea id={`resposta-${id}`} name="texto" label="Resposta" rows={2} maxLength={2000} />
            <FormActions>
              <Button small icon="comment">
                Responder
              </Button>
              {suggestion === null ? (
                <Button small kind="quiet" icon="check" formAction={at('resolucao')}>
                  Marcar como resolvido
                </Button>
              ) : null}
            </FormActions>
          </Form>
        </Details>
      )}
    </>
  )
}
