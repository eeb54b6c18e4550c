import { findResult, keepResult } from '../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { answerChangesAt, idParam, listRequest, reachOfVisit } from '../organization/index.ts'
import { readGroup } from './group.form.ts'
import type { RecipientGroup } from './group.ts'
import { GroupPage, GroupsPage } from './groups.page.tsx'
import {
  changeGroup,
  fieldsOfGroup,
  findGroup,
  type GroupRefusal,
  type KeeperReach,
  listGroups,
  makeGroup,
  scopesKept,
  setGroupActive,
} from './keep-groups.ts'

export function groupsRoutes(router: Router): void {
  router.page('/grupos', {}, async (visit) => {
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listGroups(visit.db, visit.actor, asked), findResult(visit)])
    return html(<GroupsPage page={visit.page} href={visit.href} {...{ asked, list, result }} />)
  })

  router.page('/grupos/novo', {}, async (visit) =>
    html(await groupPage(visit, undefined, { especie: 'units', alcance: 'person' }, [])),
  )

  router.act('/grupos', {}, async (visit) => {
    const { request, problems } = readGroup(visit.form, undefined)
    if (!request) return html(await groupPage(visit, undefined, visit.form, problems), 422)
    const outcome = await makeGroup(visit.db, visit.actor, await keeperReach(visit), request, visit.now)
    if (!outcome.done) return html(await groupPage(visit, undefined, visit.form, outcome.refusals.map(explain)), 422)
    return saying(visit, `/grupos/${outcome.value.id}`, `Grupo ${request.name}`, 'criado.')
  })

  router.page('/grupos/:id', {}, async (visit) => {
    const group = await groupOf(visit)
    return group ? html(await groupPage(visit, group, fieldsOfGroup(group), [])) : notFound
  })

  router.act('/grupos/:id', {}, async (visit) => {
    const group = await groupOf(visit)
    if (!group) return notFound
    const act = fieldText(visit.form, 'ato')
    if (act === 'desativar' || act === 'reativar') return changeUse(visit, group, act === 'reativar')
    const { request, problems } = readGroup(visit.form, group)
    if (!request) return html(await groupPage(visit, group, visit.form, problems), 422)
    const outcome = await changeGroup(visit.db, visit.actor, await keeperReach(visit), group.id, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(await groupPage(visit, group, visit.form, outcome.refusals.map(explain)), 422)
    return saying(visit, `/grupos/${group.id}`, `Grupo ${request.name}`, 'salvo.')
  })

  router.page('/grupos/:id/alteracoes', {}, async (visit) => {
    const group = await groupOf(visit)
    if (!group) return notFound
    const at = visit.href(`/grupos/${group.id}`)
    return answerChangesAt(
      visit,
      { register: 'group', id: group.id },
      {
        label: group.name,
        breadcrumb: [
          { label: 'Mesa', href: visit.href('/mesa') },
          { label: 'Grupos', href: visit.href('/grupos') },
          { label: group.name, href: at },
          { label: 'Histórico de alterações' },
        ],
        href: `${at}/alteracoes`,
      },
    )
  })
}

async function changeUse(visit: InnerVisit, group: RecipientGroup, active: boolean): Promise<Answer> {
  const kept = await setGroupActive(visit.db, visit.actor, await keeperReach(visit), group.id, active, visit.now)
  if (!kept) return notFound
  return saying(visit, '/grupos', `Grupo ${group.name}`, active ? 'de novo em uso.' : 'fora de uso.')
}

function explain(refusal: GroupRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'name-taken':
      return { field: 'nome', message: 'Já existe um grupo com este nome. Escolha outro.' }
    case 'beyond-reach':
      return { field: 'alcance', message: 'Você não mantém grupos com este alcance. Escolha outro.' }
    case 'members':
      return refusal.problem
  }
}

async function groupOf(visit: InnerVisit): Promise<RecipientGroup | undefined> {
  const id = idParam(visit)
  return id ? findGroup(visit.db, visit.actor, id) : undefined
}

async function keeperReach(visit: InnerVisit): Promise<KeeperReach> {
  const permission = 'organization.manage'
  return visit.actor.permissions.has(permission) ? reachOfVisit(visit, permission) : undefined
}

async function groupPage(
  visit: InnerVisit,
  group: RecipientGroup | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const [reach, result] = await Promise.all([keeperReach(visit), findResult(visit)])
  const kept = scopesKept(visit.actor, reach)
  const { page, formKeys, href } = visit
  return <GroupPage {...{ page, formKeys, href, group, kept, fields, problems, result }} />
}

async function saying(visit: InnerVisit, path: string, label: string, text: string): Promise<Answer> {
  const item = { label: label.slice(0, 200), done: true, text }
  return redirect(visit.href(path) + (await keepResult(visit, { title: item.label, items: [item] })))
}
