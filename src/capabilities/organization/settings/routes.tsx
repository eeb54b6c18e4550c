import { findResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { html, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, reachOfVisit } from '../administration/answers.view.ts'
import { changeSettings, findSettings } from './keep-settings.ts'
import { fieldsOfSettings, readSettings, weighingChanges } from './settings.form.ts'
import { ConfirmSettingsPage, SettingsPage } from './settings.page.tsx'

const permission = 'organization.manage'

export function settingsRoutes(router: Router): void {
  router.page('/administracao/parametros', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    if (reach.agencyId !== undefined) return notFound
    const [rows, result] = await Promise.all([findSettings(visit.db), findResult(visit)])
    const { page, formKeys } = visit
    const fields = fieldsOfSettings(rows)
    return html(<SettingsPage {...{ page, formKeys, fields, result }} problems={[]} changes={rows} />)
  })

  router.act('/administracao/parametros', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    if (reach.agencyId !== undefined) return notFound
    const { page, formKeys, form } = visit
    const rows = await findSettings(visit.db)
    const { request, problems } = readSettings(form)
    if (!request) {
      return html(
        <SettingsPage {...{ page, formKeys, problems }} fields={form} changes={rows} result={undefined} />,
        422,
      )
    }
    const weighing = weighingChanges(form, fieldsOfSettings(rows))
    if (weighing.length > 0 && fieldText(form, 'confirmado') !== 'sim') {
      return html(<ConfirmSettingsPage page={page} formKeys={formKeys} typed={form} weighing={weighing} />, 422)
    }
    await changeSettings(visit.db, visit.actor, request, visit.now)
    return goSaying(visit, '/parametros', 'Parâmetros', 'salvos. Já estão valendo.')
  })
}
