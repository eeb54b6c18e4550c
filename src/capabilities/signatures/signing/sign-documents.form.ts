import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import type { ShownDocument } from './gather-to-sign.ts'
import type { SignRequest } from './sign-documents.ts'

/** The form as typed, to be shown again; never the password. */
export interface SigningTyped {
  /** Numbers of all the documents that the page offered. */
  readonly offered: readonly string[]
  /** Numbers of those that were chosen. */
  readonly chosen: readonly string[]
  readonly capacity: string
  /** Path of the page from which it was come, to return there: `/blocos/12`. */
  readonly back?: string | undefined
}

/** A document and the text of it that the page shows, as one value of a form: `0000123.4.<sha-256>`. */
export function shownValue({ number, version, sha256 }: ShownDocument): string {
  return `${number}.${version}.${sha256}`
}

export function readSigning(fields: FormFields): {
  typed: SigningTyped
  password: string
  request: SignRequest | undefined
  problems: FieldProblem[]
} {
  const documents = fieldList(fields, 'documento').flatMap((value) => readShown(value) ?? [])
  const capacity = fieldText(fields, 'cargo').slice(0, 120)
  const password = fieldText(fields, 'senha').slice(0, 500)
  const problems: FieldProblem[] = []
  if (documents.length === 0) problems.push({ field: 'documento', message: 'Marque ao menos um documento.' })
  if (!capacity) problems.push({ field: 'cargo', message: 'Escolha o cargo ou função com que vai assinar.' })
  if (!password) problems.push({ field: 'senha', message: 'Informe a sua senha.' })
  return {
    typed: {
      offered: fieldList(fields, 'oferecido').filter(isNumber).slice(0, 200),
      chosen: documents.map(({ number }) => number),
      capacity,
      back: readBack(fieldText(fields, 'volta')),
    },
    password,
    request: problems.length === 0 ? { documents, capacity } : undefined,
    problems,
  }
}

/** A document and the text of it that a page showed; undefined for anything else. */
export function readShown(value: string): ShownDocument | undefined {
  const [, number, version, sha256] = /^(\d{1,15})\.(\d{1,9})\.([0-9a-f]{64})$/.exec(value) ?? []
  return number && version && sha256 ? { number, version: Number(version), sha256 } : undefined
}

/** A page of this unit to return to; nothing else is followed. */
export function readBack(value: string): string | undefined {
  return /^\/[a-z]{1,30}\/\d{1,15}$/.test(value) ? value : undefined
}

/** A nº SEI as addresses and forms carry it. */
export function isNumber(value: string): boolean {
  return /^\d{1,15}$/.test(value)
}
