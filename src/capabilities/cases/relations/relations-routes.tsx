import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { readOtherNumber } from '../gate/other-number.form.ts'
import { relatedOf } from './read-related.ts'
import { relateCaseFiles, unrelateCaseFiles } from './relate-case-files.ts'
import { RelationsPage } from './relations.page.tsx'
import { explainRelateRefusal } from './relations.text.ts'

const path = '/processos/:numero/relacionados'
const permission = 'cases.change'

export function relationsRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, (caseFile) => relationsPage(visit, caseFile, '', 'asking')),
  )
  router.act(path, { permission }, (visit) => actOn(visit, relateCaseFiles))
  router.act(`${path}/remocao`, { permission }, (visit) => actOn(visit, unrelateCaseFiles))
}

async function actOn(visit: InnerVisit, act: typeof relateCaseFiles) {
  const digits = digitsInAddress(visit)
  const other = readOtherNumber(visit.form, 'outro')
  const again = (all: readonly FormError[]) =>
    withCaseFile(visit, (caseFile) => relationsPage(visit, caseFile, other.typed, all))
  if (!other.digits) return again([{ field: 'outro', message: 'Informe o número do outro processo.' }])
  const outcome = await act(visit.db, visit.actor, digits, other.digits, visit.now)
  if (!outcome) return withoutCaseFile(visit, digits)
  if (outcome.done) return redirect(visit.href(`/processos/${digits}/relacionados`))
  return again(outcome.refusals.map(explainRelateRefusal))
}

async function relationsPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: string,
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const facts = factsToAct(caseFile, visit.actor.unitId)
  return html(
    <RelationsPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      related={await relatedOf(visit.db, visit.actor, caseFile, visit.now)}
      hrefOf={(digits) => visit.href(`/processos/${digits}`)}
      typed={typed}
      problems={asking ? [] : problems}
      refusals={asking ? refusalsToAct('relate', facts) : []}
      mayRemove={refusalsToAct('unrelate', facts).length === 0}
    />,
    asking ? 200 : 422,
  )
}
