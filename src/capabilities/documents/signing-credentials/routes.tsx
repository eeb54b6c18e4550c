import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { findHolders } from '../../cases/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findDocument } from '../find-document.ts'
import { documentMissing } from '../missing-routes.tsx'
import { grantToSign, revokeToSign, signingCredentialsOf } from './grant-to-sign.ts'
import { SigningCredentialsPage } from './signing-credentials.page.tsx'
import { explainGrantToSign, explainRevokeToSign } from './signing-credentials.text.ts'

const path = '/documentos/:numero/credenciais-de-assinatura'
const granting = { permission: 'cases.credentials' } as const

export function signingCredentialsRoutes(router: Router): void {
  router.page(path, granting, async (visit) => {
    const document = await findOurs(visit)
    return document ? listPage(visit, document, []) : documentMissing(visit)
  })

  router.act(path, granting, async (visit) => {
    const [accountId, unitId] = ['pessoa', 'unidade'].map((name) => idIn(fieldText(visit.form, name)))
    const request = { number: visit.param('numero'), accountId: accountId ?? '0', unitId: unitId ?? '0' }
    const outcome = await grantToSign(visit.db, visit.actor, request, visit.now)
    return answer(visit, outcome && (outcome.done || outcome.refusals.map(explainGrantToSign)))
  })

  router.act(`${path}/:credencial/cassacao`, granting, async (visit) => {
    const request = { number: visit.param('numero'), credentialId: visit.param('credencial') }
    const outcome = await revokeToSign(visit.db, visit.actor, request, visit.now)
    return answer(visit, outcome && (outcome.done || outcome.refusals.map(explainRevokeToSign)))
  })
}

async function findOurs(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document?.isOurs && document.caseFile.effectiveLevel === 'confidential' ? document : undefined
}

async function answer(visit: InnerVisit, result: true | readonly string[] | undefined): Promise<Answer> {
  if (result === undefined) return notFound
  if (result === true)
    return redirect(documentAddresses(visit).part(visit.param('numero'), 'credenciais-de-assinatura'))
  const document = await findOurs(visit)
  return document ? listPage(visit, document, result) : notFound
}

async function listPage(visit: InnerVisit, document: Document, problems: readonly string[]): Promise<Answer> {
  const text = visit.query('pessoa').trim()
  const [credentials, candidates] = await Promise.all([
    signingCredentialsOf(visit.db, document.id),
    findHolders(visit.db, text, visit.now),
  ])
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const page = (
    <SigningCredentialsPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        ...at.crumbs(document.caseFile),
        { label, href: at.document(document.number) },
        { label: 'Credenciais de assinatura' },
      ]}
      action={at.part(document.number, 'credenciais-de-assinatura')}
      backHref={at.document(document.number)}
      actorId={visit.actor.userId}
      credentials={credentials}
      text={text}
      candidates={candidates.filter(({ unitId }) => unitId !== document.unitId)}
      problems={problems.map((message) => ({ message }))}
    />
  )
  return html(page, problems.length > 0 ? 422 : 200)
}

function idIn(text: string): string | undefined {
  return /^\d{1,18}$/.test(text) ? text : undefined
}
