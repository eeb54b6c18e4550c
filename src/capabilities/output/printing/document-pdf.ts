import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { PdfError } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { conversionOf, type Omission } from '../conversion.rules.ts'
import { carryOut, type DocumentToPrint, type PrintRefused, planPrints } from './plan-prints.ts'

/** A document as a PDF that lies in a store; `open` reads it, or a stretch of it. */
export interface DocumentPdf {
  readonly sha256: string
  readonly sizeBytes: number
  /** `Despacho_0000123.pdf`, or the name with which the file came. */
  readonly fileName: string
  readonly files: FileStore
}

export type DocumentPdfRefusal =
  /** The content may not be read; `explainReading` says why. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-convertible'; readonly reason: Omission }
  | PrintRefused
  /** The machine is at its limit, or the page maker fell. Nothing is wrong with the document. */
  | { readonly kind: 'try-later' }

/**
 * A document as PDF: drawn from its text, with stamps, codes and the watermark of drafts; as the PDF that was filed; or a
 * picture on a page. What was drawn once is kept under the digest of all that is drawn, and drawn again when any of it
 * changes.
 *
 * The gate comes before: whoever calls has found the document for who asks, and its `readRefusals` are that answer. The
 * caller tells `noteOpened`.
 */
export async function documentPdf(
  platform: Platform,
  db: Database,
  document: DocumentToPrint,
): Promise<Outcome<DocumentPdf, DocumentPdfRefusal>> {
  if (document.readRefusals.length > 0) return refuse({ kind: 'closed' })
  const conversion = conversionOf(document)
  if (conversion.by === 'nothing') return refuse({ kind: 'not-convertible', reason: conversion.reason })
  if (conversion.by === 'pdf') return filedPdf(platform, document)
  const [plan] = await planPrints(platform, db, [document])
  if (!plan) throw new Error(`document ${document.number} is not in the database`)
  try {
    const print = await carryOut(platform, db, plan)
    return print.done ? done(print.value) : print
  } catch (error) {
    if (error instanceof PdfError && error.kind !== 'failed') {
      platform.log.warn({ err: error, document: document.number }, 'a PDF was not made')
      return refuse({ kind: 'try-later' })
    }
    throw error
  }
}

async function filedPdf(
  { files, log }: Platform,
  { file, number }: DocumentToPrint,
): Promise<Outcome<DocumentPdf, DocumentPdfRefusal>> {
  const found = file && (await files.stat(file.sha256))
  if (!found) {
    log.error({ document: number, sha256: file?.sha256 }, 'a stored file is missing')
    return refuse({ kind: 'missing' })
  }
  return done({ sha256: file.sha256, sizeBytes: found.sizeBytes, fileName: file.fileName, files })
}
