import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../../../platform/actor.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { PdfError } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Document, documentLabel } from '../document.ts'
import { markWords } from './mark.text.ts'

/** Why a PDF leaves without the mark, or not at all. */
export type Unmarked = 'signed' | 'encrypted' | 'unreadable' | 'missing' | 'try-later'

export interface PdfToMark {
  readonly document: Document
  /** Where the PDF lies: what is stored is never changed. */
  readonly files: FileStore
  readonly sha256: string
  /** A paper copy, whose digital signature is lost anyway. */
  readonly evenSigned?: boolean
}

/**
 * A copy of a PDF of a confidential case file as one person takes it, written to a path: every page with who took it and
 * when in its margin. Made for each taking and kept nowhere. Undefined: it is there.
 */
export async function writeMarkedPdf(
  { pdf, log }: Pick<Platform, 'pdf' | 'log'>,
  actor: Pick<Actor, 'name' | 'unitAcronym'>,
  { document, files, sha256, evenSigned }: PdfToMark,
  output: string,
  now: Date,
): Promise<Unmarked | undefined> {
  const source = `${output}.original`
  try {
    const stream = await files.open(sha256)
    if (!stream) return 'missing'
    await pipeline(stream, createWriteStream(source, { mode: 0o600 }))
    if (!evenSigned && (await hasDigitalSignature(createReadStream(source)))) return 'signed'
    const { caseFile } = document
    const made = await pdf.renderCaseFile(
      {
        agency: { name: caseFile.agencyName, acronym: caseFile.agencyAcronym },
        unit: caseFile.unitAcronym,
        caseNumber: caseFile.number,
        caseType: caseFile.typeName,
        interestedParties: [],
        accessLevel: 'Sigiloso',
        restricted: true,
        openedOn: caseFile.filedOn,
        mark: markWords(actor, now),
        partsOnly: true,
        createdAt: now.toISOString(),
        parts: [{ title: documentLabel(document), source: { kind: 'pdf', file: { path: source } } }],
      },
      output,
    )
    const [omitted] = made.omitted
    if (!omitted) return undefined
    return omitted.reason === 'encrypted' ? 'encrypted' : 'unreadable'
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    log.warn({ err: error }, 'a PDF was not marked')
    return error.kind === 'failed' ? 'unreadable' : 'try-later'
  } finally {
    await rm(source, { force: true })
  }
}

/** The same in memory, for an answer. */
export async function markedPdf(
  platform: Pick<Platform, 'pdf' | 'log'>,
  actor: Pick<Actor, 'name' | 'unitAcronym'>,
  toMark: PdfToMark,
  now: Date,
): Promise<{ readonly bytes: Uint8Array } | { readonly unmarked: Unmarked }> {
  const output = join(tmpdir(), `carimbo-marcado-${randomUUID()}.pdf`)
  try {
    const unmarked = await writeMarkedPdf(platform, actor, toMark, output, now)
    return unmarked ? { unmarked } : { bytes: new Uint8Array(await readFile(output)) }
  } finally {
    await rm(output, { force: true })
  }
}

/** Whether who reads this document reads something confidential by the password of a credential. */
export function isMarkedReading({ caseFile }: Document): boolean {
  return caseFile.effectiveLevel === 'confidential' && caseFile.access.passwordConfirmed
}

/**
 * A PDF that was signed digitally says which of its bytes the signature covers, and never in a compressed stream: those
 * places are counted in bytes of the file.
 */
export async function hasDigitalSignature(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  let last = ''
  for await (const piece of pieces) {
    const seen = last + Buffer.from(piece).toString('latin1')
    if (/\/ByteRange\s*\[/.test(seen)) return true
    last = seen.slice(-64)
  }
  return false
}
