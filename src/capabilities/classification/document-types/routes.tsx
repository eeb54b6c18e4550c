import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest } from '../../organization/index.ts'
import { registers } from '../registers/registers.ts'
import { keepsAll, permission } from '../registers/routes.tsx'
import {
  fieldsOfDocumentType,
  newDocumentTypeFields,
  readDocumentType,
  takenDocumentType,
} from './document-type.form.ts'
import type { DocumentType } from './document-type.ts'
import { DocumentTypePage, DocumentTypesPage } from './document-types.page.tsx'
import { findDocumentType, listDocumentTypes, saveDocumentType } from './save-document-type.ts'

const { path } = registers.documentTypes
const here = `/administracao${path}`

export function documentTypesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listDocumentTypes(visit.db, asked), findResult(visit)])
    return html(<DocumentTypesPage page={visit.page} {...{ list, asked, result }} />)
  })

  router.page(`${here}/novo`, { permission }, async (visit) =>
    (await keepsAll(visit)) ? html(entryPage(visit, undefined, newDocumentTypeFields, [])) : notFound,
  )

  router.act(here, { permission }, async (visit) => ((await keepsAll(visit)) ? save(visit, undefined) : notFound))

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [type, result] = await Promise.all([documentTypeOf(visit), findResult(visit)])
    return type ? html(entryPage(visit, type, fieldsOfDocumentType(type), [], result)) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const type = await documentTypeOf(visit)
    return type ? save(visit, type) : notFound
  })
}

/** The type of the address, for who keeps the types. */
export async function documentTypeOf(visit: InnerVisit): Promise<DocumentType | undefined> {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findDocumentType(visit.db, id) : undefined
}

async function save(visit: InnerVisit, type: DocumentType | undefined) {
  const { request, problems } = readDocumentType(visit.form)
  if (!request) return html(entryPage(visit, type, visit.form, problems), 422)
  const outcome = await saveDocumentType(visit.db, type?.id, request)
  if (!outcome.done) return html(entryPage(visit, type, visit.form, [takenDocumentType]), 422)
  return goSaying(visit, `${path}/${outcome.value.id}`, request.name, type ? 'salvo.' : 'cadastrado.')
}

function entryPage(
  visit: InnerVisit,
  type: DocumentType | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  return <DocumentTypePage {...{ page, formKeys, type, fields, problems, result }} />
}
