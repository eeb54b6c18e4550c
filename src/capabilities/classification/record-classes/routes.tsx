import type { Router } from '../../../platform/http/index.ts'
import { keptRegisterRoutes } from '../registers/kept-register.view.ts'
import { readRecordClass, takenRecordClass } from './record-class.form.ts'
import { fieldsOfRecordClass } from './record-class-fields.text.ts'
import { RecordClassesPage, RecordClassPage } from './record-classes.page.tsx'
import type { RecordClassRow } from './record-classes.queries.ts'
import { changeRecordClass, findRecordClass, listRecordClasses, openRecordClass } from './save-record-class.ts'

export function recordClassesRoutes(router: Router): void {
  keptRegisterRoutes<RecordClassRow>(router, {
    register: 'recordClasses',
    newWord: 'nova',
    newFields: {},
    find: findRecordClass,
    fieldsOf: fieldsOfRecordClass,
    listPage: async ({ db, page }, asked, result) => (
      <RecordClassesPage {...{ page, asked, result }} list={await listRecordClasses(db, asked)} />
    ),
    entryPage: ({ page, formKeys }, { entry, ...shown }) => (
      <RecordClassPage {...{ page, formKeys }} recordClass={entry} {...shown} />
    ),
    save: async ({ db, actor, form, now }, entry) => {
      const { request, problems } = readRecordClass(form)
      if (!request) return problems
      const outcome = entry
        ? await changeRecordClass(db, actor, entry.id, request, now)
        : await openRecordClass(db, actor, request, now)
      return outcome.done ? { id: outcome.value.id, label: `Classe ${request.code}` } : [takenRecordClass]
    },
  })
}
