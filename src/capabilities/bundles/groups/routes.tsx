import { fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { GroupsPage } from './groups.page.tsx'
import { explainGroupRefusal } from './groups.text.ts'
import { changeGroup, type GroupChange, groupsOf, makeGroup } from './keep-groups.ts'

const changes: { readonly [word: string]: GroupChange } = {
  desativar: 'deactivate',
  reativar: 'reactivate',
  excluir: 'delete',
}

export function groupRoutes(router: Router): void {
  const use = { permission: 'bundles.use' } as const
  router.page('/blocos/grupos', use, (visit) => groupsPage(visit, '', [], 200))

  router.act('/blocos/grupos', use, async (visit) => {
    const name = fieldText(visit.form, 'nome')
    const outcome = await makeGroup(visit.db, visit.actor, name, visit.now)
    if (outcome.done) return redirect(visit.href('/blocos/grupos'))
    const problems = outcome.refusals.map((why) => ({ field: 'nome', message: explainGroupRefusal(why) }))
    return groupsPage(visit, name.slice(0, 60), problems, 422)
  })

  router.act('/blocos/grupos/:id', use, async (visit) => {
    const id = visit.param('id')
    const change = meaningOf(changes, fieldText(visit.form, 'ato'))
    if (!change || !/^\d{1,15}$/.test(id)) return notFound
    const outcome = await changeGroup(visit.db, visit.actor, id, change, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href('/blocos/grupos'))
    const problems = outcome.refusals.map((why) => ({ message: explainGroupRefusal(why) }))
    return groupsPage(visit, '', problems, 422)
  })
}

async function groupsPage(visit: InnerVisit, typed: string, problems: readonly FormError[], status: 200 | 422) {
  const groups = await groupsOf(visit.db, visit.actor)
  return html(
    <GroupsPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      groups={groups}
      typed={typed}
      problems={problems}
    />,
    status,
  )
}
