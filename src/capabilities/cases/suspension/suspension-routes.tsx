import { fieldList } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import { type FormError, formatCount } from '../../../ui/index.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { readOtherNumber } from '../gate/other-number.form.ts'
import { readReason } from '../gate/reason.form.ts'
import { listSuspended, suspensionOf } from './read-suspension.ts'
import { resumeCaseFile } from './resume-case-file.ts'
import { suspendCaseFile } from './suspend-case-file.ts'
import { SuspendedListPage } from './suspended-list.page.tsx'
import { ResumePage, SuspendPage } from './suspension.page.tsx'
import { explainSuspendRefusal } from './suspension.text.ts'

const path = '/processos/:numero/sobrestamento'
const permission = 'cases.suspend'
const nothingTyped = { reason: '', linked: '' }
const mostAtOnce = 50

export function suspensionRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, (caseFile) => suspensionPage(visit, caseFile, nothingTyped, 'asking')),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const { reason, problems } = readReason(visit.form, 'quem encontrar o processo parado precisa saber por quê.')
    const linked = readOtherNumber(visit.form, 'vinculado')
    const again = (all: readonly FormError[]) =>
      withCaseFile(visit, async (caseFile) => suspensionPage(visit, caseFile, { reason, linked: linked.typed }, all))
    if (linked.typed && !linked.digits) problems.push({ field: 'vinculado', message: 'Informe o número por inteiro.' })
    if (problems.length > 0) return again(problems)
    const request = { digits, reason, linkedDigits: linked.digits || undefined }
    const outcome = await suspendCaseFile(visit.db, visit.actor, request, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    return outcome.done ? toCaseFile(visit, digits) : again(outcome.refusals.map(explainSuspendRefusal))
  })

  // Links to the removal lead to the page that asks for it.
  router.page(`${path}/remocao`, { permission }, async (visit) =>
    redirect(visit.href(`/processos/${digitsInAddress(visit)}/sobrestamento`)),
  )

  router.act(`${path}/remocao`, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const outcome = await resumeCaseFile(visit.db, visit.actor, digits, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    if (outcome.done) return toCaseFile(visit, digits)
    const all = outcome.refusals.map((refusal) => ({ message: explainCaseRefusal(refusal) }))
    return withCaseFile(visit, async (caseFile) => suspensionPage(visit, caseFile, nothingTyped, all))
  })

  router.page('/sobrestados', { permission }, async (visit) => {
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const list = await listSuspended(visit.db, visit.actor, pageNumber, visit.now)
    return html(
      <SuspendedListPage
        page={visit.page}
        formKeys={visit.formKeys}
        deskHref={visit.href('/mesa')}
        listHref={visit.href('/sobrestados')}
        caseHref={(digits) => visit.href(`/processos/${digits}`)}
        {...list}
        pageNumber={pageNumber}
        result={resultOf(visit)}
      />,
    )
  })

  router.act('/sobrestados/remocao', { permission }, async (visit) => {
    const chosen = [...new Set(fieldList(visit.form, 'processo'))].slice(0, mostAtOnce)
    let resumed = 0
    for (const digits of chosen) {
      if ((await resumeCaseFile(visit.db, visit.actor, digits, visit.now))?.done) resumed += 1
    }
    return redirect(visit.href(`/sobrestados?removidos=${resumed}&recusados=${chosen.length - resumed}`))
  })
}

async function suspensionPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: { readonly reason: string; readonly linked: string },
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const suspension = await suspensionOf(visit.db, visit.actor, caseFile, visit.now)
  const shown = {
    ...casePage(visit, caseFile),
    formKeys: visit.formKeys,
    problems: asking ? [] : problems,
    refusals: asking ? refusalsToAct(suspension ? 'resume' : 'suspend', factsToAct(caseFile, visit.actor.unitId)) : [],
  }
  const { linkedTo } = suspension ?? {}
  const linkedHref = linkedTo && visit.href(`/processos/${linkedTo.digits}`)
  const page = suspension ? (
    <ResumePage {...shown} suspension={suspension} linkedHref={linkedHref} />
  ) : (
    <SuspendPage {...shown} typed={typed} />
  )
  return html(page, asking ? 200 : 422)
}

/** The result of a batch stands in the address, so that it is told once the list is shown again. */
function resultOf(visit: InnerVisit): string | undefined {
  if (!visit.query('removidos')) return undefined
  const [resumed, refusedCount] = ['removidos', 'recusados'].map((name) => Number.parseInt(visit.query(name), 10) || 0)
  if (!resumed && !refusedCount) return 'Nenhum processo foi escolhido. Marque os processos e tente de novo.'
  const done = `Sobrestamento removido de ${formatCount(resumed ?? 0, 'processo', 'processos', 'nenhum processo')}.`
  return refusedCount ? `${done} ${formatCount(refusedCount, 'recusado', 'recusados')}: abra para ver o motivo.` : done
}
