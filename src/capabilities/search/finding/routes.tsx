import { bytes, html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import { exportResults, mostRows } from '../exporting/export-results.ts'
import { asksForSomething, find, type SearchResult } from './find.ts'
import { indexedUpTo } from './indexed-up-to.ts'
import { listTypes } from './list-types.ts'
import { openByNumber } from './open-by-number.ts'
import { type OtherWay, otherWays } from './other-ways.rules.ts'
import { resultsOfPage } from './results.page.tsx'
import { readSearch, type SearchTyped, searchAddress, searchFields } from './search.form.ts'
import { SearchPage } from './search.page.tsx'
import { explainUnknown, sayOtherWay, sayTotal } from './search.text.ts'

const path = '/pesquisa'
const cap = 1000

export function findingRoutes(router: Router): void {
  router.page(path, {}, async (visit) => {
    const { typed, request, problems } = readSearch(fieldsOf(visit))
    // The box of the header sends words alone; the form of this page always says the order too.
    const quick = typed.q !== '' && visit.query('ordem') === ''
    const opened = quick ? await openByNumber(visit.db, visit.actor, typed.q, visit.now) : undefined
    if (opened) return redirect(`${addressOf(visit, opened.kind, opened.number)}?aberto=numero`)
    const page = pageAsked(visit)
    const stretch = { cap, limit: resultsOfPage, offset: (page - 1) * resultsOfPage, snippets: true }
    const asked = request && asksForSomething(request) ? request : undefined
    const [result, types, upTo] = await Promise.all([
      asked ? find(visit.db, { kind: 'unit', actor: visit.actor }, asked, visit.now, stretch) : undefined,
      listTypes(visit.db),
      asked ? undefined : indexedUpTo(visit.db, visit.now),
    ])
    const only = quick && page === 1 && result?.total === 1 ? result.found[0] : undefined
    if (only)
      return redirect(`${addressOf(visit, only.kind, only.kind === 'case' ? only.digits : only.number)}?aberto=unico`)
    const allProblems = [...problems, ...(result?.unknown ?? []).map(explainUnknown)]
    return html(
      <SearchPage
        page={visit.page}
        action={visit.href(path)}
        deskHref={visit.href('/mesa')}
        savedHref={visit.href('/pesquisas-salvas')}
        clearHref={searchAddress(visit.href(path), { ...nothingTyped, q: typed.q, ordem: 'data' })}
        typed={typed}
        problems={allProblems}
        types={types}
        unitAcronym={visit.actor.unitAcronym}
        filtered={filters.some((name) => typed[name].length > 0)}
        indexedUpTo={result?.indexedUpTo ?? upTo ?? visit.now}
        results={result && resultsProps(visit, typed, page, result)}
      />,
      allProblems.length > 0 ? 422 : 200,
    )
  })

  router.page(`${path}/planilha`, {}, async (visit) => {
    const { typed, request } = readSearch(fieldsOf(visit))
    if (!request || !asksForSomething(request)) return redirect(searchAddress(visit.href(path), typed))
    const csv = await exportResults(visit.db, { kind: 'unit', actor: visit.actor }, request, visit.now)
    return bytes(csv, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="pesquisa.csv"',
    })
  })
}

function resultsProps(visit: InnerVisit, typed: SearchTyped, page: number, result: SearchResult) {
  return {
    found: result.found,
    page,
    pageCount: Math.max(1, Math.ceil(Math.min(result.total, cap) / resultsOfPage)),
    total: sayTotal(result.total, cap),
    saveHref: searchAddress(visit.href('/pesquisas-salvas'), typed),
    csvHref: searchAddress(visit.href(`${path}/planilha`), typed),
    notes: notesOf(result),
    ...elsewhere(visit, typed, result),
    href: {
      document: (number: string) => addressOf(visit, 'document', number),
      caseFile: (digits: string) => addressOf(visit, 'case', digits),
      page: (number: number) => searchAddress(visit.href(path), { ...typed, ordem: typed.ordem || 'data' }, number),
    },
  }
}

function elsewhere(visit: InnerVisit, typed: SearchTyped, { total }: SearchResult) {
  const { ways, wholeNumber } = otherWays(typed.q, total)
  const links = ways.map((way) => ({ label: sayOtherWay(way), href: searchAddress(visit.href(path), searchOf(way)) }))
  return { otherWays: links, wholeNumber }
}

function searchOf({ kind, words }: OtherWay): SearchTyped {
  const typed = { ...nothingTyped, ordem: 'data' }
  if (kind === 'signer') return { ...typed, assinante: words }
  const ofCases = { ...typed, tipo: ['processos'] }
  return kind === 'party' ? { ...ofCases, interessado: words } : { ...ofCases, q: `${words}*` }
}

function notesOf({ onlyCommonWords, shortened, total }: SearchResult): string[] {
  return [
    ...(onlyCommonWords ? ['Palavras como “de”, “para” e “o” não são pesquisadas sozinhas. Acrescente outra.'] : []),
    ...(shortened ? ['A pesquisa era longa demais: só o começo dela foi usado.'] : []),
    ...(total > cap
      ? [
          `São mostrados os ${cap.toLocaleString('pt-BR')} resultados mais recentes, e a lista em CSV traz até ${mostRows.toLocaleString('pt-BR')}. Use os filtros para chegar aos demais.`,
        ]
      : []),
  ]
}

function addressOf(visit: InnerVisit, kind: 'case' | 'document', number: string): string {
  return visit.href(kind === 'case' ? `/processos/${number}` : `/documentos/${number}`)
}

const { typed: nothingTyped } = readSearch({})
const filters = searchFields.filter((name) => !['q', 'ordem', 'data'].includes(name))

function fieldsOf(visit: InnerVisit) {
  return Object.fromEntries(searchFields.map((name) => [name, visit.queryList(name)]))
}

function pageAsked(visit: InnerVisit): number {
  const page = Number(visit.query('pagina') || 1)
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), cap / resultsOfPage) : 1
}
