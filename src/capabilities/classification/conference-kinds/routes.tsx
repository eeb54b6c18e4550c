import type { Router } from '../../../platform/http/index.ts'
import { keptRegisterRoutes } from '../registers/kept-register.view.ts'
import { readConferenceKind, takenConferenceKind } from './conference-kind.form.ts'
import { fieldsOfConferenceKind } from './conference-kind-fields.text.ts'
import { ConferenceKindPage, ConferenceKindsPage } from './conference-kinds.page.tsx'
import type { ConferenceKindRow } from './conference-kinds.queries.ts'
import {
  changeConferenceKind,
  findConferenceKind,
  listConferenceKinds,
  openConferenceKind,
} from './save-conference-kind.ts'

export function conferenceKindsRoutes(router: Router): void {
  keptRegisterRoutes<ConferenceKindRow>(router, {
    register: 'conferenceKinds',
    newWord: 'nova',
    newFields: {},
    find: findConferenceKind,
    fieldsOf: fieldsOfConferenceKind,
    listPage: async ({ db, page }, asked, result) => (
      <ConferenceKindsPage {...{ page, asked, result }} list={await listConferenceKinds(db, asked)} />
    ),
    entryPage: ({ page, formKeys }, { entry, ...shown }) => (
      <ConferenceKindPage {...{ page, formKeys }} kind={entry} {...shown} />
    ),
    save: async ({ db, actor, form, now }, entry) => {
      const { request, problems } = readConferenceKind(form)
      if (!request) return problems
      const outcome = entry
        ? await changeConferenceKind(db, actor, entry.id, request, now)
        : await openConferenceKind(db, actor, request, now)
      return outcome.done ? { id: outcome.value.id, label: request.name } : [takenConferenceKind]
    },
  })
}
