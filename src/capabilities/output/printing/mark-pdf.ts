import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../../platform/actor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { markWords } from '../copying/copy-words.text.ts'
import type { DocumentPdf } from './document-pdf.ts'

/**
 * The PDF of a confidential document as one person takes it: every page with who took it and when in its margin. Made
 * for each taking and kept nowhere. Undefined where the file cannot be read or drawn: unmarked it does not leave.
 */
export async function markedPdf(
  { pdf }: Platform,
  actor: Actor,
  document: Document,
  { files, sha256 }: DocumentPdf,
  now: Date,
): Promise<Uint8Array | undefined> {
  const stream = await files.open(sha256)
  if (!stream) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  const { caseFile } = document
  const output = join(tmpdir(), `carimbo-marcado-${randomUUID()}.pdf`)
  try {
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
        parts: [
          { title: documentLabel(document), source: { kind: 'pdf', file: new Uint8Array(Buffer.concat(pieces)) } },
        ],
      },
      output,
    )
    return made.omitted.length > 0 ? undefined : new Uint8Array(await readFile(output))
  } finally {
    await rm(output, { force: true })
  }
}
