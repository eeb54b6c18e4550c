import { keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { listCalendars } from '../authorities/find-calendars.ts'
import { fieldsOfParticipants } from '../participants/participants.form.ts'
import { findRequest } from '../requests/find-request.ts'
import { noSuchCaseFile } from '../requests/request.form.ts'
import { publishNow } from '../showing/publish-due.ts'
import { bookCommitment } from './book-commitment.ts'
import { type ChangeRefusal, changeCommitment } from './change-commitment.ts'
import { fieldsOfCommitment, readSettling, readTerms } from './commitment.form.ts'
import { explainTerms, stateWords } from './commitment.text.ts'
import { CommitmentFormPage } from './commitment-form.page.tsx'
import type { CommitmentRow } from './commitments.queries.ts'
import { commitmentPage, dayAsked, freeTimes, sheetPage, weekPage } from './commitments.view.tsx'
import { findCommitment } from './find-commitment.ts'
import { type SettlingRefusal, settleCommitment } from './settle-commitment.ts'

const writing = { permission: 'cases.change' } as const
const isId = (text: string) => /^[1-9]\d{0,17}$/.test(text)

/** The agendas of the unit: week, sheet of a day, and each commitment from booking to what follows of it. */
export function commitmentsRoutes(router: Router): void {
  router.page('/agenda', {}, weekPage)
  router.page('/agenda/folha', {}, sheetPage)

  router.page('/agenda/novo', writing, async (visit) => newPage(visit, await offered(visit), []))

  router.act('/agenda/compromissos', writing, async (visit) => {
    const officeId = fieldText(visit.form, 'autoridade')
    const { request, problems } = readTerms(visit.form)
    const missing = isId(officeId) ? [] : [{ field: 'autoridade', message: 'Escolha a agenda.' }]
    if (!request || missing.length > 0) return newPage(visit, visit.form, [...missing, ...problems])
    const requestId = fieldText(visit.form, 'pedido')
    const booking = { ...request, officeId, ...(isId(requestId) ? { requestId } : {}) }
    const outcome = await bookCommitment(visit.db, visit.actor, booking, visit.now)
    if (!outcome) return newPage(visit, visit.form, [{ field: 'autoridade', message: 'Escolha a agenda.' }])
    if (!outcome.done) return newPage(visit, visit.form, outcome.refusals.map(explain))
    return saying(visit, outcome.value.id, request.subject, 'compromisso confirmado.')
  })

  router.page('/agenda/compromissos/:id', {}, async (visit) => {
    const commitment = await commitmentOf(visit)
    return commitment ? commitmentPage(visit, commitment) : notFound
  })

  router.act('/agenda/compromissos/:id', writing, async (visit) => {
    const commitment = await commitmentOf(visit)
    if (!commitment) return notFound
    const { request, problems } = readSettling(visit.form, commitment.id)
    if (!request) return commitmentPage(visit, commitment, visit.form, problems)
    const outcome = await settleCommitment(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return commitmentPage(visit, commitment, visit.form, outcome.refusals.map(explainSettling))
    return saying(visit, commitment.id, commitment.subject, `${stateWords[request.state].word.toLowerCase()}.`)
  })

  router.page('/agenda/compromissos/:id/alteracao', writing, async (visit) => {
    const commitment = await commitmentOf(visit)
    return commitment ? changePage(visit, commitment, fieldsOfCommitment(commitment), []) : notFound
  })

  router.act('/agenda/compromissos/:id/alteracao', writing, async (visit) => {
    const commitment = await commitmentOf(visit)
    if (!commitment) return notFound
    const { request, problems } = readTerms(visit.form)
    if (!request) return changePage(visit, commitment, visit.form, problems)
    const outcome = await changeCommitment(visit.db, visit.actor, { ...request, id: commitment.id }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return changePage(visit, commitment, visit.form, outcome.refusals.map(explain))
    return saying(visit, commitment.id, request.subject, 'compromisso alterado.')
  })

  router.act('/agenda/compromissos/:id/publicacao', writing, async (visit) => {
    const commitment = await commitmentOf(visit)
    if (!commitment || commitment.state === 'cancelled') return notFound
    await publishNow(visit.db, commitment.id, visit.now)
    return saying(visit, commitment.id, commitment.subject, 'publicado na agenda pública.')
  })
}

async function saying(visit: InnerVisit, id: string, label: string, text: string): Promise<Answer> {
  const result = await keepResult(visit, { title: 'Compromisso', items: [{ label, done: true, text }] })
  return redirect(visit.href(`/agenda/compromissos/${id}`) + result)
}

async function commitmentOf(visit: InnerVisit): Promise<CommitmentRow | undefined> {
  const id = idParam(visit)
  return id ? findCommitment(visit.db, visit.actor, id, 'reading', visit.now) : undefined
}

/** What the form of a new commitment begins with: from the address, and from the request that it answers. */
async function offered(visit: InnerVisit): Promise<FormFields> {
  const asked = visit.query('pedido')
  const request = isId(asked) ? await findRequest(visit.db, visit.actor, asked, 'reading', visit.now) : undefined
  const base = {
    autoridade: request?.officeId ?? visit.query('autoridade'),
    dia: dayAsked(visit) ?? request?.wishedFrom ?? todayIn(visit.now),
    inicio: visit.query('inicio').slice(0, 8),
    fim: visit.query('fim').slice(0, 8),
    processo: visit.query('processo').slice(0, 60),
  }
  if (!request || request.decidedAt) return base
  const isPrivate = request.participants.find((one) => one.isPrivate)
  return {
    ...base,
    ...fieldsOfParticipants(request.participants),
    pedido: request.id,
    assunto: request.subject,
    especie: isPrivate ? 'hearing' : 'meeting',
    representante: isPrivate?.name ?? '',
    representado: isPrivate ? isPrivate.body || request.institution : '',
    processo: request.caseNumber ?? '',
  }
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const typed = fieldText(fields, 'dia')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !problems.some(({ field }) => field === 'dia') ? typed : todayIn(now)
  const calendars = await listCalendars(db, actor, day as ReturnType<typeof todayIn>)
  const calendar = calendars.find(({ officeId }) => officeId === fieldText(fields, 'autoridade'))
  const shown = (
    <CommitmentFormPage
      {...{ page, formKeys, href, calendars, fields, problems }}
      title="Marcar compromisso"
      crumbs={[{ label: 'Marcar compromisso' }]}
      action={href('/agenda/compromissos')}
      backTo={href('/agenda')}
      button="Marcar"
    >
      {calendar ? await freeTimes(visit, calendar, day, fieldText(fields, 'pedido')) : null}
    </CommitmentFormPage>
  )
  return html(shown, problems.length > 0 ? 422 : 200)
}

function changePage(
  { page, formKeys, href }: InnerVisit,
  { id, subject }: CommitmentRow,
  fields: FormFields,
  problems: readonly FieldProblem[],
): Answer {
  const path = href(`/agenda/compromissos/${id}`)
  const shown = (
    <CommitmentFormPage
      {...{ page, formKeys, href, fields, problems }}
      calendars={undefined}
      title="Alterar ou remarcar"
      crumbs={[{ label: subject, href: path }, { label: 'Alterar' }]}
      action={`${path}/alteracao`}
      backTo={path}
      button="Salvar"
    />
  )
  return html(shown, problems.length > 0 ? 422 : 200)
}

function explain(refusal: ChangeRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'no-such-case-file':
      return noSuchCaseFile
    case 'request-decided':
      return { field: 'autoridade', message: 'O pedido já foi respondido. Volte à lista de pedidos.' }
    case 'cancelled':
      return { field: 'dia', message: 'O compromisso foi cancelado. Marque outro.' }
    default:
      return explainTerms(refusal)
  }
}

function explainSettling({ kind }: SettlingRefusal): FieldProblem {
  switch (kind) {
    case 'no-such-case-file':
      return noSuchCaseFile
    case 'confidential-case-file':
      return { field: 'processo', message: 'O processo é sigiloso. Antes, altere o compromisso para reservado.' }
    case 'not-yet':
      return { field: 'situacao', message: 'O compromisso ainda não começou.' }
    case 'was-held':
      return { field: 'situacao', message: 'O compromisso foi realizado: não pode mais ser cancelado.' }
    case 'needs-reason':
      return { field: 'encaminhamentos', message: 'Informe o motivo do cancelamento.' }
    case 'cancelled':
      return { field: 'situacao', message: 'O compromisso já foi cancelado.' }
  }
}
