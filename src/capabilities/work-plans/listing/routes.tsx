import { html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import { itemStates } from '../item-state.rules.ts'
import { notBegun, stateWords } from '../item-state.text.ts'
import { CasesOnPlansPage } from './list.page.tsx'
import type { ListAsked } from './list.queries.ts'
import { casesOnPlans } from './list-cases.ts'

/** The list of a unit, for everybody in it. */
export function listingRoutes(router: Router): void {
  router.page('/planos-de-trabalho', {}, async (visit) => {
    const { db, actor, now, page, href } = visit
    const asked = askedOf(visit)
    const list = await casesOnPlans(db, actor, asked, now)
    return html(
      <CasesOnPlansPage {...{ page, href, asked, ...list }} unit={actor.unitAcronym} query={queryOf(asked)} />,
    )
  })
}

function askedOf(visit: InnerVisit): ListAsked {
  const id = (name: string) => (/^[1-9]\d{0,17}$/.test(visit.query(name)) ? visit.query(name) : undefined)
  const state = visit.query('situacao')
  return {
    planId: id('plano'),
    stepId: id('plano') && id('etapa'),
    state: state === notBegun.value ? 'not-begun' : itemStates.find((one) => stateWords[one].value === state),
    late: visit.query('atrasados') === 'sim',
    page: Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1)),
  }
}

function queryOf({ planId, stepId, state, late }: ListAsked): Record<string, string> {
  const word = state === 'not-begun' ? notBegun.value : state && stateWords[state].value
  return {
    ...(planId ? { plano: planId } : {}),
    ...(stepId ? { etapa: stepId } : {}),
    ...(word ? { situacao: word } : {}),
    ...(late ? { atrasados: 'sim' } : {}),
  }
}
