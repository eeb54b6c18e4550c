import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { sightOf } from '../looking/reach.ts'
import { showNumbers } from '../numbers/numbers.view.tsx'
import { loadPublished } from '../published/load-published.ts'
import { readPublication } from '../published/published.form.ts'
import { PublicationPage } from '../published/published.page.tsx'
import { changeDefinition, definitionInForce } from './change-definition.ts'
import { readDefinition } from './definition.form.ts'
import { DefinitionPage } from './definition.page.tsx'
import { showIndices, showUnitsOfIndex } from './indices.view.tsx'

const read = { permission: 'statistics.read' } as const

export function indicesRoutes(router: Router): void {
  router.page('/estatisticas/indices', read, (visit) => showIndices(visit))
  router.page('/estatisticas/indices/unidades', read, showUnitsOfIndex)
  router.page('/estatisticas/numeros', read, showNumbers)

  router.page('/estatisticas/indices/definicao', read, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { countsDrafts, countsBornDigitalFiles, minimumUsers } = await definitionInForce(visit.db)
    const fields = {
      minutas: countsDrafts ? 'sim' : '',
      arquivos: countsBornDigitalFiles ? 'sim' : '',
      minimo: String(minimumUsers),
    }
    return html(definitionPage(visit, fields, []))
  })
  router.act('/estatisticas/indices/definicao', read, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { definition, problems } = readDefinition(visit.form)
    if (problems.length > 0) return html(definitionPage(visit, visit.form, problems), 422)
    await changeDefinition(visit.db, visit.actor, definition, visit.now)
    return redirect(visit.href('/estatisticas/indices'))
  })

  router.page('/estatisticas/publicados/novo', read, async (visit) =>
    (await keepsAll(visit)) ? html(publicationPage(visit, {}, [])) : notFound,
  )
  router.act('/estatisticas/publicados/novo', read, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { figures, problems } = readPublication(visit.form)
    if (!figures) return html(publicationPage(visit, visit.form, problems), 422)
    const outcome = await loadPublished(visit.db, figures, visit.actor.userId, visit.now)
    if (!outcome.done) {
      const taken = { field: 'nome', message: 'Já há uma publicação com este nome. Escolha outro.' }
      return html(publicationPage(visit, visit.form, [taken]), 422)
    }
    return redirect(visit.href(`/estatisticas/indices?quadro=p${outcome.value.id}`))
  })
}

/** What concerns every agency is kept by who administrates the whole installation. */
async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await sightOf(visit)).kind === 'installation'
}

function definitionPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const { page, href, formKeys } = visit
  return <DefinitionPage page={page} href={href} formKeys={formKeys} fields={fields} problems={problems} />
}

function publicationPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const { page, href, formKeys } = visit
  return <PublicationPage page={page} href={href} formKeys={formKeys} fields={fields} problems={problems} />
}
