import { html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { otherNumber, readOtherNumber } from '../gate/other-number.form.ts'
import { readReason } from '../gate/reason.form.ts'
import { annexCaseFile } from './annex-case-file.ts'
import { ChoosePrincipalPage, ConfirmAnnexationPage, UndoAnnexationPage } from './annexation.page.tsx'
import { explainAnnexRefusal } from './annexation.text.ts'
import { proposeAnnexation } from './read-annexed.ts'
import { undoAnnexation } from './undo-annexation.ts'

const path = '/processos/:numero/anexacao'
const undoing = `${path}/desfazimento`
const permission = 'cases.annex'
const undoPermission = 'cases.undo-annexation'

export function annexationRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, async (caseFile) => {
      const asked = visit.query('principal')
      if (!asked) return choosePrincipal(visit, caseFile, '', 'asking')
      const { typed, digits } = otherNumber(asked)
      const proposal = await proposeAnnexation(visit.db, visit.actor, caseFile, digits, visit.now)
      const { principal, refusals, drafts } = proposal
      if (refusals.length > 0 || !principal) {
        return choosePrincipal(visit, caseFile, typed, refusals.map(explainAnnexRefusal))
      }
      const shown = { ...casePage(visit, caseFile), formKeys: visit.formKeys, principal, drafts }
      return html(<ConfirmAnnexationPage {...shown} />)
    }),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const principal = readOtherNumber(visit.form, 'principal')
    const outcome = await annexCaseFile(visit.db, visit.actor, digits, principal.digits, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    if (outcome.done) return toCaseFile(visit, digits)
    const problems = outcome.refusals.map(explainAnnexRefusal)
    return withCaseFile(visit, (caseFile) => choosePrincipal(visit, caseFile, principal.typed, problems))
  })

  router.page(undoing, { permission: undoPermission }, (visit) =>
    withCaseFile(visit, (caseFile) => undoPage(visit, caseFile, '', 'asking')),
  )

  router.act(undoing, { permission: undoPermission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const { reason, problems } = readReason(visit.form, 'ele fica no histórico dos dois processos.')
    const again = (all: readonly FormError[]) =>
      withCaseFile(visit, (caseFile) => undoPage(visit, caseFile, reason, all))
    if (problems.length > 0) return again(problems)
    const outcome = await undoAnnexation(visit.db, visit.actor, { digits, reason }, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    if (outcome.done) return toCaseFile(visit, digits)
    return again(outcome.refusals.map((refusal) => ({ message: explainCaseRefusal(refusal) })))
  })
}

async function choosePrincipal(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: string,
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const facts = factsToAct(caseFile, visit.actor.unitId)
  const page = (
    <ChoosePrincipalPage
      {...casePage(visit, caseFile)}
      typed={typed}
      problems={asking ? [] : problems}
      refusals={asking ? refusalsToAct('annex', facts) : []}
    />
  )
  return html(page, asking ? 200 : 422)
}

async function undoPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  reason: string,
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const facts = factsToAct(caseFile, visit.actor.unitId)
  const page = (
    <UndoAnnexationPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      reason={reason}
      problems={asking ? [] : problems}
      refusals={asking ? refusalsOfAct('undo-annexation', facts) : []}
    />
  )
  return html(page, asking ? 200 : 422)
}
