import { findResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { casePage, digitsInAddress, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { CredentialsPage } from './credentials.page.tsx'
import { explainEndingRefusal, explainGrantRefusal, explainRenewalRefusal } from './credentials.text.ts'
import { renounceCredential, revokeCredential } from './end-credential.ts'
import { grantCredential } from './grant-credential.ts'
import { HeldConfidentialPage } from './held-confidential.page.tsx'
import { credentialsOf, findHolders, listHeldConfidential } from './read-credentials.ts'
import { registerRoutes } from './register/register-routes.tsx'
import { renewCredential } from './renew-credential.ts'
import { transferRoutes } from './transfer-routes.tsx'

const path = '/processos/:numero/credenciais'
const permission = 'cases.credentials'

export function credentialsRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, (caseFile) => credentialsPage(visit, caseFile, visit.query('pessoa').trim(), 'asking')),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const [accountId, unitId] = ['pessoa', 'unidade'].map((name) => idIn(fieldText(visit.form, name)))
    const request = { digits, accountId: accountId ?? '0', unitId: unitId ?? '0' }
    const outcome = await grantCredential(visit.db, visit.actor, request, visit.now)
    return answer(visit, outcome && (outcome.done || outcome.refusals.map(explainGrantRefusal)))
  })

  router.act(`${path}/renuncia`, { permission }, async (visit) => {
    const outcome = await renounceCredential(visit.db, visit.actor, digitsInAddress(visit), visit.now)
    if (outcome?.done) return redirect(visit.href('/sigilosos'))
    return answer(visit, outcome?.refusals.map(explainEndingRefusal))
  })

  router.act(`${path}/:credencial/cassacao`, { permission }, async (visit) => {
    const request = { digits: digitsInAddress(visit), credentialId: visit.param('credencial') }
    const outcome = await revokeCredential(visit.db, visit.actor, request, visit.now)
    return answer(visit, outcome && (outcome.done || outcome.refusals.map(explainEndingRefusal)))
  })

  router.act(`${path}/:credencial/renovacao`, { permission }, async (visit) => {
    const request = { digits: digitsInAddress(visit), credentialId: visit.param('credencial') }
    const outcome = await renewCredential(visit.db, visit.actor, request, visit.now)
    return answer(visit, outcome && (outcome.done || outcome.refusals.map(explainRenewalRefusal)))
  })

  transferRoutes(router)
  registerRoutes(router)

  router.page('/sigilosos', {}, async (visit) => {
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const [list, result] = await Promise.all([
      listHeldConfidential(visit.db, visit.actor, pageNumber),
      findResult(visit),
    ])
    return html(
      <HeldConfidentialPage
        page={visit.page}
        deskHref={visit.href('/mesa')}
        listHref={visit.href('/sigilosos')}
        caseHref={(digits) => visit.href(`/processos/${digits}`)}
        {...list}
        pageNumber={pageNumber}
        result={result}
        transferHref={visit.actor.permissions.has(permission) ? visit.href('/sigilosos/transferencia') : undefined}
      />,
    )
  })
}

/** True: done. Sentences: refused. Undefined: no such case file for this person. */
async function answer(visit: InnerVisit, result: true | readonly string[] | undefined) {
  const digits = digitsInAddress(visit)
  if (result === undefined) return withoutCaseFile(visit, digits)
  if (result === true) return redirect(visit.href(`/processos/${digits}/credenciais`))
  const problems = result.map((message) => ({ message }))
  return withCaseFile(visit, (caseFile) => credentialsPage(visit, caseFile, '', problems))
}

async function credentialsPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  text: string,
  problems: readonly FormError[] | 'asking',
) {
  const asking = problems === 'asking'
  const refusals = refusalsOfAct('manage-credentials', factsToAct(caseFile, visit.actor.unitId))
  const mayKnow = refusals.length === 0
  const [credentials, candidates] = await Promise.all([
    mayKnow ? credentialsOf(visit.db, caseFile, visit.now) : [],
    mayKnow ? findHolders(visit.db, text, visit.now) : [],
  ])
  const page = (
    <CredentialsPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      actorId={visit.actor.userId}
      actorUnitId={visit.actor.unitId}
      credentials={credentials}
      text={text}
      candidates={candidates}
      problems={asking ? [] : problems}
      refusals={refusals}
    />
  )
  return html(page, asking ? 200 : 422)
}

function idIn(text: string): string | undefined {
  return /^\d{1,18}$/.test(text) ? text : undefined
}
