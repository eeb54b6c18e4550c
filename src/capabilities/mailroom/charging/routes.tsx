import { type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { explainDraft, typesToWrite } from '../../documents/index.ts'
import { readForm } from '../../organization/index.ts'
import { pageOf } from '../letters/letters.view.tsx'
import { type ChargeRefusal, chargeLetters, overdueLetters } from './charge-letters.ts'
import { ChargingPage } from './charging.page.tsx'

/** AR that do not come back, and the document by which the post is asked for them. */
export function chargingRoutes(router: Router): void {
  router.page('/expedicao/cobranca', {}, (visit) => chargingPage(visit, {}, []))

  router.act('/expedicao/cobranca', { permission: 'documents.write' }, async (visit) => {
    const form = readForm(visit.form)
    const letterIds = fieldList(visit.form, 'carta').filter((id) => /^[1-9]\d{0,17}$/.test(id))
    const caseDigits = fieldText(visit.form, 'processo').replace(/\D/g, '').slice(0, 30)
    if (caseDigits.length < 5) form.note('processo', 'Informe o número do processo por inteiro.')
    const typeId = form.id('tipo', { label: 'o tipo do documento', required: true })
    if (!typeId || form.problems.length > 0) return chargingPage(visit, visit.form, form.problems)
    const outcome = await chargeLetters(visit.db, visit.actor, { letterIds, caseDigits, typeId }, visit.now)
    if (outcome.done) return redirect(visit.href(`/documentos/${outcome.value.number}`))
    return chargingPage(visit, visit.form, outcome.refusals.map(explain))
  })
}

async function chargingPage(visit: InnerVisit, fields: FormFields, problems: readonly FormError[]): Promise<Answer> {
  const { db, actor, now, page, href, formKeys } = visit
  const pageNumber = pageOf(visit)
  const mayCharge = actor.permissions.has('documents.write')
  const [letters, types] = await Promise.all([
    overdueLetters(db, actor, pageNumber, now),
    mayCharge ? typesToWrite(db, actor) : [],
  ])
  return html(
    <ChargingPage {...{ page, href, formKeys, letters, pageNumber, types, mayCharge, fields, problems }} />,
    problems.length > 0 ? 422 : 200,
  )
}

function explain(refusal: ChargeRefusal): FormError {
  switch (refusal.kind) {
    case 'nothing-chosen':
      return { message: 'Marque ao menos uma carta com o AR em atraso.' }
    case 'no-such-case-file':
      return {
        field: 'processo',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'draft':
      return { field: 'processo', message: explainDraft(refusal.why).message }
  }
}
