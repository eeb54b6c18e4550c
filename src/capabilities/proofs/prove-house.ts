import type { Config } from '../../platform/config/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { sha256Hex } from '../../platform/sha256.ts'
import { loadVerifier, openAnchors } from '../../platform/time-stamp/index.ts'
import { type TrailBreak, tellTrailBreak, verifyTrail } from '../auditing/index.ts'
import { type Eliminated, eliminationsTold, verifyStoredFiles } from '../documents/index.ts'
import {
  existingLogKey,
  readWitness,
  type Tampering,
  tellTampering,
  verifyHistory,
  type Witnesses,
  witnessFilesOf,
} from '../history/index.ts'
import { sealedRecords } from './sealed-records.ts'
import { tellStampChains } from './stamp-chains.ts'

/** A broken row of the log or of what it seals, an entry of the trail, or a stored file. */
export type Broken =
  | Tampering
  | TrailBreak
  | { readonly kind: 'file-missing' | 'file-changed'; readonly sha256: string }

export interface HouseProof {
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly files: number
  /** Entries of the trail of readings, and how many of them were moved to files past their term. */
  readonly entries: number
  readonly entriesMoved: number
  /** Whether the installation's key and heads could be read; without them a log cut at its end looks whole. */
  readonly witnessed: boolean
  /** What is no longer there by right: terms of elimination of which the sealed history tells. */
  readonly eliminated: readonly Eliminated[]
  readonly broken: readonly Broken[]
  /** What is known of the chains of the time-stamps, in sentences; none where nobody said whom to trust. */
  readonly stamps: readonly string[]
}

type HouseConfig = Pick<Config, 'dataFolder' | 'logKeyFile' | 'logCopyFolder'> & Partial<Pick<Config, 'anchorsFolder'>>

/** Proves history, texts, signatures and stored files against the seals, the signed heads and what is kept outside. */
export async function proveHouse(db: Database, files: FileStore, config: HouseConfig): Promise<HouseProof> {
  const anchors = await openAnchors({ anchorsFolder: config.anchorsFolder })
  const witnesses = await witnessesOf(config)
  const verification = await verifyHistory(db, { sources: sealedRecords, ...(witnesses ? { witnesses } : {}) })
  const trail = await verifyTrail(db, files)
  const stored = await verifyStoredFiles(db, files)
  return {
    seals: verification.seals,
    events: verification.events,
    records: verification.records,
    files: stored.files,
    entries: trail.entries,
    entriesMoved: trail.removed,
    eliminated: await eliminationsTold(db),
    witnessed: witnesses !== undefined,
    stamps: anchors ? await tellStampChains(db, anchors) : [],
    broken: [
      ...verification.tampering,
      ...trail.broken,
      ...stored.broken.map(
        ({ sha256, condition }): Broken => ({
          kind: condition === 'missing' ? 'file-missing' : 'file-changed',
          sha256,
        }),
      ),
    ],
  }
}

/** What was eliminated by right, in plain Portuguese. */
export function tellEliminated({ term, documents }: Eliminated): string {
  const what = documents === 1 ? 'Conteúdo de um documento' : `Conteúdo de ${documents} documentos`
  return `${what}: eliminado por termo nº ${term}.`
}

/** What is broken, in plain Portuguese. */
export function tellBroken(broken: Broken): string {
  if ('entry' in broken) return tellTrailBreak(broken)
  if (!('sha256' in broken)) return tellTampering(broken)
  const what = broken.kind === 'file-missing' ? 'sumiu da' : 'foi alterado na'
  return `O arquivo ${broken.sha256} ${what} pasta de arquivos.`
}

async function witnessesOf(config: HouseConfig): Promise<Witnesses | undefined> {
  const key = existingLogKey(config)
  if (!key) return undefined
  const { readTimeStamp } = await loadVerifier()
  return {
    publicKey: key.publicKey,
    notes: witnessFilesOf(config).flatMap(readWitness),
    isStampOf: (token, note) => {
      const read = readTimeStamp(token)
      return read?.intact === true && read.imprint === sha256Hex(note)
    },
  }
}
