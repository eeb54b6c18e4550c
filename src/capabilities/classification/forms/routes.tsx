import { findResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { goSaying } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { documentTypeOf } from '../document-types/routes.tsx'
import { registers } from '../registers/registers.ts'
import { permission } from '../registers/routes.tsx'
import { type ArrangeRefusal, findArrangement, moveField, publishForm, saveField } from './arrange-form.ts'
import { fieldsOfFormField, isFieldKind, readFormField } from './form-field.form.ts'
import type { FieldKind, FormField } from './form-field.ts'
import { FormDefinitionPage, FormFieldPage } from './forms.page.tsx'

const { path } = registers.documentTypes
const at = `/administracao${path}/:id/formulario`

export function formsRoutes(router: Router): void {
  router.page(at, { permission }, async (visit) => {
    const type = await formTypeOf(visit)
    return type ? definitionPage(visit, type, []) : notFound
  })

  router.page(`${at}/campos/novo`, { permission }, async (visit) => {
    const [type, kind] = [await formTypeOf(visit), visit.query('especie')]
    return type && isFieldKind(kind) ? fieldPage(visit, type, kind, undefined, {}, []) : notFound
  })

  router.act(`${at}/campos`, { permission }, async (visit) => {
    const [type, kind] = [await formTypeOf(visit), fieldText(visit.form, 'especie')]
    return type && isFieldKind(kind) ? save(visit, type, kind, undefined) : notFound
  })

  router.page(`${at}/campos/:campo`, { permission }, async (visit) => {
    const found = await fieldOf(visit)
    if (!found) return notFound
    const { type, field } = found
    return fieldPage(visit, type, field.kind, field, fieldsOfFormField(field), [])
  })

  router.act(`${at}/campos/:campo`, { permission }, async (visit) => {
    const found = await fieldOf(visit)
    return found ? save(visit, found.type, found.field.kind, found.field) : notFound
  })

  router.act(`${at}/campos/:campo/lugar`, { permission }, async (visit) => {
    const found = await fieldOf(visit)
    const where = meaningOf({ cima: 'up', baixo: 'down', fora: 'away' } as const, fieldText(visit.form, 'para'))
    const { db, actor, now } = visit
    const moved = found && where && (await moveField(db, actor, found.type.id, found.field.key, where, now))
    return moved?.done ? redirect(visit.href(`/administracao${path}/${found?.type.id}/formulario`)) : notFound
  })

  router.act(`${at}/publicacao`, { permission }, async (visit) => {
    const type = await formTypeOf(visit)
    if (!type) return notFound
    const outcome = await publishForm(visit.db, visit.actor, type.id, visit.now)
    if (!outcome.done) return definitionPage(visit, type, outcome.refusals.map(explainArrange))
    const said = `versão ${outcome.value.number} publicada.`
    return goSaying(visit, `${path}/${type.id}/formulario`, `Formulário de ${type.name}`, said)
  })
}

function explainArrange({ kind }: ArrangeRefusal): string {
  return kind === 'too-many'
    ? 'O formulário já tem 100 campos. Retire os que não usa mais.'
    : 'Não há o que publicar: inclua ao menos um campo que se responda, ou mude o que está em uso.'
}

async function formTypeOf(visit: InnerVisit): Promise<DocumentType | undefined> {
  const type = await documentTypeOf(visit)
  return type?.appliesTo === 'form' ? type : undefined
}

async function fieldOf(visit: InnerVisit): Promise<{ type: DocumentType; field: FormField } | undefined> {
  const type = await formTypeOf(visit)
  if (!type) return undefined
  const { fields } = await findArrangement(visit.db, type.id)
  const field = fields.find(({ key }) => key === visit.param('campo'))
  return field && { type, field }
}

async function save(visit: InnerVisit, type: DocumentType, kind: FieldKind, old: FormField | undefined) {
  const { field, problems } = readFormField(kind, visit.form)
  if (!field) return fieldPage(visit, type, kind, old, visit.form, problems)
  const outcome = await saveField(visit.db, visit.actor, type.id, { key: old?.key, field }, visit.now)
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`/administracao${path}/${type.id}/formulario`))
  const refusals = outcome.refusals.map((one) => ({ field: 'rotulo', message: explainArrange(one) }))
  return fieldPage(visit, type, kind, old, visit.form, refusals)
}

async function definitionPage(visit: InnerVisit, type: DocumentType, problems: readonly string[]) {
  const { page, formKeys } = visit
  const [arrangement, result] = await Promise.all([findArrangement(visit.db, type.id), findResult(visit)])
  const props = { page, formKeys, type, arrangement, problems, result }
  return html(<FormDefinitionPage {...props} />, problems.length > 0 ? 422 : 200)
}

function fieldPage(
  visit: InnerVisit,
  type: DocumentType,
  kind: FieldKind,
  field: FormField | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const { page, formKeys } = visit
  const props = { page, formKeys, type, kind, field, fields, problems }
  return html(<FormFieldPage {...props} />, problems.length > 0 ? 422 : 200)
}
