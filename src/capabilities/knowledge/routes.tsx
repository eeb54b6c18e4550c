import { meaningOf } from '../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { ConfirmPage } from '../../ui/index.ts'
import { findStandardText } from './find-standard-text.ts'
import { groupOfText } from './groups/find-groups.ts'
import { groupForm } from './groups/group-form.view.ts'
import { groupsRoutes } from './groups/routes.tsx'
import { keeperOf } from './institutional/keeper.ts'
import { institutionalRoutes } from './institutional/routes.tsx'
import { receivedRoutes } from './received/routes.tsx'
import { readStandardText, type StandardTextTyped, typedText } from './standard-text.form.ts'
import { StandardTextPage, StandardTextsPage } from './standard-text.page.tsx'
import { explainStandardText } from './standard-text.text.ts'
import { textsOfUnit } from './texts-of-unit.ts'
import { addStandardText, changeStandardText, deleteStandardText } from './write-standard-text.ts'

const managing = { permission: 'knowledge.manage' } as const
const longText = { ...managing, bodyLimitBytes: 4_194_304 } as const

export function knowledgeRoutes(router: Router): void {
  institutionalRoutes(router)
  groupsRoutes(router)
  receivedRoutes(router)
  router.page('/textos-padrao', managing, async (visit) => {
    const [texts, keeper] = await Promise.all([textsOfUnit(visit.db, visit.actor.unitId), keeperOf(visit)])
    const done = meaningOf(flashes, visit.query('feito'))
    return html(
      <StandardTextsPage
        page={visit.page}
        breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Textos padrão' }]}
        unit={visit.actor.unitAcronym}
        texts={texts}
        href={visit.href}
        distributes={keeper !== undefined}
        flash={done ? { kind: 'success', text: done } : undefined}
      />,
    )
  })

  router.page('/textos-padrao/novo', managing, async (visit) => textPage(visit, undefined, { name: '', text: '' }, []))

  router.act('/textos-padrao', longText, async (visit) => {
    const { typed, request, problems } = readStandardText(visit.form, undefined)
    if (!request) return textPage(visit, undefined, typed, problems)
    const outcome = await addStandardText(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return redirect(visit.href('/textos-padrao?feito=criado'))
    return textPage(visit, undefined, typed, outcome.refusals.map(explainStandardText))
  })

  router.page('/textos-padrao/:id', managing, async (visit) => {
    const text = await findStandardText(visit.db, visit.actor.unitId, visit.param('id'))
    return text ? textPage(visit, text.id, typedText(text.name, text.content), []) : notFound
  })

  router.act('/textos-padrao/:id', longText, async (visit) => {
    const text = await findStandardText(visit.db, visit.actor.unitId, visit.param('id'))
    if (!text) return notFound
    const { typed, request, problems } = readStandardText(visit.form, text.content)
    if (!request) return textPage(visit, text.id, typed, problems)
    const outcome = await changeStandardText(visit.db, visit.actor, { ...request, id: text.id }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href('/textos-padrao?feito=alterado'))
    return textPage(visit, text.id, typed, outcome.refusals.map(explainStandardText))
  })

  router.page('/textos-padrao/:id/exclusao', managing, async (visit) => {
    const text = await findStandardText(visit.db, visit.actor.unitId, visit.param('id'))
    if (!text) return notFound
    return html(
      <ConfirmPage
        page={visit.page}
        title={`Excluir o texto padrão “${text.name}”?`}
        breadcrumb={[...crumbs(visit), { label: 'Excluir' }]}
        consequences={['O texto sai da lista da unidade.', 'Os documentos feitos com ele ficam como estão.']}
        action={visit.href(`/textos-padrao/${text.id}/exclusao`)}
        idempotencyKey={visit.formKeys.idempotencyKey}
        confirmLabel="Excluir o texto"
        confirmIcon="remove"
        cancelHref={visit.href('/textos-padrao')}
      />,
    )
  })

  router.act('/textos-padrao/:id/exclusao', managing, async (visit) => {
    const id = visit.param('id')
    const deleted = /^\d{1,18}$/.test(id) && (await deleteStandardText(visit.db, visit.actor, id, visit.now))
    return deleted ? redirect(visit.href('/textos-padrao?feito=excluido')) : notFound
  })
}

const flashes: Readonly<Record<string, string | undefined>> = {
  criado: 'Texto padrão criado.',
  alterado: 'Texto padrão alterado.',
  excluido: 'Texto padrão excluído.',
  copiado: 'Cópia feita. Ela é da unidade: mude o que for preciso.',
  trocado: 'O texto da unidade é agora o da nova versão.',
  mantido: 'O texto da unidade ficou como estava.',
  agrupado: 'Grupo de favoritos salvo.',
}

const crumbs = (visit: InnerVisit) => [
  { label: 'Mesa', href: visit.href('/mesa') },
  { label: 'Textos padrão', href: visit.href('/textos-padrao') },
]

async function textPage(
  visit: InnerVisit,
  id: string | undefined,
  typed: StandardTextTyped,
  problems: readonly { field: string; message: string }[],
) {
  const done = meaningOf(flashes, visit.query('feito'))
  return html(
    <StandardTextPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...crumbs(visit), { label: id ? typed.name || 'Alterar' : 'Novo' }]}
      title={id ? 'Alterar texto padrão' : 'Novo texto padrão'}
      typed={typed}
      problems={problems}
      action={visit.href(id ? `/textos-padrao/${id}` : '/textos-padrao')}
      backHref={visit.href('/textos-padrao')}
      group={id ? await groupForm(visit, id, await groupOfText(visit.db, visit.actor.unitId, id)) : undefined}
      flash={done ? { kind: 'success', text: done } : undefined}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
