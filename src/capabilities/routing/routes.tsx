import { type ActResult, type ItemResult, keepResult } from '../../platform/act-results/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { fieldList, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import type { Outcome } from '../../platform/outcome.ts'
import type { FormError } from '../../ui/index.ts'
import { type CaseFile, explainCaseRefusal, findCaseFiles } from '../cases/index.ts'
import { unitPeople } from '../identity/index.ts'
import { AssignPage, ConcludePage } from './acts.page.tsx'
import { assignCaseFile } from './assign-case-file.ts'
import { concludeHolding } from './conclude-case-file.ts'
import { showDesk } from './desk.view.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { recallCaseFile } from './recall-case-file.ts'
import { reopenHolding } from './reopen-case-file.ts'
import { returnsRoutes } from './returns/returns-routes.tsx'
import { explainAssignRefusal, explainRecallRefusal } from './routing-acts.text.ts'
import { digitsList, readSend, readSendDays, type SendTyped } from './send-case-file.form.ts'
import { explainSendRefusal, fieldOfSendRefusal, sayWhatWasSent } from './send-case-file.text.ts'
import { sendCaseFile } from './send-case-file.ts'
import { sendPage, withGroup } from './send-case-file.view.tsx'
import { unfinishedIn } from './unfinished.ts'
import { wronglyOpenedRoutes } from './wrongly-opened-routes.tsx'

export function routingRoutes(router: Router): void {
  wronglyOpenedRoutes(router)
  returnsRoutes(router)
  deskRoutes(router)

  const send = { permission: 'routing.send' } as const
  router.page('/envio', send, async (visit) => {
    const typed = { ...readSend({}), caseNumbers: digitsList(visit.queryList('processo')) }
    return sendPage(visit, typed, [], 200)
  })
  router.act('/envio', send, async (visit) => {
    const typed = readSend(visit.form)
    if (typed.searching) return sendPage(visit, typed, [], 200)
    if (typed.group !== undefined) return withGroup(visit, typed, typed.group)
    return sendAll(visit, typed)
  })

  const assign = { permission: 'routing.assign' } as const
  router.page('/atribuicao', assign, async (visit) =>
    assignPage(visit, digitsList(visit.queryList('processo')), [], 200),
  )
  router.act('/atribuicao', assign, async (visit) => {
    const to = fieldText(visit.form, 'pessoa') || undefined
    const numbers = digitsList(fieldList(visit.form, 'processo'))
    const results = await each(visit, numbers, async (caseFile) =>
      told(
        await assignCaseFile(visit.db, visit.actor, { caseNumber: caseFile.digits, to }, visit.now),
        explainAssignRefusal,
        (value) => (value.to ? `atribuído a ${value.to}.` : 'atribuição removida.'),
      ),
    )
    if (results.every(({ done }) => !done)) {
      return assignPage(visit, numbers, results.map(asProblem), 422, to)
    }
    return redirect(visit.href(`/mesa${await keepResult(visit, { title: 'Atribuição', items: results })}`))
  })

  router.page('/conclusao', send, async (visit) =>
    concludePage(visit, digitsList(visit.queryList('processo')), [], 200),
  )
  router.act('/conclusao', send, async (visit) => {
    const numbers = digitsList(fieldList(visit.form, 'processo'))
    const results = await each(
      visit,
      numbers,
      async (caseFile) =>
        told(
          await concludeHolding(visit.db, visit.actor, caseFile.digits, visit.now),
          explainCaseRefusal,
          () => 'concluído nesta unidade.',
        ),
      { label: 'Desfazer a conclusão', path: '/reabertura' },
    )
    if (results.every(({ done }) => !done)) return concludePage(visit, numbers, results.map(asProblem), 422)
    return redirect(visit.href(`/mesa${await keepResult(visit, { title: 'Conclusão', items: results })}`))
  })

  router.act('/processos/:numero/reabertura', send, async (visit) => {
    const outcome = await reopenHolding(visit.db, visit.actor, visit.param('numero'), visit.now)
    return answerOnCase(
      visit,
      'Reabertura',
      outcome,
      explainCaseRefusal,
      () => 'reaberto nesta unidade e atribuído a você.',
    )
  })
  router.act('/processos/:numero/envio/desfazimento', send, async (visit) => {
    const outcome = await recallCaseFile(visit.db, visit.actor, visit.param('numero'), visit.now)
    return answerOnCase(
      visit,
      'Envio desfeito',
      outcome,
      explainRecallRefusal,
      ({ from }) => `o envio para ${from.join(', ')} foi desfeito.`,
    )
  })
}

async function sendAll(visit: InnerVisit, typed: SendTyped): Promise<Answer> {
  const fieldProblems: FormError[] = []
  const { days, problems } = readSendDays(typed, todayIn(visit.now))
  if (problems.length > 0) return sendPage(visit, typed, problems, 422)
  const results = await each(visit, typed.caseNumbers, async (caseFile) => {
    const request = {
      caseNumber: caseFile.digits,
      to: typed.to,
      keepOpen: typed.keepOpen,
      ...days,
      notify: typed.notify,
      removeNote: typed.removeNote,
    }
    const outcome = await sendCaseFile(visit.db, visit.actor, request, visit.now)
    if (outcome && !outcome.done) {
      fieldProblems.push(
        ...outcome.refusals.map((refusal) => {
          const message = explainSendRefusal(refusal)
          const field = fieldOfSendRefusal(refusal)
          return field
            ? { field, message }
            : { message: typed.caseNumbers.length > 1 ? `${caseFile.number}: ${message}` : message }
        }),
      )
    }
    return told(outcome, explainSendRefusal, sayWhatWasSent)
  })
  if (results.length === 0) return notFound
  if (results.every(({ done }) => !done)) return sendPage(visit, typed, distinct(fieldProblems), 422)
  return redirect(visit.href(`/mesa${await keepResult(visit, { title: 'Envio', items: results })}`))
}

/** Does an act on each case file that the actor may see, and tells what became of each. */
async function each(
  visit: InnerVisit,
  numbers: readonly string[],
  act: (caseFile: CaseFile) => Promise<{ done: boolean; text: string }>,
  undo?: { readonly label: string; readonly path: string },
): Promise<ItemResult[]> {
  const caseFiles = await findCaseFiles(
    visit.db,
    visit.actor,
    numbers.map((digits) => ({ digits })),
    'locked',
    visit.now,
  )
  const results: ItemResult[] = []
  for (const caseFile of caseFiles) {
    const { done, text } = await act(caseFile)
    const href = visit.href(`/processos/${caseFile.digits}`)
    const back = done && undo ? { undo: { label: undo.label, action: `${href}${undo.path}` } } : {}
    results.push({ label: caseFile.number, href, done, text, ...back })
  }
  return results
}

function told<Value, Refusal>(
  outcome: Outcome<Value, Refusal> | undefined,
  explain: (refusal: Refusal) => string,
  tell: (value: Value) => string,
): { done: boolean; text: string } {
  if (!outcome) return { done: false, text: 'Processo não encontrado.' }
  return outcome.done
    ? { done: true, text: tell(outcome.value) }
    : { done: false, text: outcome.refusals.map(explain).join(' ') }
}

async function answerOnCase<Value, Refusal>(
  visit: InnerVisit,
  title: string,
  outcome: Outcome<Value, Refusal> | undefined,
  explain: (refusal: Refusal) => string,
  tell: (value: Value) => string,
): Promise<Answer> {
  if (!outcome) return notFound
  const address = `/processos/${visit.param('numero')}`
  const result: ActResult = { title, items: [{ label: title, ...told(outcome, explain, tell) }] }
  return redirect(visit.href(`${address}${await keepResult(visit, result)}`))
}

async function assignPage(
  visit: InnerVisit,
  numbers: readonly string[],
  problems: FormError[],
  status: 200 | 422,
  to = '',
) {
  const [caseFiles, people] = await Promise.all([
    findCaseFiles(
      visit.db,
      visit.actor,
      numbers.map((digits) => ({ digits })),
      'reading',
      visit.now,
    ),
    unitPeople(visit.db, visit.actor.unitId, visit.now),
  ])
  if (caseFiles.length === 0) return nothingChosen(visit, numbers)
  const current = to || (caseFiles.length === 1 ? (caseFiles[0]?.holding?.assignedTo ?? '') : '')
  return html(<AssignPage {...visit} caseFiles={caseFiles} people={people} to={current} problems={problems} />, status)
}

async function concludePage(visit: InnerVisit, numbers: readonly string[], problems: FormError[], status: 200 | 422) {
  const caseFiles = await findCaseFiles(
    visit.db,
    visit.actor,
    numbers.map((digits) => ({ digits })),
    'reading',
    visit.now,
  )
  if (caseFiles.length === 0) return nothingChosen(visit, numbers)
  const unfinished = await unfinishedIn(visit.db, visit.actor, caseFiles)
  return html(<ConcludePage {...visit} caseFiles={caseFiles} unfinished={unfinished} problems={problems} />, status)
}

/** The buttons of the desk pressed with no row chosen: back to it, with a word on what is missing. */
async function nothingChosen(visit: InnerVisit, numbers: readonly string[]): Promise<Answer> {
  if (numbers.length > 0) return notFound
  const item = {
    label: 'Nenhum processo selecionado',
    done: false,
    text: 'marque um ou mais processos na lista e tente de novo.',
  }
  return html(await showDesk(visit, { title: '', items: [item] }), 422)
}

function asProblem(result: ItemResult): FormError {
  return { message: `${result.label}: ${result.text}` }
}

function distinct(problems: readonly FormError[]): FormError[] {
  return problems.filter((one, place) => problems.findIndex(({ message }) => message === one.message) === place)
}
