import type { Database } from '../../platform/db/index.ts'
import { type ChainVerdict, loadVerifier, type TrustAnchors } from '../../platform/time-stamp/index.ts'
import { findLastTimeStamp, findTimeStamps } from '../history/index.ts'
import { tellStamp } from './stamp-chains.text.ts'

/** A time-stamp of the log, and what is known of the certificate that made it. */
export interface StampFacts {
  readonly size: number
  /** Name of who stamped, in one line. */
  readonly authority: string
  readonly at: Date
  readonly chain: ChainVerdict
  /** What is wrong with the chain, in Portuguese; empty where nothing is. */
  readonly why: string
}

/** The last time-stamp of the log, for who shows it; undefined where there is none that can be read. */
export async function lastStamp(db: Database, anchors: TrustAnchors | undefined): Promise<StampFacts | undefined> {
  const stamp = await findLastTimeStamp(db)
  return stamp && factsOf(stamp, anchors)
}

/** What is to be told of the chains of all time-stamps, in plain Portuguese: one sentence for all that are alike. */
export async function tellStampChains(db: Database, anchors: TrustAnchors): Promise<string[]> {
  const facts = await Promise.all((await findTimeStamps(db)).map((stamp) => factsOf(stamp, anchors)))
  const alike = Map.groupBy(
    facts.filter((one) => one !== undefined),
    (one) => JSON.stringify([one.chain, one.authority]),
  )
  return [...alike.values()].map((same) => tellStamp(same))
}

async function factsOf(
  { size, token }: { readonly size: number; readonly token: Uint8Array },
  anchors: TrustAnchors | undefined,
): Promise<StampFacts | undefined> {
  const { readTimeStamp, checkChain, tellChain } = await loadVerifier()
  const read = readTimeStamp(token)
  if (!read?.certificate) return undefined
  const at = new Date(read.at)
  const chain = checkChain(read.certificate, read.certificates, anchors, at, 'time-stamp')
  const why = chain.kind === 'refused' ? tellChain(chain) : ''
  return { size, authority: read.signer.replaceAll('\n', ', '), at, chain, why }
}
