import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { readSearch, searchAddress, searchFields } from '../finding/search.form.ts'
import { forgetSearch, mostSaved, renameSearch, savedSearchesOf, saveSearch } from './save-search.ts'
import { SavedSearchesPage } from './saving.page.tsx'

const path = '/pesquisas-salvas'

/** “Minhas pesquisas” (PES-007): of the person, in whatever unit. They are run again, so they never show what is closed. */
export function savingRoutes(router: Router): void {
  router.page(path, {}, (visit) => savedPage(visit, { name: '', query: queryOf(visit.queryList.bind(visit)) }, []))

  router.act(path, { personal: true }, async (visit) => {
    const asked = new URLSearchParams(fieldText(visit.form, 'consulta').slice(0, 4000))
    const query = queryOf((name) => asked.getAll(name))
    const { name, problems } = readName(visit)
    if (!query) problems.push({ field: 'nome', message: 'Não há pesquisa a salvar. Faça a pesquisa e tente de novo.' })
    if (problems.length > 0) return savedPage(visit, { name, query }, problems)
    if ((await saveSearch(visit.db, visit.actor, { name, query }, visit.now)) === 'too-many') {
      const message = `Você já salvou ${mostSaved} pesquisas. Exclua alguma antes.`
      return savedPage(visit, { name, query }, [{ field: 'nome', message }])
    }
    return redirect(visit.href(path))
  })

  router.act(`${path}/:id`, { personal: true }, async (visit) => {
    const id = idOf(visit)
    const { name, problems } = readName(visit)
    const outcome = problems.length > 0 ? undefined : await renameSearch(visit.db, visit.actor, { id, name })
    if (outcome === 'renamed') return redirect(visit.href(path))
    if (outcome === 'missing') return notFound
    const taken = [{ message: 'Outra pesquisa sua já tem este nome.' }]
    return savedPage(
      visit,
      { name: '', query: '' },
      outcome === 'taken' ? taken : problems.map(({ message }) => ({ message })),
    )
  })

  router.act(`${path}/:id/exclusao`, { personal: true }, async (visit) => {
    const gone = await forgetSearch(visit.db, visit.actor, idOf(visit))
    return gone ? redirect(visit.href(path)) : notFound
  })
}

async function savedPage(
  visit: InnerVisit,
  typed: { readonly name: string; readonly query: string },
  problems: readonly { readonly field?: string; readonly message: string }[],
): Promise<Answer> {
  const saved = await savedSearchesOf(visit.db, visit.actor)
  const page = (
    <SavedSearchesPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      searchHref={visit.href('/pesquisa')}
      action={visit.href(path)}
      saved={saved}
      typed={typed}
      problems={problems}
    />
  )
  return html(page, problems.length > 0 ? 422 : 200)
}

/** The fields of a search and nothing else, as an address holds them. */
function queryOf(valuesOf: (name: string) => readonly string[]): string {
  const { typed } = readSearch(Object.fromEntries(searchFields.map((name) => [name, [...valuesOf(name)]])))
  const anything = searchFields.some((name) => !['ordem', 'data'].includes(name) && typed[name].length > 0)
  return anything ? searchAddress('', { ...typed, ordem: typed.ordem || 'data' }).slice(1) : ''
}

function readName(visit: InnerVisit): { name: string; problems: FieldProblem[] } {
  const name = fieldText(visit.form, 'nome')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (name === '') return { name, problems: [{ field: 'nome', message: 'Dê um nome à pesquisa.' }] }
  if (name.length <= 100) return { name, problems: [] }
  return { name, problems: [{ field: 'nome', message: 'O nome passa de 100 caracteres.' }] }
}

function idOf(visit: InnerVisit): string {
  const id = visit.param('id')
  return /^\d{1,18}$/.test(id) ? id : '0'
}
