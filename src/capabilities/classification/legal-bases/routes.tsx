import type { Router } from '../../../platform/http/index.ts'
import { keptRegisterRoutes } from '../registers/kept-register.view.ts'
import { LegalBasesPage, LegalBasisPage } from './legal-bases.page.tsx'
import { readLegalBasis, takenLegalBasis } from './legal-basis.form.ts'
import { changeLegalBasis, findLegalBasis, listLegalBases, openLegalBasis } from './save-legal-basis.ts'

export function legalBasesRoutes(router: Router): void {
  keptRegisterRoutes(router, {
    register: 'legalBases',
    newWord: 'nova',
    newFields: { nivel: 'restricted' },
    find: findLegalBasis,
    fieldsOf: ({ name, law }) => ({ nome: name, lei: law }),
    listPage: async ({ db, page }, asked, result) => (
      <LegalBasesPage {...{ page, asked, result }} list={await listLegalBases(db, asked)} />
    ),
    entryPage: ({ page, formKeys }, { entry, ...shown }) => (
      <LegalBasisPage {...{ page, formKeys }} basis={entry} {...shown} />
    ),
    save: async ({ db, actor, form, now }, entry) => {
      const { request, problems } = readLegalBasis(form, entry?.level)
      if (!request) return problems
      const outcome = entry
        ? await changeLegalBasis(db, actor, entry.id, request, now)
        : await openLegalBasis(db, actor, request, now)
      return outcome.done ? { id: outcome.value.id, label: request.name } : [takenLegalBasis]
    },
  })
}
