/** What the filters of a search came to, once names are known things. */
export interface KnownFilters {
  readonly kinds: readonly ('authored' | 'uploaded')[]
  readonly unitIds: readonly string[] | undefined
  readonly agencyId: string | undefined
  readonly caseTypeId: string | undefined
  readonly documentTypeId: string | undefined
  readonly partyIds: readonly string[] | undefined
  readonly number: string
  readonly typeNumber: string
  readonly signerIds: readonly string[] | undefined
  readonly authorIds: readonly string[] | undefined
  readonly months: readonly string[] | undefined
  readonly dateOf: 'inclusion' | 'document'
}

/** What a reader may at most be given, in labels. Only narrows: the rows are asked too. */
export interface ReachLabels {
  readonly documents: readonly string[]
  readonly cases: readonly string[]
}

/** A hit carries one label at least of each of these lists. */
export type LabelSets = readonly (readonly string[])[]

/** The filters as labels of the index of documents. */
export function documentLabels(filters: KnownFilters, reach: ReachLabels): LabelSets {
  return [
    reach.documents,
    ...some('k:', filters.kinds.length === 1 ? filters.kinds : undefined),
    ...some('t:', filters.documentTypeId),
    ...some('n:', filters.number ? String(BigInt(filters.number)) : undefined),
    ...some('m:', filters.typeNumber.toLowerCase() || undefined),
    ...some('s:', filters.signerIds),
    ...alike(filters),
  ]
}

/** The filters as labels of the index of case files; undefined where they only fit documents. */
export function caseLabels(filters: KnownFilters, reach: ReachLabels, passedIds: readonly string[] | undefined) {
  const onlyDocuments = filters.documentTypeId || filters.number || filters.typeNumber || filters.signerIds
  if (onlyDocuments) return undefined
  return [reach.cases, ...some('w:', passedIds), ...alike(filters)]
}

function alike(filters: KnownFilters): LabelSets {
  return [
    ...some('u:', filters.unitIds),
    ...some('g:', filters.agencyId),
    ...some('p:', filters.caseTypeId),
    ...some('i:', filters.partyIds),
    ...some('a:', filters.authorIds),
    ...some(filters.dateOf === 'inclusion' ? 'c:' : 'd:', filters.months),
  ]
}

function some(prefix: string, values: string | readonly string[] | undefined): LabelSets {
  if (values === undefined) return []
  return [[values].flat().map((value) => prefix + value)]
}
