import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { readReason } from '../gate/reason.form.ts'
import { blockCaseFile, blockingOf, unblockCaseFile } from './block-case-file.ts'
import { BlockingPage } from './blocking.page.tsx'

const path = '/processos/:numero/bloqueio'
const permission = 'cases.block'

export function blockingRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, (caseFile) => blockingPage(visit, caseFile, '', 'asking')),
  )

  router.act(path, { permission }, async (visit) => {
    const { reason, problems } = readReason(visit.form, 'diga a ordem ou o destino do processo.')
    const digits = digitsInAddress(visit)
    if (problems.length > 0) return again(visit, reason, problems)
    return answer(visit, await blockCaseFile(visit.db, visit.actor, { digits, reason }, visit.now), reason)
  })

  // Links to the removal lead to the page that asks for it.
  router.page(`${path}/remocao`, { permission }, async (visit) =>
    redirect(visit.href(`/processos/${digitsInAddress(visit)}/bloqueio`)),
  )

  router.act(`${path}/remocao`, { permission }, async (visit) =>
    answer(visit, await unblockCaseFile(visit.db, visit.actor, digitsInAddress(visit), visit.now), ''),
  )
}

async function answer(visit: InnerVisit, outcome: Awaited<ReturnType<typeof blockCaseFile>>, reason: string) {
  const digits = digitsInAddress(visit)
  if (!outcome) return withoutCaseFile(visit, digits)
  if (outcome.done) return toCaseFile(visit, digits)
  return again(
    visit,
    reason,
    outcome.refusals.map((refusal) => ({ message: explainCaseRefusal(refusal) })),
  )
}

function again(visit: InnerVisit, reason: string, problems: readonly FormError[]) {
  return withCaseFile(visit, (caseFile) => blockingPage(visit, caseFile, reason, problems))
}

async function blockingPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  reason: string,
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const blocking = await blockingOf(visit.db, caseFile)
  const facts = factsToAct(caseFile, visit.actor.unitId)
  const page = (
    <BlockingPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      blocking={blocking}
      reason={reason}
      problems={asking ? [] : problems}
      refusals={asking ? refusalsOfAct(blocking ? 'unblock' : 'block', facts) : []}
    />
  )
  return html(page, asking ? 200 : 422)
}
