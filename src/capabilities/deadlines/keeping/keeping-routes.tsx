import { type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { actOnDeadlines, type DeadlineDeed, type DeadlineDone } from './act-on-deadlines.ts'
import { caseNumbersOf, emptyDeadline, readCaseNumbers, readDeadline } from './deadline.form.ts'
import { explainDeadlineRefusal, tellDue } from './deadline.text.ts'
import { changePage, deadlinePage, deletionPage, setPage } from './deadline.view.tsx'
import { findDeadline } from './find-deadlines.ts'
import { type DeadlineSet, setDeadlines } from './set-deadlines.ts'

const writing = { permission: 'cases.change' } as const

export function keepingRoutes(router: Router): void {
  router.page('/prazos/novo', writing, async (visit) =>
    setPage(visit, readCaseNumbers(visit.queryList('processo')), countedFrom(visit.query('desde')), [], 200),
  )
  router.act('/prazos', writing, async (visit) => {
    const { typed, asked, problems } = readDeadline(visit.form, todayIn(visit.now))
    const caseNumbers = caseNumbersOf(visit.form)
    const shownNumbers = readCaseNumbers(fieldList(visit.form, 'processo'))
    if (typed.counting) return setPage(visit, shownNumbers, typed, problems.filter(isOfTerm), 200)
    if (caseNumbers.length === 0) {
      problems.push({ field: 'numero', message: 'Informe o número do processo.' })
    }
    if (!asked || problems.length > 0) return setPage(visit, shownNumbers, typed, problems, 422)
    const set = await setDeadlines(
      visit.db,
      visit.actor,
      { caseNumbers, text: asked.text, term: asked.term, dueTime: asked.time },
      visit.now,
    )
    const typedNumber = shownNumbers.length === 0
    if (set.length === 0 && typedNumber) {
      return setPage(
        visit,
        [],
        typed,
        [{ field: 'numero', message: 'Processo não encontrado. Confira o número.' }],
        422,
      )
    }
    if (set.length === 0) return notFound
    if (set.every(({ outcome }) => !outcome.done))
      return setPage(visit, shownNumbers, typed, refusalsOf(set, typedNumber), 422)
    return answerSet(visit, set, asked.time)
  })

  router.page('/prazos/:id', {}, async (visit) => {
    const deadline = await deadlineOf(visit)
    return deadline ? deadlinePage(visit, deadline) : notFound
  })
  router.page('/prazos/:id/alteracao', writing, async (visit) => {
    const deadline = await deadlineOf(visit)
    return deadline ? changePage(visit, deadline, undefined, [], 200) : notFound
  })
  router.act('/prazos/:id/alteracao', writing, async (visit) => {
    const deadline = await deadlineOf(visit)
    if (!deadline) return notFound
    const { typed, asked, problems } = readDeadline(visit.form, todayIn(visit.now))
    if (typed.counting) return changePage(visit, deadline, typed, problems.filter(isOfTerm), 200)
    if (!asked) return changePage(visit, deadline, typed, problems, 422)
    const deed = { act: 'change', text: asked.text, due: { term: asked.term, time: asked.time } } as const
    const [result] = await actOnDeadlines(visit.db, visit.actor, [deadline.id], deed, visit.now)
    if (!result) return notFound
    if (!result.outcome.done) {
      return changePage(visit, deadline, typed, result.outcome.refusals.map(asProblem), 422)
    }
    return answerDone(visit, result, `alterado para ${tellDue(result.outcome.value.due, asked.time)}.`)
  })
  router.page('/prazos/:id/exclusao', writing, async (visit) => {
    const deadline = await deadlineOf(visit)
    return deadline ? deletionPage(visit, deadline) : notFound
  })
  for (const [path, act, text] of [
    ['conclusao', 'conclude', 'concluído.'],
    ['reabertura', 'reopen', 'reaberto.'],
    ['exclusao', 'delete', 'excluído.'],
  ] as const) {
    router.act(`/prazos/:id/${path}`, writing, async (visit) => doOne(visit, { act }, text))
  }
}

async function doOne(visit: InnerVisit, deed: DeadlineDeed, text: string): Promise<Answer> {
  const id = visit.param('id')
  const ids = /^\d{1,18}$/.test(id) ? [id] : []
  const [result] = await actOnDeadlines(visit.db, visit.actor, ids, deed, visit.now)
  return result ? answerDone(visit, result, text) : notFound
}

/** Back to where the act was asked for, saying what became of it. */
async function answerDone(visit: InnerVisit, { deadline, outcome }: DeadlineDone, text: string): Promise<Answer> {
  const said = outcome.done ? text : outcome.refusals.map(explainDeadlineRefusal).join(' ')
  const item: ItemResult = { label: `Prazo “${deadline.text}”`, done: outcome.done, text: said }
  const token = await keepResult(visit, { title: 'Prazo', items: [item] })
  const from = fieldText(visit.form, 'volta')
  if (from === 'prazos') return redirect(visit.href(`/prazos${token}`))
  const stillThere = from === 'prazo' && !(outcome.done && text === 'excluído.')
  return redirect(visit.href(`${stillThere ? `/prazos/${deadline.id}` : `/processos/${deadline.caseDigits}`}${token}`))
}

async function answerSet(visit: InnerVisit, set: readonly DeadlineSet[], time: string | undefined): Promise<Answer> {
  const items = set.map(({ number, digits, outcome }) => ({
    label: number,
    href: visit.href(`/processos/${digits}`),
    done: outcome.done,
    text: outcome.done
      ? `prazo definido para ${tellDue(outcome.value.due, time)}.`
      : outcome.refusals.map(explainDeadlineRefusal).join(' '),
  }))
  const token = await keepResult(visit, { title: 'Prazo', items })
  if (fieldText(visit.form, 'volta') === 'prazos') return redirect(visit.href(`/prazos${token}`))
  const single = set.length === 1 ? set[0] : undefined
  return redirect(visit.href(`${single ? `/processos/${single.digits}` : '/mesa'}${token}`))
}

function refusalsOf(set: readonly DeadlineSet[], typedNumber: boolean): FormError[] {
  return set.flatMap(({ number, outcome }) =>
    outcome.done
      ? []
      : outcome.refusals.map((refusal) => {
          const problem = asProblem(refusal)
          if (problem.field) return problem
          if (typedNumber) return { field: 'numero', message: problem.message }
          return set.length > 1 ? { message: `${number}: ${problem.message}` } : problem
        }),
  )
}

function asProblem(refusal: Parameters<typeof explainDeadlineRefusal>[0]): FormError {
  const message = explainDeadlineRefusal(refusal)
  return refusal.kind === 'already-past' ? { field: 'dia', message } : { message }
}

/** What concerns the count that is only to be shown. */
function isOfTerm({ field }: { field: string }): boolean {
  return ['dia', 'dias', 'contagem', 'desde'].includes(field)
}

function deadlineOf(visit: InnerVisit) {
  return findDeadline(visit.db, visit.actor, visit.param('id'), visit.now)
}

/** An empty form, whose days are counted from a day that the address may name, as that of a delivery. */
function countedFrom(day: string) {
  return { ...emptyDeadline, term: { ...emptyDeadline.term, from: parseLocalDate(day) ?? emptyDeadline.term.from } }
}
