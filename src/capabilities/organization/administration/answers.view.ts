import { keepResult } from '../../../platform/act-results/index.ts'
import type { Permission } from '../../../platform/actor.ts'
import { type Answer, type InnerVisit, redirect } from '../../../platform/http/index.ts'
import type { ListRequest } from './lists.ts'
import { type Reach, reachOf } from './reach.ts'

/** The address of a page of the administration: `/orgaos` → `/em/{unit}/administracao/orgaos`. */
export function administrationHref(visit: InnerVisit, path: string): string {
  return visit.href(`/administracao${path}`)
}

/** Goes to a page of the administration, which says what was done: `Unidade GS: cadastrada.` */
export async function goSaying(visit: InnerVisit, path: string, label: string, text: string): Promise<Answer> {
  const item = { label: label.slice(0, 200), done: true, text }
  const result = await keepResult(visit, { title: label, items: [item] })
  return redirect(administrationHref(visit, path) + (path.includes('?') ? result.replace('?', '&') : result))
}

/** How far this visit may administrate with the permission. */
export function reachOfVisit(visit: InnerVisit, permission: Permission): Promise<Reach> {
  return reachOf(visit.db, visit.actor, permission, visit.now)
}

/** The identifier in the address; undefined for anything else, which is not found. */
export function idParam(visit: InnerVisit, name = 'id'): string | undefined {
  const value = visit.param(name)
  return /^[1-9]\d{0,17}$/.test(value) ? value : undefined
}

/** What a list of a register is asked for, from its address. */
export function listRequest(visit: InnerVisit): ListRequest {
  const state = visit.query('situacao')
  const agencyId = visit.query('orgao')
  return {
    // PostgreSQL refuses a NUL, and nobody types one.
    text: visit
      .query('q')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 250),
    state: state === 'todos' ? 'all' : state === 'inativos' ? 'inactive' : 'active',
    agencyId: /^\d{1,18}$/.test(agencyId) ? agencyId : undefined,
    page: Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1)),
  }
}
