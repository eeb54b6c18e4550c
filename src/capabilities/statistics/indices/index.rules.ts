/** What is counted for an agency. Undefined: not known, as in figures that somebody else published. */
export interface AgencyCounts {
  readonly acronym: string
  readonly users: number | undefined
  readonly bornDigital: number | undefined
  readonly digitized: number | undefined
  /** Documents reckoned back from a published index, where their number is not known. */
  readonly impliedDocuments?: number | undefined
}

/** An exact fraction; what people read is rounded only when shown. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

export type IndexName = 'utilization' | 'born-digital'

export interface RankedRow<Counts extends AgencyCounts> {
  /** Undefined: not ranked, because the index has no value or the agency is too small. */
  readonly position: number | undefined
  readonly counts: Counts
  readonly documents: number
  /** The number of documents was not published but reckoned back from the index. */
  readonly implied: boolean
  /** In words of Brazil: `18,8` or `72%`; `—` where nothing can be divided. */
  readonly index: string
}

export interface Ranking<Counts extends AgencyCounts> {
  readonly rows: readonly RankedRow<Counts>[]
  /** Acronyms of those whose counts are not known. */
  readonly unknown: readonly string[]
}

/**
 * The list by an index (PES-051, PES-054): the greatest exact ratio first, ties by acronym; then, without a position,
 * those of which there is nothing to divide by and those with fewer users than the definition asks for.
 */
export function rankAgencies<Counts extends AgencyCounts>(
  name: IndexName,
  agencies: readonly Counts[],
  minimumUsers: number,
): Ranking<Counts> {
  const known = agencies.filter((counts) => ratioOf(name, counts) !== undefined)
  const mayRank = (counts: Counts) =>
    (ratioOf(name, counts)?.denominator ?? 0) > 0 && isLargeEnough(counts, minimumUsers)
  const ranked = known.filter(mayRank).sort((a, b) => greaterFirst(name, a, b) || byAcronym(a, b))
  const others = known.filter((counts) => !mayRank(counts)).sort(byAcronym)
  return {
    rows: [
      ...ranked.map((counts, index) => rowOf(name, counts, index + 1)),
      ...others.map((counts) => rowOf(name, counts, undefined)),
    ],
    unknown: agencies
      .filter((counts) => ratioOf(name, counts) === undefined)
      .sort(byAcronym)
      .map(({ acronym }) => acronym),
  }
}

/** The fraction behind an index; undefined where its counts are not known. */
export function ratioOf(name: IndexName, counts: AgencyCounts): Ratio | undefined {
  const { bornDigital, digitized, users } = counts
  const documents = documentsOf(counts)
  if (name === 'born-digital') {
    if (bornDigital === undefined || digitized === undefined) return undefined
    return { numerator: bornDigital, denominator: bornDigital + digitized }
  }
  return documents === undefined || users === undefined ? undefined : { numerator: documents, denominator: users }
}

/** The fraction times `factor`, with that many decimals, half rounded up; exact, whatever the size of the counts. */
export function roundHalfUp({ numerator, denominator }: Ratio, factor: number, decimals: number): string {
  const [n, d] = [BigInt(numerator) * BigInt(factor) * 10n ** BigInt(decimals), BigInt(denominator)]
  const digits = ((2n * n + d) / (2n * d)).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`
}

/** Negative where the first fraction is the smaller one; exact. Denominators are positive. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function documentsOf({ bornDigital, digitized, impliedDocuments }: AgencyCounts): number | undefined {
  return bornDigital === undefined || digitized === undefined ? impliedDocuments : bornDigital + digitized
}

function rowOf<Counts extends AgencyCounts>(name: IndexName, counts: Counts, position: number | undefined) {
  const ratio = ratioOf(name, counts)
  const shown = ratio && ratio.denominator > 0 ? written(name, ratio) : '—'
  return {
    position,
    counts,
    documents: documentsOf(counts) ?? 0,
    implied: name === 'utilization' && counts.bornDigital === undefined,
    index: shown,
  }
}

function written(name: IndexName, ratio: Ratio): string {
  return name === 'utilization' ? roundHalfUp(ratio, 1, 1) : `${roundHalfUp(ratio, 100, 0)}%`
}

/** A body whose users are not known is not small. */
function isLargeEnough({ users }: AgencyCounts, minimumUsers: number): boolean {
  return users === undefined || users >= minimumUsers
}

function greaterFirst(name: IndexName, a: AgencyCounts, b: AgencyCounts): number {
  const [first, second] = [ratioOf(name, a), ratioOf(name, b)]
  return first && second ? compareRatios(second, first) : 0
}

function byAcronym(a: AgencyCounts, b: AgencyCounts): number {
  return a.acronym.localeCompare(b.acronym, 'pt-BR')
}
