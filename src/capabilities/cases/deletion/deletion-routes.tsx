import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { DeletePage } from './delete-case-file.page.tsx'
import { deleteCaseFile } from './delete-case-file.ts'

const path = '/processos/:numero/exclusao'
const permission = 'cases.delete'

export function deletionRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, async (caseFile) => deletePage(visit, caseFile, 'asking')),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const outcome = await deleteCaseFile(visit.db, visit.actor, digits, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    if (outcome.done) return redirect(visit.href('/mesa'))
    const problems = outcome.refusals.map((refusal) => ({ message: explainCaseRefusal(refusal) }))
    return withCaseFile(visit, async (caseFile) => deletePage(visit, caseFile, problems))
  })
}

function deletePage(visit: InnerVisit, caseFile: CaseFile, problems: readonly FormError[] | 'asking') {
  const asking = problems === 'asking'
  const page = (
    <DeletePage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      problems={asking ? [] : problems}
      refusals={asking ? refusalsToAct('delete', factsToAct(caseFile, visit.actor.unitId)) : []}
    />
  )
  return html(page, asking ? 200 : 422)
}
