import { type FieldProblem, fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { ConfirmPage } from '../../../ui/index.ts'
import { deleteGroup, type GroupRow, groupsOf } from './find-groups.ts'
import { GroupPage, GroupsPage } from './groups.page.tsx'
import { groupText, mostGroups, saveGroup } from './keep-groups.ts'

const managing = { permission: 'knowledge.manage' } as const
const root = '/textos-padrao/grupos'

export function groupsRoutes(router: Router): void {
  router.page(root, managing, (visit) => groupsPage(visit, '', []))

  router.act(root, managing, async (visit) => {
    const { name, problems } = readName(visit)
    if (problems.length > 0) return groupsPage(visit, name, problems)
    const outcome = await saveGroup(visit.db, visit.actor, undefined, name)
    if (outcome.done) return redirect(visit.href(`${root}?feito=criado`))
    return groupsPage(visit, name, outcome.refusals.map(explainGroup))
  })

  router.page(`${root}/:id`, managing, async (visit) => {
    const group = await groupOf(visit)
    return group ? groupPage(visit, group, group.name, []) : notFound
  })

  router.act(`${root}/:id`, managing, async (visit) => {
    const group = await groupOf(visit)
    if (!group) return notFound
    const { name, problems } = readName(visit)
    if (problems.length > 0) return groupPage(visit, group, name, problems)
    const outcome = await saveGroup(visit.db, visit.actor, group.id, name)
    if (outcome.done) return redirect(visit.href(`${root}?feito=alterado`))
    return groupPage(visit, group, name, outcome.refusals.map(explainGroup))
  })

  router.page(`${root}/:id/exclusao`, managing, async (visit) => {
    const group = await groupOf(visit)
    if (!group) return notFound
    return html(
      <ConfirmPage
        page={visit.page}
        title={`Excluir o grupo “${group.name}”?`}
        breadcrumb={[...crumbs(visit), { label: 'Excluir' }]}
        consequences={[
          'Os textos continuam na lista, sem grupo.',
          'Os documentos guardados nele deixam de ser modelos da unidade.',
        ]}
        action={visit.href(`${root}/${group.id}/exclusao`)}
        idempotencyKey={visit.formKeys.idempotencyKey}
        confirmLabel="Excluir o grupo"
        confirmIcon="remove"
        cancelHref={visit.href(root)}
      />,
    )
  })

  router.act(`${root}/:id/exclusao`, managing, async (visit) => {
    const group = await groupOf(visit)
    const removed = group && (await deleteGroup(visit.db, visit.actor.unitId, group.id))
    return removed ? redirect(visit.href(`${root}?feito=excluido`)) : notFound
  })

  router.act('/textos-padrao/agrupamento', managing, async (visit) => {
    const typed = fieldText(visit.form, 'grupo')
    const groupId = /^[1-9]\d{0,17}$/.test(typed) ? typed : undefined
    const grouped = await groupText(visit.db, visit.actor, fieldText(visit.form, 'item'), groupId, visit.now)
    return grouped ? redirect(visit.href('/textos-padrao?feito=agrupado')) : notFound
  })
}

const flashes: Readonly<Record<string, string | undefined>> = {
  criado: 'Grupo criado.',
  alterado: 'Nome do grupo salvo.',
  excluido: 'Grupo excluído.',
}

const crumbs = (visit: InnerVisit) => [
  { label: 'Mesa', href: visit.href('/mesa') },
  { label: 'Textos padrão', href: visit.href('/textos-padrao') },
  { label: 'Grupos', href: visit.href(root) },
]

async function groupOf(visit: InnerVisit): Promise<GroupRow | undefined> {
  return (await groupsOf(visit.db, visit.actor.unitId)).find(({ id }) => id === visit.param('id'))
}

function readName({ form }: InnerVisit): { name: string; problems: FieldProblem[] } {
  const name = fieldText(form, 'nome')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (name === '') return { name, problems: [{ field: 'nome', message: 'Informe o nome do grupo.' }] }
  return name.length > 60
    ? { name, problems: [{ field: 'nome', message: 'O nome passa de 60 caracteres.' }] }
    : { name, problems: [] }
}

function explainGroup({ kind }: { readonly kind: 'name-taken' | 'too-many' }): FieldProblem {
  return kind === 'name-taken'
    ? { field: 'nome', message: 'A unidade já tem um grupo com este nome.' }
    : { field: 'nome', message: `A unidade já tem ${mostGroups} grupos. Exclua os que não usa mais.` }
}

const baseOf = (visit: InnerVisit) => ({ page: visit.page, formKeys: visit.formKeys, href: visit.href })

async function groupsPage(visit: InnerVisit, typed: string, problems: readonly FieldProblem[]) {
  const done = meaningOf(flashes, visit.query('feito'))
  const [desk, texts] = crumbs(visit)
  const breadcrumb = [...(desk && texts ? [desk, texts] : []), { label: 'Grupos' }]
  const groups = await groupsOf(visit.db, visit.actor.unitId)
  const flash = done ? ({ kind: 'success', text: done } as const) : undefined
  const props = { ...baseOf(visit), breadcrumb, groups, typed, problems, flash }
  return html(<GroupsPage {...props} />, problems.length > 0 ? 422 : 200)
}

function groupPage(visit: InnerVisit, group: GroupRow, typed: string, problems: readonly FieldProblem[]) {
  const breadcrumb = [...crumbs(visit), { label: group.name }]
  const props = { ...baseOf(visit), breadcrumb, groups: [], group, typed, problems }
  return html(<GroupPage {...props} />, problems.length > 0 ? 422 : 200)
}
