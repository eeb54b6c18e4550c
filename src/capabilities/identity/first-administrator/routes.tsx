import { html, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import { LinkOverPage } from '../new-password/new-password.page.tsx'
import { findLink } from '../one-time-links.ts'
import { firstFields, readFirstAdministrator } from './first-administrator.form.ts'
import { FirstAdministratorPage } from './first-administrator.page.tsx'
import { makeFirstAdministrator } from './make-first-administrator.ts'

export function firstAdministratorRoutes(router: Router): void {
  router.publicPage('/primeiro-acesso/:token', async (visit) => {
    const token = visit.param('token')
    if (!(await works(visit, token))) return linkOver(visit)
    const { page, formKeys } = visit
    return html(<FirstAdministratorPage {...{ page, formKeys, token }} fields={firstFields} problems={[]} />)
  })

  router.publicAct(
    '/primeiro-acesso/:token',
    async (visit) => {
      const token = visit.param('token')
      if (!(await works(visit, token))) return linkOver(visit)
      const { request, problems } = readFirstAdministrator(visit.form)
      if (!request) {
        const { page, formKeys, form } = visit
        return html(<FirstAdministratorPage {...{ page, formKeys, token, problems }} fields={form} />, 422)
      }
      const outcome = await makeFirstAdministrator(visit.db, token, request, visit.now)
      return outcome.done ? redirect('/entrar?aviso=primeiro-acesso') : linkOver(visit)
    },
    { perMinute: 20 },
  )
}

async function works(visit: Visit, token: string): Promise<boolean> {
  return (await findLink(visit.db, token, 'first-administrator', visit.now)) !== undefined
}

function linkOver(visit: Visit) {
  return html(<LinkOverPage page={visit.page} />, 404)
}
