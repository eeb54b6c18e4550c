import type { InnerVisit, Router } from '../../../platform/http/index.ts'
import { keptEntryOf, keptRegisterRoutes } from '../registers/kept-register.view.ts'
import { newDocumentTypeFields, readDocumentType, takenDocumentType } from './document-type.form.ts'
import type { DocumentType } from './document-type.ts'
import { fieldsOfDocumentType } from './document-type-fields.text.ts'
import { DocumentTypePage, DocumentTypesPage } from './document-types.page.tsx'
import { findDocumentType, listDocumentTypes, saveDocumentType } from './save-document-type.ts'

export function documentTypesRoutes(router: Router): void {
  keptRegisterRoutes<DocumentType>(router, {
    register: 'documentTypes',
    newWord: 'novo',
    newFields: newDocumentTypeFields,
    find: findDocumentType,
    fieldsOf: fieldsOfDocumentType,
    listPage: async ({ db, page }, asked, result) => (
      <DocumentTypesPage {...{ page, asked, result }} list={await listDocumentTypes(db, asked)} />
    ),
    entryPage: ({ page, formKeys }, { entry, ...shown }) => (
      <DocumentTypePage {...{ page, formKeys }} type={entry} {...shown} />
    ),
    save: async ({ db, actor, form, now }, entry) => {
      const { request, problems } = readDocumentType(form)
      if (!request) return problems
      const outcome = await saveDocumentType(db, actor, entry?.id, request, now)
      return outcome.done ? { id: outcome.value.id, label: request.name } : [takenDocumentType]
    },
  })
}

/** The type of the address, for who keeps the types. */
export function documentTypeOf(visit: InnerVisit): Promise<DocumentType | undefined> {
  return keptEntryOf(visit, findDocumentType)
}
