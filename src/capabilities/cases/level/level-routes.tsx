import { html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { legalBasesFor, typeOf } from '../fields/find-choices.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { changeLevel } from './change-level.ts'
import { type LevelTyped, readLevel } from './level.form.ts'
import { LevelPage } from './level.page.tsx'
import type { LevelRefusal } from './level.rules.ts'
import { explainLevelRefusal } from './level.text.ts'

const path = '/processos/:numero/nivel'
const permission = 'cases.change'

export function levelRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, async (caseFile) => {
      const typed = { level: caseFile.level, legalBasisId: caseFile.legalBasisId ?? '' }
      return html(await levelPage(visit, caseFile, typed, 'asking'))
    }),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const { typed, request, problems } = readLevel(visit.form)
    const outcome = request && (await changeLevel(visit.db, visit.actor, digits, request, visit.now))
    if (request && !outcome) return withoutCaseFile(visit, digits)
    if (outcome?.done) return toCaseFile(visit, digits)
    const all = outcome ? outcome.refusals.map(explain) : problems
    return withCaseFile(visit, async (caseFile) => html(await levelPage(visit, caseFile, typed, all), 422))
  })
}

async function levelPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: LevelTyped,
  problems: readonly FormError[] | 'asking',
) {
  const [type, legalBases] = await Promise.all([
    typeOf(visit.db, visit.actor, caseFile.typeId),
    legalBasesFor(visit.db, caseFile.legalBasisId ?? undefined),
  ])
  return (
    <LevelPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      typed={typed}
      allowedLevels={[...new Set([...(type?.allowedLevels ?? []), caseFile.level])]}
      legalBases={legalBases}
      problems={problems === 'asking' ? [] : problems}
      refusals={problems === 'asking' ? refusalsToAct('change', factsToAct(caseFile, visit.actor.unitId)) : []}
    />
  )
}

const levelKinds: readonly string[] = [
  'level-not-allowed',
  'legal-basis-missing',
  'legal-basis-of-another-level',
  'legal-basis-not-offered',
] satisfies LevelRefusal['kind'][]

function explain(refusal: CaseRefusal | LevelRefusal) {
  return levelKinds.includes(refusal.kind)
    ? explainLevelRefusal(refusal as LevelRefusal)
    : { message: explainCaseRefusal(refusal as CaseRefusal) }
}
