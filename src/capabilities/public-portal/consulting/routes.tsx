import { html, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import { indexedUpTo, listTypes, resultsOfPage, type SearchResult, sayTotal } from '../../search/index.ts'
import { publicAddresses } from '../addresses.ts'
import { publicSettings } from '../settings/public-settings.ts'
import { addressOfConsult, type ConsultTyped, consultFields, pageAsked, readConsult } from './consult.form.ts'
import { ConsultPage, SuspendedPage } from './consult.page.tsx'
import { cap, consult } from './consult.ts'
import { openPublicly } from './open-publicly.ts'

export function consultingRoutes(router: Router): void {
  router.publicPage(
    publicAddresses.search,
    async (visit) => {
      const settings = await publicSettings(visit.db)
      if (!settings.open) return html(<SuspendedPage page={visit.page} />, 404)
      const { typed, problems } = readConsult(fieldsOf(visit))
      const opened = problems.length === 0 ? await openPublicly(visit.db, settings, typed.q) : undefined
      if (opened) return redirect(opened)
      const page = pageAsked(visit.query('pagina'), cap / resultsOfPage)
      const stretch = { limit: resultsOfPage, offset: (page - 1) * resultsOfPage }
      const [result, types, upTo] = await Promise.all([
        problems.length === 0 ? consult(visit.db, settings, typed, visit.now, stretch) : undefined,
        listTypes(visit.db),
        indexedUpTo(visit.db, visit.now),
      ])
      const allProblems = [...problems, ...(result?.unknown ?? []).flatMap(explainUnknownPublicly)]
      return html(
        <ConsultPage
          page={visit.page}
          typed={typed}
          problems={allProblems}
          caseTypes={types.cases.filter(({ value }) => !settings.hiddenTypes.includes(value))}
          filtered={consultFields.some((name) => name !== 'q' && typed[name] !== '')}
          hidden={typed.q !== '' || !settings.robots}
          indexedUpTo={upTo}
          notes={result ? notesOf(result) : []}
          results={result && resultsProps(typed, page, result)}
        />,
        allProblems.length > 0 ? 422 : 200,
      )
    },
    { perMinute: 60 },
  )
}

/** Whether somebody is known by a name is told to nobody: an unknown one finds nothing, as one of closed case files does. */
function explainUnknownPublicly({ field }: SearchResult['unknown'][number]) {
  if (field !== 'units') return []
  return [{ field: 'unidade', message: 'Nenhuma unidade tem esta sigla. Confira a sigla.' }]
}

function resultsProps(typed: ConsultTyped, page: number, { found, total }: SearchResult) {
  return {
    found,
    page,
    pageCount: Math.max(1, Math.ceil(Math.min(total, cap) / resultsOfPage)),
    total: sayTotal(total, cap),
    href: {
      document: publicAddresses.document,
      caseFile: publicAddresses.caseFile,
      page: (number: number) => addressOfConsult(typed, number),
    },
  }
}

function notesOf({ onlyCommonWords, shortened, total }: SearchResult): string[] {
  return [
    ...(onlyCommonWords ? ['Palavras como “de”, “para” e “o” não são pesquisadas sozinhas. Acrescente outra.'] : []),
    ...(shortened ? ['A pesquisa era longa demais: só o começo dela foi usado.'] : []),
    ...(total > cap ? ['São mostrados os 1.000 resultados mais recentes. Acrescente palavras ou use as opções.'] : []),
  ]
}

function fieldsOf(visit: Visit) {
  return Object.fromEntries(consultFields.map((name) => [name, visit.query(name)]))
}
