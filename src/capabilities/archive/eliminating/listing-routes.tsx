import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import type { Permission } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type FormReader, idParam, readForm } from '../../organization/index.ts'
import { wrongPassword } from '../filing/filing-routes.tsx'
import { findCandidates, findCapacities } from '../find-kept.ts'
import { type ListingAct, type Role, refusalsOfListing } from './elimination.rules.ts'
import { explainItem, explainListing } from './elimination.text.ts'
import { findListing, findListings, itemsOf, type ListingRow } from './find-listings.ts'
import { ListingPage } from './listing.page.tsx'
import { ListingsPage, NewListingPage } from './listings.page.tsx'
import {
  type ListingDeed,
  listingFacts,
  type MakeRefusal,
  makeListing,
  mostItems,
  whyNotEliminated,
  workOnListing,
} from './work-on-listing.ts'

const here = '/eliminacao'
const readers: readonly Permission[] = ['archive.appraise', 'archive.preside', 'archive.authorise']

/** Who may do what to a listing. */
const whoMay: { readonly [act in ListingAct]: readonly Permission[] } = {
  'withdraw-item': ['archive.appraise'],
  'contest-item': ['archive.appraise', 'archive.preside'],
  sign: readers,
  announce: ['archive.preside'],
  order: ['archive.appraise'],
  confirm: ['archive.preside'],
  abandon: ['archive.appraise', 'archive.preside'],
}

const roleOf: { readonly [role in Role]: Permission } = {
  responsible: 'archive.appraise',
  president: 'archive.preside',
  authority: 'archive.authorise',
}
const roles = Object.keys(roleOf) as Role[]

/** The acts: address, act, whether it signs, and what the form says. */
const deeds: readonly {
  readonly path: string
  readonly act: ListingAct
  readonly signs: boolean
  readonly read: (form: FormReader, visit: InnerVisit) => ListingDeed | undefined
}[] = [
  { path: 'retirada', act: 'withdraw-item', signs: false, read: (form) => itemDeed(form, 'withdraw-item') },
  { path: 'contestacao', act: 'contest-item', signs: false, read: (form) => itemDeed(form, 'contest-item') },
  {
    path: 'assinatura',
    act: 'sign',
    signs: true,
    read: (form, visit) => {
      const role = form.choice('papel', 'o papel em que assina', roles)
      if (role && !visit.actor.permissions.has(roleOf[role])) form.note('papel', 'Este papel não é seu.')
      return role && { act: 'sign', role, capacity: fieldText(visit.form, 'cargo') }
    },
  },
  {
    path: 'edital',
    act: 'announce',
    signs: false,
    read: (form) => {
      const reference = form.line('referencia', { label: 'onde foi publicado', required: true, least: 5, most: 300 })
      const on = form.day('dia', { label: 'o dia da publicação', required: true })
      const days = form.whole('prazo', { label: 'o prazo', required: true, least: 30, most: 45 })
      return on && days !== undefined ? { act: 'announce', reference, on, days } : undefined
    },
  },
  { path: 'ordem', act: 'order', signs: true, read: (_, visit) => ({ act: 'order', capacity: capacityIn(visit) }) },
  {
    path: 'confirmacao',
    act: 'confirm',
    signs: true,
    read: (_, visit) => ({ act: 'confirm', capacity: capacityIn(visit) }),
  },
  {
    path: 'abandono',
    act: 'abandon',
    signs: false,
    read: (form) => ({ act: 'abandon', reason: reasonIn(form, 'motivo_abandono') }),
  },
]

export function listingRoutes(router: Router): void {
  router.page(here, {}, async (visit) => {
    if (!holds(visit, readers)) return notFound
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const [rows, result] = await Promise.all([findListings(visit.db, visit.actor, pageNumber), findResult(visit)])
    const { page, href } = visit
    const mayMake = holds(visit, ['archive.appraise'])
    return html(<ListingsPage {...{ page, href, rows, mayMake, pageNumber, result }} />)
  })

  router.page(`${here}/nova`, { permission: 'archive.appraise' }, async (visit) => newPage(visit, {}, []))

  router.act(here, { permission: 'archive.appraise' }, async (visit) => {
    const caseDigits = fieldText(visit.form, 'processo_da_listagem').replace(/\D/g, '').slice(0, 30)
    const digits = [...new Set(fieldList(visit.form, 'processo'))].filter((one) => /^\d{5,30}$/.test(one))
    const outcome = await makeListing(visit.db, visit.actor, { caseDigits, digits }, visit.now)
    if (!outcome.done) return newPage(visit, visit.form, outcome.refusals.map(explainMaking))
    const label = `Listagem ${outcome.value.name}`
    const result = await keepResult(visit, { title: label, items: [{ label, done: true, text: 'feita.' }] })
    return redirect(visit.href(here) + result)
  })

  router.page(`${here}/:id`, {}, async (visit) => listingPage(visit, []))

  for (const { path, act, signs, read } of deeds) {
    router.act(`${here}/:id/${path}`, {}, async (visit) => {
      const id = idParam(visit)
      if (!id || !holds(visit, whoMay[act])) return notFound
      const form = readForm(visit.form)
      const deed = read(form, visit)
      const problems = [...form.problems, ...(signs && form.problems.length === 0 ? await wrongPassword(visit) : [])]
      if (!deed || problems.length > 0) return listingPage(visit, problems)
      const outcome = await workOnListing(visit.db, visit.actor, id, deed, visit.now)
      if (!outcome) return notFound
      if (outcome.done) return redirect(visit.href(`${here}/${id}`))
      return listingPage(
        visit,
        outcome.refusals.map((refusal) => ({ field: '', message: explainListing(refusal) })),
      )
    })
  }
}

function holds({ actor }: InnerVisit, any: readonly Permission[]): boolean {
  return any.some((one) => actor.permissions.has(one))
}

function capacityIn(visit: InnerVisit): string {
  return fieldText(visit.form, 'cargo')
}

function reasonIn(form: FormReader, field: string): string {
  return form.text(field, { label: 'o motivo', required: true, least: 5, most: 500 })
}

function itemDeed(form: FormReader, act: 'withdraw-item' | 'contest-item'): ListingDeed | undefined {
  const position = form.whole('item', { label: 'o item', required: true, least: 1, most: mostItems })
  const reason = reasonIn(form, 'motivo_item')
  return position === undefined ? undefined : { act, position, reason }
}

function explainMaking(refusal: MakeRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'no-such-case':
      return { field: 'processo_da_listagem', message: 'Não há processo aberto nesta unidade com este número.' }
    case 'confidential-case':
      return {
        field: 'processo_da_listagem',
        message: 'O processo da listagem não pode ser sigiloso, porque pessoas de outras unidades assinam nele.',
      }
    case 'nothing-chosen':
      return { field: '', message: 'Escolha ao menos um processo a eliminar.' }
    case 'too-many':
      return { field: '', message: `São no máximo ${mostItems} processos em cada listagem.` }
    case 'unfit':
      return { field: '', message: `Processo ${refusal.number}: ${explainItem(refusal.why)}` }
  }
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const today = todayIn(visit.now)
  const rows = (await findCandidates(db, actor, 1000))
    .filter((row) => whyNotEliminated(row, today).length === 0)
    .slice(0, mostItems)
  return html(<NewListingPage {...{ page, formKeys, href, rows, fields, problems }} />, problems.length > 0 ? 422 : 200)
}

async function listingPage(visit: InnerVisit, problems: readonly FieldProblem[]): Promise<Answer> {
  const id = idParam(visit)
  if (!id || !holds(visit, readers)) return notFound
  const { db, actor, page, formKeys, href } = visit
  const listing = await findListing(db, actor.agencyId, id, 'reading')
  if (!listing) return notFound
  const [items, capacities] = await Promise.all([itemsOf(db, actor, id), findCapacities(db, actor.unitId)])
  const today = todayIn(visit.now)
  const own = roles.filter(
    (role) => actor.permissions.has(roleOf[role]) && isFree(listing, { accountId: actor.userId, role, today }),
  )
  const open = new Set(
    (Object.keys(whoMay) as ListingAct[]).filter(
      (act) =>
        holds(visit, whoMay[act]) &&
        (act === 'sign'
          ? own.length > 0
          : refusalsOfListing(act, listingFacts(listing), { accountId: actor.userId, today }).length === 0),
    ),
  )
  const shown = {
    page,
    formKeys,
    href,
    listing,
    items,
    open,
    hasOrdered: listing.state === 'ordered' && listingFacts(listing).orderedBy === actor.userId,
    roles: own,
    capacities,
    today,
    fields: visit.form,
    problems,
  }
  return html(<ListingPage {...shown} />, problems.length > 0 ? 422 : 200)
}

function isFree(listing: ListingRow, by: Parameters<typeof refusalsOfListing>[2]): boolean {
  return refusalsOfListing('sign', listingFacts(listing), by).length === 0
}
