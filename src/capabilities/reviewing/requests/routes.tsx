import { todayIn } from '../../../platform/calendar/index.ts'
import { fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { Crumb, FormError } from '../../../ui/index.ts'
import { type Document, documentLabel, documentMissing, findDocument, findDocuments } from '../../documents/index.ts'
import { reviewAccess } from '../review-access.ts'
import { myReviews, requestsOf, reviewStatesOf } from '../reviews-of.ts'
import { AnswerPage } from './answer-review.page.tsx'
import { answerReview, findRequest, reassignReview, withdrawReview } from './answer-review.ts'
import { type AskTyped, readAsk } from './ask-review.form.ts'
import { AskPage } from './ask-review.page.tsx'
import { askReview, reviewersOf } from './ask-review.ts'
import type { AnswerRefusal, AskRefusal } from './review-requests.rules.ts'
import { explainAnswer, explainAsk } from './review-requests.text.ts'
import { type ListedRequest, ReviewsPage } from './reviews.page.tsx'

const write = { permission: 'documents.write' } as const
const nothingTyped: AskTyped = { reviewer: '', message: '', dueOn: '' }

export function requestRoutes(router: Router): void {
  router.page('/revisoes', {}, reviewsPage)

  router.page('/documentos/:numero/revisao/pedido', write, (visit) => askPage(visit, nothingTyped, []))
  router.act('/documentos/:numero/revisao/pedido', write, async (visit) => {
    const number = visit.param('numero')
    const { typed, request, problems } = readAsk(visit.form)
    if (!request) return askPage(visit, typed, problems.map(explainAsk))
    const outcome = await askReview(visit.db, visit.actor, { ...request, number }, visit.now)
    if (!outcome) return notFound
    return outcome.done ? redirect(toReview(visit, number)) : askPage(visit, typed, outcome.refusals.map(explainAsk))
  })

  router.page('/revisoes/:id', {}, (visit) => answerPage(visit, { answer: '', text: '' }, []))
  router.act('/revisoes/:id/resposta', {}, async (visit) => {
    const typed = { answer: fieldText(visit.form, 'resposta'), text: fieldText(visit.form, 'texto') }
    const request = {
      id: visit.param('id'),
      answer: meaningOf(answers, typed.answer),
      text: typed.text,
      version: Number(fieldText(visit.form, 'versao')),
    }
    const outcome = await answerReview(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href('/revisoes#respondidas'))
    return answerPage(visit, typed, outcome.refusals.map(explainAnswer))
  })
  router.act('/revisoes/:id/retirada', write, async (visit) => {
    const outcome = await withdrawReview(visit.db, visit.actor, visit.param('id'), visit.now)
    if (!outcome) return notFound
    return outcome.done
      ? redirect(toReview(visit, outcome.value.number))
      : answerPage(visit, { answer: '', text: '' }, outcome.refusals.map(explainAnswer))
  })
  router.page('/revisoes/:id/repasse', write, (visit) => reassignPage(visit, undefined, []))
  router.act('/revisoes/:id/repasse', write, async (visit) => {
    const { typed, request, problems } = readAsk(visit.form)
    if (!request) return reassignPage(visit, typed, problems.map(explainAsk))
    const outcome = await reassignReview(visit.db, visit.actor, { ...request, id: visit.param('id') }, visit.now)
    if (!outcome) return notFound
    return outcome.done
      ? redirect(toReview(visit, outcome.value.number))
      : reassignPage(visit, typed, outcome.refusals.map(explainEither))
  })
}

const answers: Readonly<Record<string, 'approved' | 'returned'>> = { aprovado: 'approved', devolvido: 'returned' }

function explainEither(refusal: AskRefusal | AnswerRefusal): FormError {
  return refusal.kind === 'closed' || refusal.kind === 'not-asked'
    ? explainAnswer(refusal as AnswerRefusal)
    : explainAsk(refusal as AskRefusal)
}

const toReview = (visit: InnerVisit, number: string) => visit.href(`/documentos/${number}/revisao`)

/** Mesa, case file, document: the way back from a page of its review. */
export function reviewCrumbs(visit: InnerVisit, document: Document, last: string): Crumb[] {
  return [
    { label: 'Mesa', href: visit.href('/mesa') },
    { label: `Processo ${document.caseFile.number}`, href: visit.href(`/processos/${document.caseFile.digits}`) },
    { label: documentLabel(document), href: visit.href(`/documentos/${document.number}`) },
    { label: last },
  ]
}

/** Who was still asked when a signature ended the review is led to where that is told; for all others there is none. */
export async function reviewEnded(visit: InnerVisit, document: Document | undefined): Promise<Answer> {
  const own = document && (await requestsOf(visit.db, visit.actor, document.id)).find(({ mine }) => mine)
  return own?.state === 'signed' ? redirect(visit.href(`/revisoes/${own.id}`)) : documentMissing(visit)
}

async function reviewsPage(visit: InnerVisit): Promise<Answer> {
  const rows = await myReviews(visit.db, visit.actor)
  const ids = [...new Set(rows.map(({ documentId }) => documentId))]
  const documents = new Map(
    (await findDocuments(visit.db, visit.actor, ids, 'reading', visit.now)).map((one) => [one.id, one]),
  )
  const listed = (part: string): ListedRequest[] =>
    rows.flatMap((request) => {
      const document = documents.get(request.documentId)
      if (!document || request.part !== part) return []
      // What a signature ended is told by the request itself: the review may be closed to who was asked.
      const own = request.mine && (request.state === 'open' || request.state === 'signed')
      const review = own ? visit.href(`/revisoes/${request.id}`) : toReview(visit, document.number)
      return [
        {
          request,
          label: documentLabel(document),
          caseNumber: document.caseFile.number,
          href: own || reviewAccess(document, visit.actor).sees ? review : undefined,
          documentHref: visit.href(`/documentos/${document.number}`),
        },
      ]
    })
  return html(
    <ReviewsPage
      page={visit.page}
      href={visit.href}
      today={todayIn(visit.now)}
      waiting={listed('waiting')}
      asked={listed('asked')}
      answered={listed('answered')}
      hidden={rows.filter(({ documentId }) => !documents.has(documentId)).length}
    />,
  )
}

async function askPage(visit: InnerVisit, typed: AskTyped, problems: readonly FormError[]): Promise<Answer> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  const access = document && reviewAccess(document, visit.actor)
  if (!document || !access?.sees) return documentMissing(visit)
  if (!access.asks) return redirect(toReview(visit, document.number))
  return formPage(visit, document, {
    typed,
    problems,
    insteadOf: undefined,
    action: `${toReview(visit, document.number)}/pedido`,
  })
}

async function reassignPage(
  visit: InnerVisit,
  typed: AskTyped | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  const found = await findRequest(visit.db, visit.actor, visit.param('id'), 'reading', visit.now)
  if (!found || !reviewAccess(found.document, visit.actor).sees) return notFound
  const { row, document } = found
  if (row.state !== 'open' || !reviewAccess(document, visit.actor).asks)
    return redirect(toReview(visit, document.number))
  return formPage(visit, document, {
    typed: typed ?? { reviewer: '', message: row.message, dueOn: row.dueOn ?? '' },
    problems,
    insteadOf: row.reviewer,
    action: visit.href(`/revisoes/${row.id}/repasse`),
  })
}

async function formPage(
  visit: InnerVisit,
  document: Document,
  form: {
    readonly typed: AskTyped
    readonly problems: readonly FormError[]
    readonly insteadOf: string | undefined
    readonly action: string
  },
): Promise<Answer> {
  const label = documentLabel(document)
  const props = {
    page: visit.page,
    formKeys: visit.formKeys,
    breadcrumb: reviewCrumbs(visit, document, form.insteadOf ? 'Passar a revisão' : 'Pedir revisão'),
    label,
    backHref: toReview(visit, document.number),
    today: todayIn(visit.now),
    reviewers: await reviewersOf(visit.db, visit.actor, document, visit.now),
  }
  return html(<AskPage {...props} {...form} />, form.problems.length > 0 ? 422 : 200)
}

async function answerPage(
  visit: InnerVisit,
  typed: { readonly answer: string; readonly text: string },
  problems: readonly FormError[],
): Promise<Answer> {
  const found = await findRequest(visit.db, visit.actor, visit.param('id'), 'reading', visit.now)
  // Whoever may not answer is led to where the request stands, if it is for them at all.
  if (!found) return notFound
  const { row, document } = found
  if (!row.mine && problems.length === 0) return redirect(toReview(visit, document.number))
  const [state] = await reviewStatesOf(visit.db, [document.id])
  return html(
    <AnswerPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={reviewCrumbs(visit, document, 'Responder à revisão')}
      label={documentLabel(document)}
      href={visit.href}
      request={row.mine || row.state === 'signed' ? row : { ...row, state: 'withdrawn' }}
      documentHref={visit.href(`/documentos/${document.number}`)}
      version={document.version}
      openThreads={(state?.openComments ?? 0) + (state?.openSuggestions ?? 0)}
      typed={typed}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
