import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { readNames } from '../drafting/draft-document.form.ts'
import { findCaseToWriteIn, typesToUpload } from '../drafting/offer-draft.ts'
import { documentsOf } from '../find-document.ts'
import { offerLevels } from '../level/check-level.ts'
import { readLevel, typedLevel } from '../level/level.form.ts'
import { caseMissing, documentMissing } from '../missing-routes.tsx'
import { RefusedPage } from '../refused.page.tsx'
import { readTypeNumber } from '../uploading/include-files.form.ts'
import { explainCancel } from './cancellation-term.text.ts'
import { ChangeDataPage, type ChangeDataPageProps } from './change-data.page.tsx'
import { explainData } from './change-data.text.ts'
import { changeData } from './change-data.ts'
import { findToKeep } from './find-to-keep.ts'
import { CancellationPage, DeletionPage } from './keeping.page.tsx'
import { readOrder } from './order.form.ts'
import { OrderPage } from './order.page.tsx'
import { asksForTerm, cancelDocument, deleteDocument } from './remove-document.ts'
import { reorderDocuments } from './reorder-documents.ts'

const writing = { permission: 'documents.write' } as const
const cancelling = { permission: 'documents.cancel' } as const

export function keepingRoutes(router: Router): void {
  dataRoutes(router)
  deletionRoutes(router)
  cancellationRoutes(router)
  orderRoutes(router)
}

function dataRoutes(router: Router): void {
  router.page('/documentos/:numero/dados', writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'edit-metadata', 'change', visit.now)
    if (!found) return documentMissing(visit)
    const { document, sentences } = found
    if (sentences.length > 0) return refusedPage(visit, document, 'Dados de', sentences)
    return dataPage(visit, document, {
      description: document.description,
      treeName: document.treeName,
      typeId: document.typeId,
      typeNumber: document.typeNumber ?? '',
      ...typedLevel(document.level, document.legalBasisId),
    })
  })

  router.act('/documentos/:numero/dados', writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'edit-metadata', 'change', visit.now)
    if (!found) return notFound
    const { document } = found
    const level = readLevel(visit.form)
    const names = readNames(visit.form)
    const typeId = fieldText(visit.form, 'tipo')
    const number = readTypeNumber(visit.form)
    const typed = { ...names.typed, ...level.typed, typeId, typeNumber: number.typed }
    const problems = [...names.problems, ...number.problems, ...level.problems]
    if (!level.request || problems.length > 0) return dataPage(visit, document, typed, problems)
    const request = {
      number: document.number,
      ...names.request,
      ...level.request,
      typeId: /^\d{1,18}$/.test(typeId) ? typeId : undefined,
      typeNumber: number.request,
    }
    const outcome = await changeData(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(document.number))
    return dataPage(visit, document, typed, outcome.refusals.map(explainData))
  })
}

function deletionRoutes(router: Router): void {
  router.page('/documentos/:numero/exclusao', writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'delete', 'change', visit.now)
    if (!found) return documentMissing(visit)
    const { document, sentences } = found
    return sentences.length > 0 ? refusedPage(visit, document, 'Excluir', sentences) : deletionPage(visit, document, [])
  })

  router.act('/documentos/:numero/exclusao', writing, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'delete', 'change', visit.now)
    const outcome = found && (await deleteDocument(visit.db, visit.actor, { number: found.document.number }, visit.now))
    if (!found || !outcome) return notFound
    if (outcome.done) {
      const text = 'excluído. Está na lixeira da unidade, de onde pode ser recuperado.'
      const href = visit.href(`/lixeira/${found.document.number}`)
      const undo = { label: 'Desfazer a exclusão', action: `${href}/recuperacao` }
      const items = [{ label: documentLabel(found.document), href, done: true, text, undo }]
      const result = await keepResult(visit, { title: 'Exclusão', items })
      return redirect(`${documentAddresses(visit).caseFile(outcome.value.caseDigits)}${result}`)
    }
    return deletionPage(
      visit,
      found.document,
      outcome.refusals.map((one) => explainCancel(one).message),
    )
  })
}

function cancellationRoutes(router: Router): void {
  router.page('/documentos/:numero/cancelamento', cancelling, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'cancel', 'change', visit.now)
    if (!found) return documentMissing(visit)
    const { document, sentences } = found
    return sentences.length > 0
      ? refusedPage(visit, document, 'Cancelar', sentences)
      : cancellationPage(visit, document, { reason: '', term: '' }, [])
  })

  router.act('/documentos/:numero/cancelamento', cancelling, async (visit) => {
    const found = await findToKeep(visit.db, visit.actor, visit.param('numero'), 'cancel', 'change', visit.now)
    if (!found) return notFound
    const typed = { reason: fieldText(visit.form, 'motivo'), term: fieldText(visit.form, 'termo').trim().slice(0, 30) }
    const reason = typed.reason.replace(/[\p{Cc}\s]+/gu, ' ').trim()
    if (reason.length < 5 || reason.length > 500) {
      const message = 'Informe o motivo do cancelamento, com 5 a 500 caracteres.'
      return cancellationPage(visit, found.document, typed, [{ field: 'motivo', message }])
    }
    const request = { number: found.document.number, reason, termNumber: typed.term.replace(/[\s.]/g, '') || undefined }
    const outcome = await cancelDocument(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(found.document.number))
    return cancellationPage(visit, found.document, typed, outcome.refusals.map(explainCancel))
  })
}

function orderRoutes(router: Router): void {
  router.page('/processos/:numero/ordem', writing, async (visit) => orderPage(visit))

  router.act('/processos/:numero/ordem', writing, async (visit) => {
    const request = { ...readOrder(visit.form), caseDigits: visit.param('numero') }
    const outcome = await reorderDocuments(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return orderPage(visit, 422)
    return redirect(
      `${documentAddresses(visit).order(request.caseDigits)}?salva=${outcome.value.changed ? 'sim' : 'igual'}`,
    )
  })
}

async function orderPage(visit: InnerVisit, status: 200 | 422 = 200): Promise<Answer> {
  const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
  if (!found) return caseMissing(visit)
  const { caseFile, refusals } = found
  const documents = await documentsOf(visit.db, visit.actor, caseFile)
  const at = documentAddresses(visit)
  const saved = visit.query('salva')
  const text = saved === 'sim' ? 'A nova ordem foi salva.' : 'A ordem já era esta: nada mudou.'
  return html(
    <OrderPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...at.crumbs(caseFile), { label: 'Ordem dos documentos' }]}
      documents={documents.map((one) => ({ number: one.number, label: documentLabel(one), unit: one.unitAcronym }))}
      refusals={refusals.map(explainCaseRefusal)}
      flash={saved ? { kind: saved === 'sim' ? 'success' : 'info', text } : undefined}
      action={at.order(caseFile.digits)}
      backHref={at.caseFile(caseFile.digits)}
    />,
    status,
  )
}

async function dataPage(
  visit: InnerVisit,
  document: Document,
  typed: ChangeDataPageProps['typed'],
  problems: ChangeDataPageProps['problems'] = [],
): Promise<Answer> {
  const [levels, types] = await Promise.all([
    offerLevels(visit.db, document.caseFile, document.legalBasisId),
    document.kind === 'uploaded' ? typesToUpload(visit.db, visit.actor) : [],
  ])
  const current = { id: document.typeId, name: document.typeName }
  const isListed = types.some(({ id }) => id === current.id)
  return html(
    <ChangeDataPage
      {...commonProps(visit, document, 'Dados')}
      typed={typed}
      types={types.length > 0 && !isListed ? [current, ...types] : types}
      levels={levels}
      isRecorded={document.lockedAt !== undefined}
      problems={problems}
      action={documentAddresses(visit).data(document.number)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function deletionPage(visit: InnerVisit, document: Document, problems: readonly string[]): Answer {
  return html(
    <DeletionPage
      {...commonProps(visit, document, 'Excluir')}
      isSigned={document.signatureCount > 0}
      problems={problems.map((message) => ({ message }))}
      action={documentAddresses(visit).deletion(document.number)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function cancellationPage(
  visit: InnerVisit,
  document: Document,
  typed: { readonly reason: string; readonly term: string },
  problems: readonly { field?: string; message: string }[],
): Promise<Answer> {
  return html(
    <CancellationPage
      {...commonProps(visit, document, 'Cancelar')}
      typed={typed}
      termRequired={await asksForTerm(visit.db)}
      problems={problems}
      action={documentAddresses(visit).cancellation(document.number)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function refusedPage(visit: InnerVisit, document: Document, act: string, refusals: readonly string[]): Answer {
  const { page, breadcrumb, label, backHref } = commonProps(visit, document, act)
  return html(
    <RefusedPage
      page={page}
      breadcrumb={breadcrumb}
      title={`${act} ${label}`}
      refusals={refusals}
      backHref={backHref}
    />,
    409,
  )
}

function commonProps(visit: InnerVisit, document: Document, act: string) {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const backHref = at.document(document.number)
  return {
    page: visit.page,
    formKeys: visit.formKeys,
    breadcrumb: [...at.crumbs(document.caseFile), { label, href: backHref }, { label: act }],
    label,
    backHref,
  }
}
