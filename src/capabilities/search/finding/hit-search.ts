import { todayIn } from '../../../platform/calendar/index.ts'
import { bandsNewestFirst } from './bands.rules.ts'
import { monthsBetween } from './date-labels.rules.ts'
import type { HitSearch } from './hits.queries.ts'
import { caseLabels, documentLabels, type KnownFilters, type ReachLabels } from './labels.rules.ts'
import type { Reach } from './reach.queries.ts'
import type { GroundRow } from './resolve.queries.ts'
import type { KnownNames } from './resolve-names.ts'
import type { Audience, SearchRequest } from './search-request.ts'

/** How far this audience reaches. */
export function reachOf(audience: Audience, { lineage, perDocument }: GroundRow): Reach {
  return audience.kind === 'public' ? audience : { kind: 'unit', unitId: audience.actor.unitId, lineage, perDocument }
}

/** The request with everything in it known, ready for SQL. */
export function hitSearchOf(
  audience: Audience,
  request: SearchRequest,
  ground: GroundRow,
  names: KnownNames,
  reach: Reach,
  now: Date,
): HitSearch {
  const { what, from, to, dateOf, order } = request
  const kinds = what.filter((one) => one !== 'cases')
  const filters: KnownFilters = {
    ...names,
    kinds,
    agencyId: request.ownAgency && audience.kind === 'unit' ? audience.actor.agencyId : undefined,
    caseTypeId: request.caseTypeId,
    documentTypeId: request.documentTypeId,
    number: request.number,
    typeNumber: request.typeNumber,
    months: from || to ? monthsBetween(from, to, todayIn(now)) : undefined,
    dateOf,
  }
  const passedUnitIds = request.passedHere && reach.kind === 'unit' ? reach.lineage : undefined
  const labels = reachLabels(reach)
  const ofCases = request.treeName ? undefined : caseLabels(filters, labels, passedUnitIds)
  const wanted = (one: boolean) => what.length === 0 || one
  return {
    reach,
    words: ground.words,
    summaryWords: ground.summaryWords,
    treeWords: ground.treeWords,
    documents: wanted(kinds.length > 0)
      ? { bands: bandsNewestFirst(Number(ground.highestDocument)), labels: documentLabels(filters, labels) }
      : undefined,
    cases:
      ofCases && wanted(what.includes('cases'))
        ? { bands: bandsNewestFirst(Number(ground.highestCase)), labels: ofCases }
        : undefined,
    passedUnitIds,
    from,
    to,
    dateOf,
    order,
  }
}

function reachLabels(reach: Reach): ReachLabels {
  if (reach.kind === 'public') return { documents: ['o:public'], cases: ['o:public'] }
  const open = reach.perDocument ? 'o:public' : 'e:public'
  return {
    documents: [open, ...reach.lineage.flatMap((id) => [`draft:${id}`, `r:${id}`])],
    cases: [open, ...reach.lineage.map((id) => `w:${id}`)],
  }
}
