import { keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { documentLabel, documentMissing, fileToRead } from '../../documents/index.ts'
import { confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { type CertifyingTyped, readCertifying } from './certify-copy.form.ts'
import { CertifyingPage } from './certify-copy.page.tsx'
import { type CertifyRefusal, explainCertifyRefusal } from './certify-copy.text.ts'
import { certifyCopy } from './certify-copy.ts'
import { offerCertifying } from './offer-certifying.ts'

const certify = { permission: 'documents.certify' } as const

export function certifyingRoutes(router: Router): void {
  router.page('/documentos/:numero/autenticacao', certify, (visit) =>
    certifyingPage(visit, { capacity: '', compared: false }, []),
  )

  router.act('/documentos/:numero/autenticacao', certify, async (visit) => {
    const number = visit.param('numero')
    const { typed, request, password, problems } = readCertifying(visit.form, number)
    if (!request) return certifyingPage(visit, typed, problems, 422)
    const { db: pool, files } = visit.platform
    const confirmed = await confirmPassword(pool, visit.actor, password, visit.ip, visit.now)
    if (!confirmed.done) {
      const message = (refusal: (typeof confirmed.refusals)[number]) =>
        `${explainPasswordRefused(refusal)} Nada foi autenticado.`
      return certifyingPage(
        visit,
        typed,
        confirmed.refusals.map((one) => ({ field: 'senha', message: message(one) })),
        422,
      )
    }
    const outcome = await certifyCopy(visit.db, files, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return certifyingPage(visit, typed, outcome.refusals.map(asProblem), 422)
    const { document, crc } = outcome.value
    const text = `cópia autenticada por ${visit.actor.name}, ${request.capacity}. Código CRC ${crc}.`
    const items = [{ label: documentLabel(document), done: true, text }]
    return redirect(visit.href(`/documentos/${number}${await keepResult(visit, { title: 'Autenticação', items })}`))
  })
}

function asProblem(refusal: CertifyRefusal): FormError {
  const message = explainCertifyRefusal(refusal)
  return refusal.kind === 'capacity-not-of-unit' ? { field: 'cargo', message } : { message }
}

async function certifyingPage(
  visit: InnerVisit,
  typed: CertifyingTyped,
  problems: readonly FormError[],
  status: 200 | 422 = 200,
): Promise<Answer> {
  const offer = await offerCertifying(visit.db, visit.actor, visit.param('numero'), visit.now)
  if (!offer) return documentMissing(visit)
  const file = fileToRead(offer.document, visit.href)
  return html(<CertifyingPage {...visit} offer={offer} file={file} typed={typed} problems={problems} />, status)
}
