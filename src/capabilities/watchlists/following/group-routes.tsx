import { type FieldProblem, fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam, readForm } from '../../organization/index.ts'
import { addWatchlist, deleteWatchlist, findWatchlist, renameWatchlist, watchlistsOf } from './follow.ts'
import { GroupPage, GroupsPage } from './groups.page.tsx'
import type { WatchlistRow } from './watchlists.queries.ts'

const path = '/acompanhamentos/grupos'

export function groupRoutes(router: Router): void {
  router.page(path, {}, (visit) => groupsPage(visit, '', []))

  router.act(path, {}, async (visit) => {
    const { name, problems } = readName(visit)
    if (problems.length > 0) return groupsPage(visit, name, problems)
    const made = await addWatchlist(visit.db, visit.actor, name)
    if (made?.isNew) return redirect(visit.href(`${path}?feito=criado`))
    return groupsPage(visit, name, [made ? taken : tooMany])
  })

  router.page(`${path}/:id`, {}, async (visit) => {
    const watchlist = await watchlistOf(visit)
    return watchlist ? groupPage(visit, watchlist, watchlist.name, []) : notFound
  })

  router.act(`${path}/:id`, {}, async (visit) => {
    const watchlist = await watchlistOf(visit)
    if (!watchlist) return notFound
    if (fieldText(visit.form, 'acao') === 'excluir') {
      const gone = await deleteWatchlist(visit.db, visit.actor, watchlist.id)
      return gone
        ? redirect(visit.href(`${path}?feito=excluido`))
        : groupPage(visit, watchlist, watchlist.name, [inUse])
    }
    const { name, problems } = readName(visit)
    if (problems.length > 0) return groupPage(visit, watchlist, name, problems)
    const renamed = await renameWatchlist(visit.db, visit.actor, watchlist.id, name)
    return renamed ? redirect(visit.href(`${path}?feito=alterado`)) : groupPage(visit, watchlist, name, [taken])
  })
}

const taken = { field: 'nome', message: 'A unidade já tem um grupo com este nome. Escolha outro nome.' }
const tooMany = { field: 'nome', message: 'A unidade já tem 200 grupos. Exclua os que não usa mais.' }
const inUse = { field: 'nome', message: 'Ainda há processos neste grupo. Mude-os de grupo antes de excluí-lo.' }

const flashes: Readonly<Record<string, string | undefined>> = {
  criado: 'Grupo criado.',
  alterado: 'Grupo alterado.',
  excluido: 'Grupo excluído.',
}

function readName(visit: InnerVisit): { name: string; problems: readonly FieldProblem[] } {
  const form = readForm(visit.form)
  const name = form.line('nome', { label: 'o nome do grupo', required: true, most: 60 })
  return { name, problems: form.problems }
}

async function watchlistOf(visit: InnerVisit): Promise<WatchlistRow | undefined> {
  const id = idParam(visit)
  return id ? findWatchlist(visit.db, visit.actor, id) : undefined
}

async function groupsPage(visit: InnerVisit, typed: string, problems: readonly FieldProblem[]): Promise<Answer> {
  const watchlists = await watchlistsOf(visit.db, visit.actor)
  const text = meaningOf(flashes, visit.query('feito'))
  const flash = text ? ({ kind: 'success', text } as const) : undefined
  const { page, formKeys, href } = visit
  return html(
    <GroupsPage {...{ page, formKeys, href, watchlists, typed, problems, flash }} />,
    problems.length > 0 ? 422 : 200,
  )
}

function groupPage(
  visit: InnerVisit,
  watchlist: WatchlistRow,
  typed: string,
  problems: readonly FieldProblem[],
): Answer {
  const { page, formKeys, href } = visit
  return html(<GroupPage {...{ page, formKeys, href, watchlist, typed, problems }} />, problems.length > 0 ? 422 : 200)
}
