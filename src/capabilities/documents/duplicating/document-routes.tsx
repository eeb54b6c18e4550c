import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findDocument } from '../find-document.ts'
import { documentMissing } from '../missing-routes.tsx'
import { DuplicateDocumentPage } from './duplicate-document.page.tsx'
import { explainDuplicateDocument } from './duplicate-document.text.ts'
import { duplicateDocument, isReadable } from './duplicate-document.ts'

const path = '/documentos/:numero/duplicacao'
const writing = { permission: 'documents.write' } as const

/** One more document like another one. */
export function documentDuplicatingRoutes(router: Router): void {
  router.page(path, writing, async (visit) => {
    const document = await documentOf(visit)
    return document ? duplicatePage(visit, document, '', []) : documentMissing(visit)
  })

  router.act(path, writing, async (visit) => {
    const document = await documentOf(visit)
    if (!document) return notFound
    const typed = fieldText(visit.form, 'destino').trim().slice(0, 60)
    const digits = typed.replace(/\D/g, '')
    if (typed !== '' && (digits.length < 5 || digits.length > 30)) {
      const message = 'Informe o número do outro processo por inteiro, ou deixe em branco.'
      return duplicatePage(visit, document, typed, [{ field: 'destino', message }])
    }
    const request = { number: document.number, toDigits: digits || undefined }
    const outcome = await duplicateDocument(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return duplicatePage(visit, document, typed, outcome.refusals.map(explainDuplicateDocument))
    const items = [
      { label: `Documento ${outcome.value.number}`, done: true, text: `cópia de ${documentLabel(document)}.` },
    ]
    const result = await keepResult(visit, { title: 'Documento duplicado', items })
    return redirect(documentAddresses(visit).document(outcome.value.number) + result)
  })
}

/** Duplicating where it stands by one click, and elsewhere by a page that asks where. */
export function duplicateActs(visit: InnerVisit, document: Document): readonly Action[] {
  const { actor, formKeys } = visit
  if (!actor.permissions.has('documents.write') || document.state !== 'active' || document.role === 'email') return []
  const at = documentAddresses(visit).part(document.number, 'duplicacao')
  const isHere = refusalsToAct('include-document', factsToAct(document.caseFile, actor.unitId)).length === 0
  const fields = { _chave: `${formKeys.idempotencyKey}/duplicacao` }
  return [
    ...(isHere ? [{ label: 'Duplicar documento', icon: 'copy' as const, post: at, csrf: formKeys.csrf, fields }] : []),
    { label: 'Duplicar em outro processo', icon: 'copy', href: at },
  ]
}

async function documentOf(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document && isReadable(document) ? document : undefined
}

function duplicatePage(
  visit: InnerVisit,
  document: Document,
  typed: string,
  problems: readonly { readonly field?: string; readonly message: string }[],
): Answer {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const backHref = at.document(document.number)
  return html(
    <DuplicateDocumentPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...at.crumbs(document.caseFile), { label, href: backHref }, { label: 'Duplicar' }]}
      action={at.part(document.number, 'duplicacao')}
      isFile={document.kind === 'uploaded'}
      {...{ label, backHref, typed, problems }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
