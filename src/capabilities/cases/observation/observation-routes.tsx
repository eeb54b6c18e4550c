import { html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { readObservation } from './observation.form.ts'
import { ObservationPage } from './observation.page.tsx'
import { observationsOf, writeObservation } from './write-observation.ts'

const path = '/processos/:numero/observacao'
const permission = 'cases.change'

export function observationRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, async (caseFile) => html(await observationPage(visit, caseFile, undefined, 'asking'))),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const { text, problems } = readObservation(visit.form)
    const again = (all: readonly FormError[]) =>
      withCaseFile(visit, async (caseFile) => html(await observationPage(visit, caseFile, text, all), 422))
    if (problems.length > 0) return again(problems)
    const outcome = await writeObservation(visit.db, visit.actor, digits, text, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    if (outcome.done) return toCaseFile(visit, digits)
    return again(outcome.refusals.map((refusal) => ({ message: explainCaseRefusal(refusal) })))
  })
}

async function observationPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: string | undefined,
  problems: readonly FormError[] | 'asking',
) {
  const all = await observationsOf(visit.db, caseFile)
  const isOurs = ({ unitId }: { unitId: string }) => unitId === visit.actor.unitId
  return (
    <ObservationPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      text={typed ?? all.find(isOurs)?.text ?? ''}
      others={all.filter((one) => !isOurs(one))}
      problems={problems === 'asking' ? [] : problems}
      refusals={
        problems === 'asking' ? refusalsToAct('write-unit-remark', factsToAct(caseFile, visit.actor.unitId)) : []
      }
    />
  )
}
