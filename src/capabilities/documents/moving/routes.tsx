import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findToKeep } from '../keeping/find-to-keep.ts'
import { documentMissing } from '../missing-routes.tsx'
import { RefusedPage } from '../refused.page.tsx'
import { explainMove } from './move-document.text.ts'
import { moveDocument } from './move-document.ts'
import { MovePage } from './moving.page.tsx'

const path = '/documentos/:numero/mudanca-de-processo'
const writing = { permission: 'documents.write' } as const

export function movingRoutes(router: Router): void {
  router.page(path, writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'move', 'change', visit.now)
    if (!found) return documentMissing(visit)
    const { document, sentences } = found
    if (sentences.length === 0) return movePage(visit, document, { target: '', reason: '' }, [])
    const { page, breadcrumb, label, backHref } = frame(visit, document)
    const title = `Mover ${label}`
    return html(<RefusedPage {...{ page, breadcrumb, title, backHref }} refusals={sentences} />, 409)
  })

  router.act(path, writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'move', 'change', visit.now)
    if (!found) return notFound
    const target = fieldText(visit.form, 'destino').trim().slice(0, 60)
    const typed = { target, reason: fieldText(visit.form, 'motivo') }
    const toDigits = target.replace(/\D/g, '')
    const reason = typed.reason.replace(/[\p{Cc}\s]+/gu, ' ').trim()
    const problems: FieldProblem[] = []
    if (toDigits.length < 5 || toDigits.length > 30) {
      problems.push({ field: 'destino', message: 'Informe o número do outro processo por inteiro.' })
    }
    if (reason.length < 5 || reason.length > 500) {
      problems.push({ field: 'motivo', message: 'Informe o motivo da mudança, com 5 a 500 caracteres.' })
    }
    if (problems.length > 0) return movePage(visit, found.document, typed, problems)
    const { number } = found.document
    const outcome = await moveDocument(visit.db, visit.actor, { number, toDigits, reason }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(number))
    return movePage(visit, found.document, typed, outcome.refusals.map(explainMove))
  })
}

function movePage(
  visit: InnerVisit,
  document: Document,
  typed: { readonly target: string; readonly reason: string },
  problems: readonly { readonly field?: string; readonly message: string }[],
): Answer {
  const action = documentAddresses(visit).part(document.number, 'mudanca-de-processo')
  const page = <MovePage {...frame(visit, document)} typed={typed} problems={problems} action={action} />
  return html(page, problems.length > 0 ? 422 : 200)
}

function frame(visit: InnerVisit, document: Document) {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const backHref = at.document(document.number)
  return {
    page: visit.page,
    formKeys: visit.formKeys,
    breadcrumb: [...at.crumbs(document.caseFile), { label, href: backHref }, { label: 'Mover' }],
    label,
    backHref,
  }
}
