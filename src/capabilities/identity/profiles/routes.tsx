import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { answerChanges, goSaying, idParam, reachOfVisit } from '../../organization/index.ts'
import { explainProfileRefusal, readProfile } from './profile.form.ts'
import { fieldsOfProfile } from './profile-fields.text.ts'
import { ProfilePage, ProfilesPage } from './profiles.page.tsx'
import { changeProfile, findProfile, listProfiles, openProfile } from './save-profile.ts'

const permission = 'identity.manage'

export function profilesRoutes(router: Router): void {
  profileChanges(router)
  router.page('/administracao/perfis', { permission }, async (visit) => {
    const [profiles, mayChange, result] = await Promise.all([
      listProfiles(visit.db, visit.now),
      keepsAll(visit),
      findResult(visit),
    ])
    return html(<ProfilesPage page={visit.page} {...{ profiles, mayChange, result }} />)
  })

  router.page('/administracao/perfis/novo', { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const from = visit.query('de')
    const model = /^\d{1,18}$/.test(from) ? await findProfile(visit.db, from, visit.now) : undefined
    const fields = model ? fieldsOfProfile({ ...model, name: `${model.name} (cópia)`.slice(0, 80) }) : {}
    return html(profilePage(visit, undefined, fields, []))
  })

  router.act('/administracao/perfis', { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { request, problems } = readProfile(visit.form)
    if (!request) return html(profilePage(visit, undefined, visit.form, problems), 422)
    const outcome = await openProfile(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return goSaying(visit, '/perfis', `Perfil ${request.name}`, 'criado.')
    return html(profilePage(visit, undefined, visit.form, outcome.refusals.map(explainProfileRefusal)), 422)
  })

  router.page('/administracao/perfis/:id', { permission }, async (visit) => {
    const [profile, mayChange, result] = await Promise.all([profileOf(visit), keepsAll(visit), findResult(visit)])
    if (!profile) return notFound
    const { page, formKeys } = visit
    const fields = fieldsOfProfile(profile)
    return html(<ProfilePage {...{ page, formKeys, profile, mayChange, fields, result }} problems={[]} />)
  })

  router.act('/administracao/perfis/:id', { permission }, async (visit) => {
    const profile = await profileOf(visit)
    if (!profile || !(await keepsAll(visit))) return notFound
    const { request, problems } = readProfile(visit.form)
    if (!request) return html(profilePage(visit, profile, visit.form, problems), 422)
    const outcome = await changeProfile(visit.db, visit.actor, profile.id, request, visit.now)
    if (outcome.done) return goSaying(visit, `/perfis/${profile.id}`, `Perfil ${request.name}`, 'salvo.')
    return html(profilePage(visit, profile, visit.form, outcome.refusals.map(explainProfileRefusal)), 422)
  })
}

/** The way to the history, for who may change profiles. */
function profileChanges(router: Router): void {
  router.page('/administracao/perfis/:id/alteracoes', { permission }, async (visit) => {
    const profile = await profileOf(visit)
    if (!profile || !(await keepsAll(visit))) return notFound
    return answerChanges(
      visit,
      { register: 'profile', id: profile.id },
      {
        label: `Perfil ${profile.name}`,
        register: { label: 'Perfis', path: '/perfis' },
        recordPath: `/perfis/${profile.id}`,
      },
    )
  })
}

async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

async function profileOf(visit: InnerVisit) {
  const id = idParam(visit)
  return id ? findProfile(visit.db, id, visit.now) : undefined
}

function profilePage(
  visit: InnerVisit,
  profile: Awaited<ReturnType<typeof profileOf>>,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const { page, formKeys } = visit
  return <ProfilePage {...{ page, formKeys, profile, fields, problems }} mayChange />
}
