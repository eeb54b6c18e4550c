import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import {
  type Answer,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
} from '../../../platform/http/index.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { passagesOf } from '../../../rich-text/index.ts'
import { type FormError, Message } from '../../../ui/index.ts'
import {
  type Document,
  documentLabel,
  documentMissing,
  explainSave,
  findDocument,
  textToReview,
} from '../../documents/index.ts'
import { reviewCrumbs, reviewEnded } from '../requests/routes.tsx'
import { reviewAccess } from '../review-access.ts'
import { requestsOf, reviewStatesOf } from '../reviews-of.ts'
import { type DecideRefusal, type DecideRequest, decideSuggestions } from './decide-suggestions.ts'
import { findThread } from './find-thread.ts'
import { placedThreads } from './placed-threads.ts'
import { ReviewPage } from './review.page.tsx'
import { reopenResolved, replyInThread, resolveThread } from './settle-thread.ts'
import { ThreadFormPage, type ThreadTyped } from './thread-form.page.tsx'
import { readThreadMessage } from './thread-message.form.ts'
import type { ThreadRow } from './threads.queries.ts'
import type { ThreadRefusal } from './threads.rules.ts'
import { explainThread } from './threads.text.ts'
import { writeThread } from './write-thread.ts'

export function threadRoutes(router: Router): void {
  router.page('/documentos/:numero/revisao', {}, (visit) => reviewPage(visit, visit.param('numero'), []))

  router.page('/documentos/:numero/revisao/comentario', {}, (visit) => {
    const paragraph = visit.query('paragrafo')
    return threadForm(visit, { paragraph, quote: '', text: '', suggestion: '', removes: false }, [])
  })
  router.act('/documentos/:numero/revisao/comentario', {}, async (visit) => {
    const number = visit.param('numero')
    const typed = readTyped(visit)
    const index = Number(typed.paragraph) - 1
    if (!Number.isInteger(index) || index < 0 || index > 1_000_000) {
      return threadForm(visit, typed, [explainThread({ kind: 'no-passage' })])
    }
    const suggestion = typed.removes ? '' : typed.suggestion || undefined
    const request = { number, meant: { passage: index, quote: typed.quote }, text: typed.text, suggestion }
    const outcome = await writeThread(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/documentos/${number}/revisao#paragrafo-${index + 1}`))
    return threadForm(visit, typed, outcome.refusals.map(explainThread))
  })

  router.act('/revisao/observacoes/:id/resposta', {}, (visit) =>
    settle(visit, replyInThread(visit.db, visit.actor, wordsOf(visit), visit.now)),
  )
  router.act('/revisao/observacoes/:id/resolucao', {}, async (visit) => {
    const words = wordsOf(visit)
    // The words typed beside the button are said before it is resolved.
    const said = words.text.trim() === '' ? undefined : await replyInThread(visit.db, visit.actor, words, visit.now)
    if (said && !said.done) return settle(visit, Promise.resolve(said))
    return settle(visit, resolveThread(visit.db, visit.actor, words.id, visit.now))
  })
  router.act('/revisao/observacoes/:id/reabertura', {}, (visit) =>
    settle(visit, reopenResolved(visit.db, visit.actor, visit.param('id'), visit.now)),
  )
  router.act('/revisao/observacoes/:id/aceite', {}, (visit) => decideOne(visit, 'accepted'))
  router.act('/revisao/observacoes/:id/rejeicao', {}, (visit) => decideOne(visit, 'rejected'))
  router.act('/documentos/:numero/revisao/aceite', {}, (visit) => decideAll(visit, 'accepted'))
  router.act('/documentos/:numero/revisao/rejeicao', {}, (visit) => decideAll(visit, 'rejected'))

  // What the side panel of the editor speaks.
  router.page('/documentos/:numero/revisao/observacoes', {}, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document || !reviewAccess(document, visit.actor).sees) return documentMissing(visit)
    return threadsAnswer(visit, document)
  })
  router.exchange('POST', '/documentos/:numero/revisao/observacoes', {}, async (visit) => {
    const message = readThreadMessage(visit.json)
    if (!message) return json({ message: 'O pedido não pôde ser entendido.' }, 400)
    const number = visit.param('numero')
    const { db, actor, now } = visit
    const outcome: Outcome<unknown, ThreadRefusal | DecideRefusal> | undefined = await (() => {
      switch (message.act) {
        case 'write':
          return writeThread(db, actor, { ...message, number, suggestion: message.suggestion ?? undefined }, now)
        case 'reply':
          return replyInThread(db, actor, message, now)
        case 'resolve':
          return resolveThread(db, actor, message.id, now)
        case 'reopen':
          return reopenResolved(db, actor, message.id, now)
        case 'accept':
        case 'reject': {
          const decision = message.act === 'accept' ? 'accepted' : 'rejected'
          return decideSuggestions(db, actor, { number, threads: [message.id], decision }, now).then(firstOf)
        }
      }
    })()
    if (!outcome) return json({ message: 'A revisão não está mais disponível para você nesta unidade.' }, 404)
    if (!outcome.done)
      return json({ message: outcome.refusals.map((one) => explainDecide(one).message).join(' ') }, 422)
    const document = await findDocument(db, actor, number, 'reading', now)
    return document ? threadsAnswer(visit, document) : json({})
  })
}

function readTyped({ form }: InnerVisit): ThreadTyped {
  const unix = (name: string) => fieldText(form, name).replace(/\r\n?/g, '\n').trim()
  return {
    paragraph: fieldText(form, 'paragrafo').trim(),
    quote: unix('trecho'),
    text: unix('texto'),
    suggestion: unix('redacao'),
    removes: fieldText(form, 'retirar') === 'sim',
  }
}

const wordsOf = (visit: InnerVisit) => ({ id: visit.param('id'), text: fieldText(visit.form, 'texto') })

function explainDecide(refusal: DecideRefusal): FormError {
  return refusal.kind === 'save' ? { message: explainSave(refusal.why) } : explainThread(refusal)
}

/** Of one suggestion decided: what became of it is what became of the act. */
function firstOf(outcome: Awaited<ReturnType<typeof decideSuggestions>>): Outcome<unknown, DecideRefusal> | undefined {
  return outcome?.done ? (outcome.value[0]?.outcome ?? outcome) : outcome
}

async function settle(
  visit: InnerVisit,
  act: Promise<Outcome<{ readonly number: string }, ThreadRefusal> | undefined>,
): Promise<Answer> {
  const outcome = await act
  if (!outcome) return notFound
  const id = visit.param('id')
  if (outcome.done) return redirect(visit.href(`/documentos/${outcome.value.number}/revisao#observacao-${id}`))
  return again(visit, outcome.refusals.map(explainThread))
}

async function decideOne(visit: InnerVisit, decision: DecideRequest['decision']): Promise<Answer> {
  const found = await findThread(visit.db, visit.actor, visit.param('id'), visit.now)
  if (!found) return notFound
  const { number } = found
  const request = { number, threads: [visit.param('id')], decision }
  const outcome = firstOf(await decideSuggestions(visit.db, visit.actor, request, visit.now))
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`/documentos/${number}/revisao#texto`))
  return again(visit, outcome.refusals.map(explainDecide))
}

async function decideAll(visit: InnerVisit, decision: DecideRequest['decision']): Promise<Answer> {
  const number = visit.param('numero')
  const request = { number, threads: undefined, decision }
  const outcome = await decideSuggestions(visit.db, visit.actor, request, visit.now)
  if (!outcome) return notFound
  if (!outcome.done) return reviewPage(visit, number, outcome.refusals.map(explainDecide))
  const words = decision === 'accepted' ? 'aceita.' : 'rejeitada.'
  const items = outcome.value.map(({ thread, outcome: one }) => ({
    label: labelOf(thread),
    done: one.done,
    text: one.done ? words : one.refusals.map((why) => explainThread(why).message).join(' '),
  }))
  return redirect(visit.href(`/documentos/${number}/revisao${await keepResult(visit, { title: 'Sugestões', items })}`))
}

/** A few words by which people know a suggestion again. */
function labelOf({ quote, author }: ThreadRow): string {
  const words = quote.length > 50 ? `${quote.slice(0, 49).toWellFormed().trimEnd()}…` : quote
  return `“${words}”, de ${author}`
}

async function again(visit: InnerVisit, problems: readonly FormError[]): Promise<Answer> {
  const found = await findThread(visit.db, visit.actor, visit.param('id'), visit.now)
  return found ? reviewPage(visit, found.number, problems) : notFound
}

async function reviewPage(visit: InnerVisit, number: string, problems: readonly FormError[]): Promise<Answer> {
  const { db, actor, now } = visit
  const document = await findDocument(db, actor, number, 'reading', now)
  const access = document && reviewAccess(document, actor)
  if (!document || !access?.sees) return reviewEnded(visit, document)
  const [text, requests, result] = await Promise.all([
    textToReview(db, document),
    requestsOf(db, actor, document.id),
    findResult(visit),
  ])
  if (!text) return notFound
  const passages = passagesOf(text.content)
  const threads = await placedThreads(
    db,
    document.id,
    passages.map((one) => one.text),
  )
  const notes = (
    <>
      {result ? <ActResultMessage result={result} /> : null}
      {problems.length > 0 ? (
        <Message kind="error" title="Não foi feito">
          {problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Message>
      ) : null}
    </>
  )
  return html(
    <ReviewPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={reviewCrumbs(visit, document, 'Revisão')}
      label={documentLabel(document)}
      at={visit.href(`/documentos/${document.number}`)}
      href={visit.href}
      access={access}
      version={text.version}
      sha256={text.sha256}
      passages={passages}
      threads={threads}
      requests={requests}
      hasEditor={document.formVersionId === null}
      userId={actor.userId}
      result={notes}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function threadForm(visit: InnerVisit, typed: ThreadTyped, problems: readonly FormError[]): Promise<Answer> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  const access = document && reviewAccess(document, visit.actor)
  if (!document || !access?.sees) return documentMissing(visit)
  const at = visit.href(`/documentos/${document.number}/revisao`)
  if (!access.speaks && problems.length === 0) return redirect(at)
  const text = await textToReview(visit.db, document)
  const passage = text && passagesOf(text.content)[Number(typed.paragraph) - 1]
  return html(
    <ThreadFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={reviewCrumbs(visit, document, 'Comentar ou sugerir')}
      label={documentLabel(document)}
      action={`${at}/comentario`}
      backHref={at}
      passage={passage?.text}
      locked={passage?.locked ?? false}
      typed={typed}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The threads of a document for the side panel of its editor: what was signed has none there. */
async function threadsAnswer(visit: InnerVisit, document: Document): Promise<Answer> {
  const [text, threads, [state]] = await Promise.all([
    textToReview(visit.db, document),
    placedThreads(visit.db, document.id, []),
    reviewStatesOf(visit.db, [document.id]),
  ])
  const access = reviewAccess(document, visit.actor)
  return json({
    speaks: access.speaks,
    decides: access.decides,
    version: text?.version,
    savedAt: text?.savedAt,
    content: text?.content,
    waiting: state?.waiting ?? [],
    threads: threads.map(({ thread }) => ({ ...thread, isMine: thread.authorId === visit.actor.userId })),
  })
}
