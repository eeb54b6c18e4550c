import { findResult, type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type FormError, formatCount } from '../../../ui/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { documentMissing, findDocument } from '../../documents/index.ts'
import { actOnEach, allRefused, asProblems, tellResults } from '../batch/act-on-each.view.ts'
import { chosenIn, chosenOf } from '../batch/chosen-case-files.form.ts'
import { withChosen } from '../batch/with-chosen.view.tsx'
import { favouritesQuery, readFavouritesAsked, readFavouritesBatch, readGroup } from './favourite.form.ts'
import { FavouriteDocumentPage, FavouritePage, FavouritesPage } from './favourites.page.tsx'
import {
  type FavouriteRefusal,
  favouriteGroups,
  favouritesOf,
  markCaseFile,
  markDocument,
  moveFavourites,
  unmarkFavourites,
} from './mark-favourite.ts'

/** No permission is asked: favourites are of the person, and the gate says what may be one. */
export function favouritesRoutes(router: Router): void {
  router.page('/favorito', {}, (visit) => favouritePage(visit, chosenOf(visit.queryList('processo')), '', []))
  router.act('/favorito', { personal: true }, async (visit) => {
    const numbers = chosenIn(visit.form)
    if (numbers.length === 0) return notFound
    const { groupName, problems } = readGroup(visit.form)
    if (problems.length > 0) return favouritePage(visit, numbers, groupName, problems)
    const results = await actOnEach(
      visit,
      numbers,
      ({ digits }) => markCaseFile(visit.db, visit.actor, { caseNumber: digits, groupName }, visit.now),
      { tell: () => 'guardado nos seus favoritos.', explain },
    )
    if (allRefused(results)) return favouritePage(visit, numbers, groupName, asProblems(results))
    return tellResults(visit, 'Favoritos', results)
  })

  router.page('/documentos/:numero/favorito', {}, (visit) => documentPage(visit, '', []))
  router.act('/documentos/:numero/favorito', { personal: true }, async (visit) => {
    const { groupName, problems } = readGroup(visit.form)
    if (problems.length > 0) return documentPage(visit, groupName, problems)
    const number = visit.param('numero')
    const outcome = await markDocument(visit.db, visit.actor, { number, groupName }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done)
      return documentPage(
        visit,
        groupName,
        outcome.refusals.map((one) => ({ message: explain(one) })),
      )
    const items = [{ label: `Documento ${number}`, done: true, text: 'guardado nos seus favoritos.' }]
    return redirect(visit.href(`/documentos/${number}${await keepResult(visit, { title: 'Favoritos', items })}`))
  })

  router.page('/favoritos', {}, (visit) => listPage(visit, []))
  router.act('/favoritos', { personal: true }, async (visit) => {
    const { ids, removing, groupName, problems } = readFavouritesBatch(visit.form)
    if (problems.length > 0) return listPage(visit, problems)
    const { db, actor } = visit
    const count = await (removing ? unmarkFavourites(db, actor, ids) : moveFavourites(db, actor, ids, groupName))
    const none = 'nenhum favorito encontrado; talvez já tenham saído da lista.'
    const text = removing
      ? formatCount(count, 'favorito retirado.', 'favoritos retirados.', none)
      : formatCount(count, 'favorito mudou de grupo.', 'favoritos mudaram de grupo.', none)
    const item: ItemResult = { label: 'Favoritos', done: count > 0, text }
    const query = favouritesQuery({ ...readFavouritesAsked(visit), group: undefined, page: 1 })
    const result = await keepResult(visit, { title: 'Favoritos', items: [item] })
    return redirect(visit.href(`/favoritos${query}${query ? result.replace('?', '&') : result}`))
  })
}

function explain(refusal: FavouriteRefusal): string {
  return refusal.kind === 'content-closed'
    ? 'O conteúdo do documento está fechado para a sua unidade.'
    : explainCaseRefusal(refusal)
}

function favouritePage(
  visit: InnerVisit,
  numbers: readonly string[],
  groupName: string,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const groups = await favouriteGroups(visit.db, visit.actor)
    const { page, formKeys, href } = visit
    return html(
      <FavouritePage {...{ page, formKeys, href, caseFiles, groups, groupName, problems }} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}

async function documentPage(visit: InnerVisit, groupName: string, problems: readonly FormError[]): Promise<Answer> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  if (!document) return documentMissing(visit)
  if (document.readRefusals.length > 0) return redirect(visit.href(`/documentos/${document.number}`))
  const groups = await favouriteGroups(visit.db, visit.actor)
  const { page, formKeys, href } = visit
  return html(
    <FavouriteDocumentPage {...{ page, formKeys, href, document, groups, groupName, problems }} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function listPage(visit: InnerVisit, problems: readonly { field: string; message: string }[]): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const asked = readFavouritesAsked(visit)
  const [favourites, groups, result] = await Promise.all([
    favouritesOf(db, actor, asked, visit.now),
    favouriteGroups(db, actor),
    findResult(visit),
  ])
  return html(
    <FavouritesPage {...{ page, formKeys, href, asked, favourites, groups, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}
