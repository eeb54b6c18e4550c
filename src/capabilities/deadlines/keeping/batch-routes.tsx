import { type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { findCaseFiles } from '../../cases/index.ts'
import { readTermTyped } from '../counting/term.form.ts'
import type { Deadline } from '../deadline.ts'
import { actOnDeadlines, type DeadlineDeed } from './act-on-deadlines.ts'
import { BatchPage } from './batch.page.tsx'
import { readCaseNumbers, readDeadlineIds, readTermAndTime } from './deadline.form.ts'
import { explainDeadlineRefusal, tellDue } from './deadline.text.ts'
import { deadlinesOf, findDeadlines } from './find-deadlines.ts'

const writing = { permission: 'cases.change' } as const

/** Many deadlines at once: those chosen in the list, or the open ones of the case files chosen on the desk (PRO-109). */
export function batchRoutes(router: Router): void {
  router.page('/prazos/lote', writing, async (visit) => {
    const numbers = readCaseNumbers(visit.queryList('processo'))
    const ids = readDeadlineIds(visit.queryList('prazo'))
    const deadlines = numbers.length > 0 ? await openIn(visit, numbers) : await chosen(visit, ids)
    if (deadlines.length === 0 && numbers.length + ids.length > 0 && !(await anyFound(visit, numbers))) return notFound
    return batchPage(visit, deadlines, { origin: numbers.length > 0 ? 'mesa' : 'prazos' }, [], 200)
  })

  router.act('/prazos/lote', writing, async (visit) => {
    const ids = readDeadlineIds(fieldList(visit.form, 'prazo'))
    const shown = readDeadlineIds(fieldText(visit.form, 'mostrados').split(' '))
    const { deed, problems, time } = readDeed(visit)
    if (ids.length === 0) problems.push({ field: 'prazo', message: 'Marque um ou mais prazos.' })
    const again = async (errors: readonly FormError[]) =>
      batchPage(visit, await chosen(visit, shown), { origin: originOf(visit.form), ids, form: visit.form }, errors, 422)
    if (!deed || problems.length > 0) return again(problems)
    const results = await actOnDeadlines(visit.db, visit.actor, ids, deed, visit.now)
    if (results.length === 0) return notFound
    const items = results.map(({ deadline, outcome }): ItemResult => {
      const label = `${deadline.caseNumber} – ${deadline.text}`
      const text = outcome.done
        ? toldOf(deed, outcome.value.due, time)
        : outcome.refusals.map(explainDeadlineRefusal).join(' ')
      return { label, href: visit.href(`/processos/${deadline.caseDigits}`), done: outcome.done, text }
    })
    if (items.every(({ done }) => !done)) {
      return again(items.map(({ label, text }) => ({ message: `${label}: ${text}` })))
    }
    const token = await keepResult(visit, { title: 'Prazos', items })
    return redirect(visit.href(`/${originOf(visit.form)}${token}`))
  })
}

function readDeed(visit: InnerVisit): {
  deed: DeadlineDeed | undefined
  time: string | undefined
  problems: FormError[]
} {
  const act = fieldText(visit.form, 'acao')
  if (act === 'concluir') return { deed: { act: 'conclude' }, time: undefined, problems: [] }
  if (act === 'excluir') return { deed: { act: 'delete' }, time: undefined, problems: [] }
  if (act !== 'alterar') return { deed: undefined, time: undefined, problems: [{ message: 'Escolha o que fazer.' }] }
  const typed = readTermTyped(visit.form)
  const { term, time, problems } = readTermAndTime(typed, fieldText(visit.form, 'hora').trim(), todayIn(visit.now))
  return { deed: term && { act: 'change', due: { term, time } }, time, problems }
}

function toldOf(deed: DeadlineDeed, due: string, time: string | undefined): string {
  switch (deed.act) {
    case 'conclude':
      return 'concluído.'
    case 'delete':
      return 'excluído.'
    default:
      return `alterado para ${tellDue(due, time)}.`
  }
}

async function batchPage(
  visit: InnerVisit,
  deadlines: readonly Deadline[],
  shown: { readonly origin: 'mesa' | 'prazos'; readonly ids?: readonly string[]; readonly form?: FormFields },
  problems: readonly FormError[],
  status: 200 | 422,
): Promise<Answer> {
  const form = shown.form ?? {}
  return html(
    <BatchPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      deadlines={deadlines}
      chosen={shown.ids ?? deadlines.map(({ id }) => id)}
      origin={shown.origin}
      term={readTermTyped(form)}
      time={fieldText(form, 'hora').slice(0, 10)}
      problems={problems}
    />,
    status,
  )
}

async function openIn(visit: InnerVisit, numbers: readonly string[]): Promise<Deadline[]> {
  const caseFiles = await found(visit, numbers)
  const ids = caseFiles.map(({ id }) => id)
  return deadlinesOf(visit.db, visit.actor, ids, 'open', visit.now)
}

async function anyFound(visit: InnerVisit, numbers: readonly string[]): Promise<boolean> {
  return (await found(visit, numbers)).length > 0
}

function found(visit: InnerVisit, numbers: readonly string[]) {
  const keys = numbers.map((digits) => ({ digits }))
  return findCaseFiles(visit.db, visit.actor, keys, 'reading', visit.now)
}

function chosen(visit: InnerVisit, ids: readonly string[]): Promise<Deadline[]> {
  return findDeadlines(visit.db, visit.actor, ids, visit.now)
}

function originOf(form: FormFields): 'mesa' | 'prazos' {
  return fieldText(form, 'origem') === 'mesa' ? 'mesa' : 'prazos'
}
