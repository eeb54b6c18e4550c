import { html, type Router, redirect } from '../../../platform/http/index.ts'
import { keepPreferences, preferencesOf } from './keep-preferences.ts'
import { readPreferences, typedPreferences } from './preferences.form.ts'
import { PreferencesPage } from './preferences.page.tsx'
import { deskHrefOf, mine } from './routes.tsx'

export function preferencesRoutes(router: Router): void {
  router.publicPage('/minha-conta/preferencias', (visit) =>
    mine(visit, async (accountId) => {
      const typed = typedPreferences(await preferencesOf(visit.db, accountId))
      const { page, formKeys } = visit
      return html(<PreferencesPage {...{ page, formKeys, typed }} deskHref={deskHrefOf(visit)} problems={[]} />)
    }),
  )

  router.publicAct('/minha-conta/preferencias', (visit) =>
    mine(visit, async (accountId) => {
      const { typed, request, problems } = readPreferences(visit.form)
      if (!request) {
        const { page, formKeys } = visit
        return html(<PreferencesPage {...{ page, formKeys, typed, problems }} deskHref={deskHrefOf(visit)} />, 422)
      }
      await keepPreferences(visit.db, accountId, request)
      return redirect('/minha-conta?aviso=preferencias')
    }),
  )
}
