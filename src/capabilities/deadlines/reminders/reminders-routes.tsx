import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { reaches, reachOfVisit } from '../../organization/index.ts'
import { reminderSettings, setAgencyReminders, setUnitReminders } from './keep-setting.ts'
import { readReminder } from './reminder-setting.form.ts'
import { RemindersPage, type RemindersPageProps } from './reminders.page.tsx'

const ofAgency = { permission: 'organization.manage' } as const

export function remindersRoutes(router: Router): void {
  router.page('/prazos/lembretes', {}, async (visit) => settingsPage(visit, undefined, 200))

  router.act('/prazos/lembretes', { permission: 'cases.change' }, async (visit) => {
    const { typed, choice, problems } = readReminder(visit.form)
    if (choice === undefined) return settingsPage(visit, { of: 'unit', typed, problems }, 422)
    await setUnitReminders(visit.db, visit.actor, choice, visit.now)
    return saved(visit, `Lembretes da unidade ${visit.actor.unitAcronym}`)
  })

  router.act('/prazos/lembretes/orgao', ofAgency, async (visit) => {
    const { typed, choice, problems } = readReminder(visit.form)
    if (!(await administratesAgency(visit))) return notFound
    if (choice === undefined || choice === 'as-agency') {
      return settingsPage(visit, { of: 'agency', typed, problems }, 422)
    }
    await setAgencyReminders(visit.db, visit.actor, choice, visit.now)
    return saved(visit, 'Lembretes do órgão')
  })
}

async function settingsPage(
  visit: InnerVisit,
  refused: RemindersPageProps['refused'],
  status: 200 | 422,
): Promise<Answer> {
  const [settings, agency, result] = await Promise.all([
    reminderSettings(visit.db, visit.actor),
    administratesAgency(visit),
    findResult(visit),
  ])
  return html(
    <RemindersPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      unit={visit.actor.unitAcronym}
      settings={settings}
      may={{ unit: visit.actor.permissions.has('cases.change'), agency }}
      refused={refused}
      result={result}
    />,
    status,
  )
}

async function saved(visit: InnerVisit, label: string): Promise<Answer> {
  const item = { label, done: true, text: 'guardados.' }
  return redirect(visit.href(`/prazos/lembretes${await keepResult(visit, { title: label, items: [item] })}`))
}

async function administratesAgency(visit: InnerVisit): Promise<boolean> {
  if (!visit.actor.permissions.has('organization.manage')) return false
  return reaches(await reachOfVisit(visit, 'organization.manage'), visit.actor.agencyId)
}
