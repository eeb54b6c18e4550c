import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The kinds of act that the writers do. */
export const actKinds = ['open', 'include', 'save', 'draft', 'sign', 'send', 'upload'] as const
export type ActKind = (typeof actKinds)[number]

/** What an act should leave behind, known before it is sent. */
export interface Intent {
  readonly type: 'intent'
  readonly act: string
  readonly kind: ActKind
  readonly login: string
  /** Words or bytes by which the effect is found again: nobody else ever writes them. */
  readonly token: string
  /** Digits of the case file, nº SEI of the document, unit of destination, SHA-256 of the file: what the kind needs. */
  readonly about: Readonly<Record<string, string>>
}

/** The act was answered with success: from here on it may never be lost. */
export interface Acknowledged {
  readonly type: 'acknowledged'
  readonly act: string
  /** Where the answer led, or what it said. */
  readonly answer: string
  /** How many times it was sent in all, copies and tries after a lost answer. */
  readonly sent: number
  readonly retries: number
}

/** Something that must not happen: another answer to the same key, a refusal, an answer that never came in time. */
export interface Complaint {
  readonly type: 'other-answer' | 'refused' | 'hung'
  readonly act: string
  readonly text: string
}

export type Entry = Intent | Acknowledged | Complaint

/** One writer's ledger: each entry is on the disk before the writer goes on. */
export interface Ledger {
  write(entry: Entry): void
  close(): void
}

/** `isSynced: false` where nobody's power is cut, and the machine is to be left to what is measured. */
export function openLedger(folder: string, writer: number, { isSynced = true } = {}): Ledger {
  const file = openSync(join(folder, `writer-${writer}.jsonl`), 'a', 0o600)
  return {
    write: (entry) => {
      writeSync(file, `${JSON.stringify(entry)}\n`)
      if (isSynced) fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** All that the writers of a folder wrote. */
export function readLedgers(folder: string): Entry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Entry)
}
