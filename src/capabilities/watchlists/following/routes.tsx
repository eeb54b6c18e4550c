import { findResult, type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { actOnEach, allRefused, asProblems, tellResults } from '../batch/act-on-each.view.ts'
import { chosenIn, chosenOf } from '../batch/chosen-case-files.form.ts'
import { withChosen } from '../batch/with-chosen.view.tsx'
import { askedQuery, type FollowTyped, nothingTyped, readAsked, readBatch, readFollow } from './follow.form.ts'
import { FollowPage } from './follow.page.tsx'
import { explainFollow } from './follow.text.ts'
import { addWatchlist, changeEntry, entriesOf, followCaseFile, removeEntry, watchlistsOf } from './follow.ts'
import { groupRoutes } from './group-routes.tsx'
import { FollowedPage } from './list.page.tsx'

/** No permission is asked: whoever may see a case file may follow it. */
export function followingRoutes(router: Router): void {
  groupRoutes(router)
  router.page('/acompanhamento', {}, (visit) =>
    followPage(visit, chosenOf(visit.queryList('processo')), nothingTyped, []),
  )
  router.act('/acompanhamento', {}, followMany)
  router.page('/acompanhamentos', {}, (visit) => listPage(visit, []))
  router.act('/acompanhamentos', {}, changeMany)
}

async function followMany(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now } = visit
  const numbers = chosenIn(visit.form)
  if (numbers.length === 0) return notFound
  const { typed, problems } = readFollow(visit.form)
  if (problems.length > 0) return followPage(visit, numbers, typed, problems)
  const added = typed.newList ? await addWatchlist(db, actor, typed.newList) : undefined
  if (typed.newList && !added) {
    const message = 'A unidade já tem 200 grupos. Escolha um deles.'
    return followPage(visit, numbers, typed, [{ field: 'novo_grupo', message }])
  }
  const watchlistIds = [...new Set([...typed.watchlistIds, ...(added ? [added.id] : [])])]
  const results = await actOnEach(
    visit,
    numbers,
    ({ digits }) =>
      followCaseFile(db, actor, { caseNumber: digits, watchlistIds, observation: typed.observation }, now),
    { tell: () => 'agora é acompanhado pela unidade.', explain: explainFollow },
  )
  if (allRefused(results)) return followPage(visit, numbers, typed, asProblems(results))
  return tellResults(visit, 'Acompanhamento especial', results)
}

async function changeMany(visit: InnerVisit): Promise<Answer> {
  const { ids, removing, change, problems } = readBatch(visit.form)
  if (problems.length > 0) return listPage(visit, problems)
  const items: ItemResult[] = []
  for (const id of ids) items.push(await (removing ? leave(visit, id) : alter(visit, id, change)))
  if (allRefused(items)) return listPage(visit, asProblems(items))
  const title = removing ? 'Fim de acompanhamento' : 'Alteração de acompanhamento'
  const query = askedQuery({ ...readAsked(visit), page: 1 })
  const result = await keepResult(visit, { title, items })
  return redirect(visit.href(`/acompanhamentos${query}${query ? result.replace('?', '&') : result}`))
}

const missing: ItemResult = { label: 'Acompanhamento', done: false, text: 'não foi encontrado; talvez já tenha saído.' }

async function leave(visit: InnerVisit, id: string): Promise<ItemResult> {
  const entry = await removeEntry(visit.db, visit.actor, id)
  if (!entry) return missing
  return { label: entry.number, href: visit.href(`/processos/${entry.digits}`), done: true, text: 'saiu da lista.' }
}

async function alter(visit: InnerVisit, id: string, change: Parameters<typeof changeEntry>[3]): Promise<ItemResult> {
  const changed = await changeEntry(visit.db, visit.actor, id, change, visit.now)
  if (!changed) return missing
  const { entry, outcome } = changed
  const text = outcome.done ? 'acompanhamento alterado.' : 'já está neste grupo, ou o grupo não existe mais.'
  return { label: entry.number, href: visit.href(`/processos/${entry.digits}`), done: outcome.done, text }
}

function followPage(
  visit: InnerVisit,
  numbers: readonly string[],
  typed: FollowTyped,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const single = caseFiles.length === 1 ? caseFiles[0] : undefined
    const { db, actor, now, page, formKeys, href } = visit
    const [watchlists, already] = await Promise.all([
      watchlistsOf(db, actor),
      single ? entriesOf(db, actor, { text: single.digits, watchlist: undefined, newsOnly: false, page: 1 }, now) : [],
    ])
    const followedIn = already.map(({ watchlist }) => watchlist ?? '')
    return html(
      <FollowPage {...{ page, formKeys, href, caseFiles, watchlists, typed, problems, followedIn }} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}

async function listPage(visit: InnerVisit, problems: readonly FormError[]): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const asked = readAsked(visit)
  const [entries, watchlists, result] = await Promise.all([
    entriesOf(db, actor, asked, visit.now),
    watchlistsOf(db, actor),
    findResult(visit),
  ])
  return html(
    <FollowedPage {...{ page, formKeys, href, asked, entries, watchlists, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}
