import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import {
  distribute,
  dropModel,
  explainInstitutional,
  groupsOf,
  type Keeper,
  keeperOf,
  keepModel,
  keptModelOf,
  modelsKeptBy,
  offerScopes,
  readNameAndNote,
  readScope,
  redistribute,
  saveGroup,
} from '../../knowledge/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findDocument } from '../find-document.ts'
import { documentMissing } from '../missing-routes.tsx'
import { mayBeDistributed, mayBeModel } from './may-be-model.ts'
import { DistributeModelPage, KeepModelPage } from './models.page.tsx'
import { textOfModel } from './text-of-model.ts'

const keeping = { permission: 'knowledge.manage' } as const

/** Documents as models: kept at hand by a unit, or distributed to many (DOC-028, FLX-031). */
export function modelsRoutes(router: Router): void {
  router.page('/documentos/:numero/modelo-da-unidade', keeping, async (visit) => {
    const document = await documentOf(visit)
    if (!document) return documentMissing(visit)
    if (!mayBeModel(document)) return notFound
    const kept = await keptModelOf(visit.db, visit.actor.unitId, document.id)
    const fields = { nome: kept?.name ?? (document.description || document.typeName), grupo: kept?.groupId ?? '' }
    return keepPage(visit, document, fields, [])
  })

  router.act('/documentos/:numero/modelo-da-unidade', keeping, async (visit) => {
    const document = await documentOf(visit)
    if (!document || !mayBeModel(document)) return notFound
    const { db, actor, form, now } = visit
    const back = documentAddresses(visit).document(document.number)
    if (fieldText(form, 'ato') === 'tirar') {
      await dropModel(db, actor, document.id)
      return redirect(back)
    }
    const { name, problems } = readNameAndNote(form)
    if (problems.length > 0) return keepPage(visit, document, form, problems)
    const groupId = await groupFor(visit)
    if (typeof groupId !== 'string') return keepPage(visit, document, form, [groupId])
    const outcome = await keepModel(db, actor, { documentId: document.id, name, groupId }, now)
    if (outcome?.done) return redirect(visit.href('/textos-padrao?feito=agrupado'))
    const message = outcome
      ? 'A unidade já guarda 500 modelos. Tire os que não usa mais.'
      : 'Este grupo não existe mais.'
    return keepPage(visit, document, form, [{ field: 'grupo', message }])
  })

  router.page('/documentos/:numero/distribuicao', {}, async (visit) => {
    const [keeper, document] = [await keeperOf(visit), await documentOf(visit)]
    if (!document) return documentMissing(visit)
    if (!keeper || !mayBeDistributed(document)) return notFound
    return distributePage(visit, keeper, document, { nome: document.description || document.typeName }, [])
  })

  router.act('/documentos/:numero/distribuicao', {}, async (visit) => {
    const [keeper, document] = [await keeperOf(visit), await documentOf(visit)]
    if (!keeper || !document || !mayBeDistributed(document)) return notFound
    const { name, note, problems } = readNameAndNote(visit.form)
    const { scope, problems: further } = await readScope(visit.db, keeper, visit.form, visit.now)
    const all = [...problems, ...further]
    if (all.length > 0 || !scope) return distributePage(visit, keeper, document, visit.form, all)
    const content = await textOfModel(visit.db, document)
    if (!content) return notFound
    const model = { documentTypeId: document.typeId, documentId: document.id }
    const request = { name, note, scope, content, model }
    const id = fieldText(visit.form, 'modelo')
    const outcome = /^[1-9]\d{0,17}$/.test(id)
      ? await redistribute(visit.db, keeper, { ...request, id }, visit.now)
      : await distribute(visit.db, keeper, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href('/textos-institucionais?feito=distribuido'))
    return distributePage(visit, keeper, document, visit.form, outcome.refusals.map(explainInstitutional))
  })
}

function documentOf(visit: InnerVisit): Promise<Document | undefined> {
  return findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
}

/** The group that was chosen, or made now; else what is wrong. */
async function groupFor({ db, actor, form }: InnerVisit): Promise<string | FieldProblem> {
  const typed = fieldText(form, 'novo_grupo')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (typed === '') {
    const chosen = fieldText(form, 'grupo')
    return /^[1-9]\d{0,17}$/.test(chosen) ? chosen : { field: 'novo_grupo', message: 'Escolha ou crie um grupo.' }
  }
  if (typed.length > 60) return { field: 'novo_grupo', message: 'O nome passa de 60 caracteres.' }
  const outcome = await saveGroup(db, actor, undefined, typed)
  if (outcome.done) return outcome.value.id
  return { field: 'novo_grupo', message: 'A unidade já tem um grupo com este nome, ou grupos demais.' }
}

async function keepPage(visit: InnerVisit, document: Document, fields: FormFields, problems: readonly FieldProblem[]) {
  const [groups, kept] = await Promise.all([
    groupsOf(visit.db, visit.actor.unitId),
    keptModelOf(visit.db, visit.actor.unitId, document.id),
  ])
  const props = { ...baseOf(visit, document, 'modelo-da-unidade', 'Guardar como modelo'), fields, problems, groups }
  return html(<KeepModelPage {...props} isKept={kept !== undefined} />, problems.length > 0 ? 422 : 200)
}

async function distributePage(
  visit: InnerVisit,
  keeper: Keeper,
  document: Document,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const [models, offer] = await Promise.all([
    modelsKeptBy(visit.db, keeper, document.typeId),
    offerScopes(visit.db, keeper),
  ])
  const props = {
    ...baseOf(visit, document, 'distribuicao', 'Distribuir como modelo'),
    fields,
    problems,
    models,
    offer,
  }
  return html(<DistributeModelPage {...props} />, problems.length > 0 ? 422 : 200)
}

function baseOf(visit: InnerVisit, document: Document, part: string, crumb: string) {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const backHref = at.document(document.number)
  const { page, formKeys } = visit
  const breadcrumb = [...at.crumbs(document.caseFile), { label, href: backHref }, { label: crumb }]
  return { page, formKeys, breadcrumb, label, action: at.part(document.number, part), backHref }
}
