import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../log/index.ts'
import { renderCase } from './case.ts'
import type { CasePdfInput, CasePdfResult, DocumentPdfInput } from './input.ts'
import { PdfError } from './pdf-error.ts'
import { openPool } from './pool.ts'

export type {
  CasePart,
  CasePdfInput,
  CasePdfResult,
  DocumentPdfInput,
  OmissionReason,
  PartFile,
  PdfAgency,
  PdfAuthenticity,
  PdfImage,
  PdfSignature,
  PdfSignatureMethod,
} from './input.ts'
export { PdfError, type PdfErrorKind } from './pdf-error.ts'

export interface PdfEngineOptions {
  /** Worker processes at most; each is started when there is work for it. 2 by default. */
  readonly workers?: number | undefined
  /** Jobs that may wait before one more is refused as `busy`. 200 by default. */
  readonly mostWaiting?: number | undefined
  readonly documentTimeoutMs?: number | undefined
  readonly caseTimeoutMs?: number | undefined
  readonly partTimeoutMs?: number | undefined
  /** All the parts of one case file together; 400 MiB by default. Joining takes some four times as much memory, in its own process. */
  readonly mostCaseBytes?: number | undefined
  readonly log: Log
}

/** Makes PDFs in processes apart. What a promise rejects with is a `PdfError`, or the trouble of the disk itself. */
export interface PdfEngine {
  /**
   * One authored document as PDF/A-2a: tagged, in Portuguese, with bookmarks. Equal input gives equal bytes. Characters
   * that no font of ours has are named by their code, `‹U+1F600›`.
   */
  readonly renderDocument: (input: DocumentPdfInput) => Promise<Uint8Array>
  /** The whole case file in memory; for the large ones there is `renderCaseFile`. */
  readonly renderCase: (input: CasePdfInput) => Promise<Uint8Array>
  /**
   * The whole case file as tagged PDF 1.7, written to `path`: cover, index, every part with its folio stamped, and a
   * last sheet that tells what is not there. Embedded PDFs lose their digital signatures: offer the originals too.
   */
  readonly renderCaseFile: (input: CasePdfInput, path: string) => Promise<CasePdfResult>
  /** Jobs that wait or run are rejected as `closed`, the processes end, the temporary files go. */
  readonly close: () => Promise<void>
}

/** Opens the engine. Nothing is started before the first job. */
export function openPdfEngine(options: PdfEngineOptions): PdfEngine {
  const workspace = openWorkspace()
  const pool = openPool({
    workers: options.workers ?? 2,
    mostWaiting: options.mostWaiting ?? 200,
    workspace: workspace.path,
    log: options.log,
  })
  let serial = 0
  let closed = false

  const renderCaseFile: PdfEngine['renderCaseFile'] = async (input, path) => {
    try {
      if (closed) throw new PdfError('closed', 'The PDF engine is closed')
      return await renderCase(input, path, {
        pool,
        workspace: workspace.path(),
        timeoutMs: options.caseTimeoutMs ?? 5 * 60_000,
        partTimeoutMs: options.partTimeoutMs ?? 30_000,
        mostBytes: options.mostCaseBytes ?? 400 * 1024 ** 2,
      })
    } catch (error) {
      // Closing takes the folder away under a case file that is being gathered.
      throw closed ? new PdfError('closed', 'The PDF engine was closed') : error
    }
  }

  return {
    renderDocument: async (input) => {
      const answer = await pool.run({ kind: 'document', input }, options.documentTimeoutMs ?? 30_000)
      if (answer.belowArchival !== undefined)
        options.log.warn({ document: input.documentNumber, why: answer.belowArchival }, 'a PDF is not PDF/A')
      return plain(answer.bytes)
    },
    renderCaseFile,
    renderCase: async (input) => {
      serial += 1
      const path = join(workspace.path(), `whole-${serial}.pdf`)
      try {
        await renderCaseFile(input, path)
        return plain(await readFile(path))
      } finally {
        await rm(path, { force: true })
      }
    },
    close: async () => {
      closed = true
      pool.close()
      workspace.remove()
    },
  }
}

/** The same bytes, not as a `Buffer`: there are readers of PDF that refuse those. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A temporary folder of our own, made when the first job comes. */
function openWorkspace(): { path: () => string; remove: () => void } {
  let path: string | undefined
  return {
    path: () => {
      path ??= mkdtempSync(join(tmpdir(), 'carimbo-pdf-'))
      return path
    },
    remove: () => path !== undefined && rmSync(path, { recursive: true, force: true }),
  }
}
