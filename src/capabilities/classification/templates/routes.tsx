import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { documentTypeOf } from '../document-types/routes.tsx'
import { registers } from '../registers/registers.ts'
import { permission } from '../registers/routes.tsx'
import { saveTemplate } from './save-template.ts'
import { fieldsOfTemplate, readTemplate } from './template.form.ts'
import { TemplatePage } from './template.page.tsx'
import { templateToEdit, textsOf } from './template.rules.ts'

const { path } = registers.documentTypes

export function templatesRoutes(router: Router): void {
  router.page(`/administracao${path}/:id/modelo`, { permission }, async (visit) => {
    const type = await authoredTypeOf(visit)
    if (!type) return notFound
    return html(templatePage(visit, type, fieldsOfTemplate(textsOf(templateToEdit(type.template)))))
  })

  router.act(`/administracao${path}/:id/modelo`, { permission }, async (visit) => {
    const type = await authoredTypeOf(visit)
    if (!type) return notFound
    const { request, problems, removed } = readTemplate(visit.form, templateToEdit(type.template))
    if (!request) return html(templatePage(visit, type, visit.form, problems, removed), 422)
    await saveTemplate(visit.db, visit.actor, type, request, visit.now)
    return goSaying(visit, `${path}/${type.id}`, `Modelo de ${type.name}`, 'salvo.')
  })
}

async function authoredTypeOf(visit: InnerVisit): Promise<DocumentType | undefined> {
  const type = await documentTypeOf(visit)
  return type && type.appliesTo !== 'uploaded' ? type : undefined
}

function templatePage(
  visit: InnerVisit,
  type: DocumentType,
  fields: FormFields,
  problems: readonly FieldProblem[] = [],
  removed: readonly string[] = [],
) {
  const { page, formKeys } = visit
  const texts = textsOf(templateToEdit(type.template))
  return <TemplatePage {...{ page, formKeys, type, texts, fields, problems, removed }} />
}
