import type { DocumentPdfInput } from './input.ts'

/** What the worker process is asked. Addresses of files are from the root of the workspace: `/case-1/3.pdf`. */
export type Job =
  | { readonly kind: 'document'; readonly input: DocumentPdfInput }
  | { readonly kind: 'probe'; readonly address: string; readonly path: string; readonly media: 'pdf' | 'image' }
  | { readonly kind: 'case'; readonly data: CaseData; readonly createdAt: string; readonly output: string }

/** What it answers, job by job. */
export interface Answers {
  document: { readonly bytes: Uint8Array; readonly belowArchival?: string }
  probe: Probe
  case: { readonly folios: number; readonly sizeBytes: number }
}

/** The pages of a part in points, or why it cannot be shown. */
export type Probe = { readonly pages: readonly PageSize[] } | { readonly refused: 'damaged' | 'encrypted' }

export interface PageSize {
  readonly width: number
  readonly height: number
}

/** What `case.typ` reads. */
export interface CaseData {
  readonly title: string
  readonly agency: { readonly name: string; readonly acronym: string; readonly emblem: string | null }
  readonly unit: string
  readonly caseNumber: string
  readonly caseType: string
  readonly accessLevel: string
  readonly restricted: boolean
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[]
  readonly copy: string
  /** '' where none stands in the margins. */
  readonly mark: string
  readonly partsOnly: boolean
  readonly parts: readonly CasePartData[]
}

export interface CasePartData {
  readonly place: number
  readonly name: string
  readonly unit: string
  readonly date: string
  /** None: told of on the last sheet, with the reason. */
  readonly address: string | null
  readonly pdf: boolean
  readonly sheets: readonly Sheet[]
  readonly reason: string
}

/** A page of the part on its sheet: the size of the sheet and of what is drawn on it, in points. */
export interface Sheet {
  readonly sheet: PageSize
  readonly drawn: PageSize
}

export type Request = { readonly id: number; readonly job: Job }
export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: Answers[keyof Answers]; readonly residentBytes: number }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly residentBytes: number }
