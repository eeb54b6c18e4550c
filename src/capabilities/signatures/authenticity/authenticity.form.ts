import type { FieldProblem } from '../../../platform/form-fields.ts'
import { parseCrc } from '../crc.rules.ts'
import { parseVerificationCode } from '../verification-code.rules.ts'
import type { Codes } from './check-authenticity.ts'

/** What was typed, or came from a QR code. */
export interface AuthenticityTyped {
  readonly code: string
  readonly crc: string
  /** A SHA-256 to compare; empty for none. */
  readonly digest: string
}

/** The codes of the address. Neither codes nor problems: nothing was asked yet. */
export function readCodes(query: (name: string) => string): {
  typed: AuthenticityTyped
  codes: Codes | undefined
  /** The SHA-256 to compare in its one form; undefined where there is none. */
  digest: string | undefined
  problems: FieldProblem[]
} {
  const typed = {
    code: query('codigo').trim().slice(0, 40),
    crc: query('crc').trim().slice(0, 40),
    digest: query('resumo').trim().slice(0, 200),
  }
  const code = parseVerificationCode(typed.code)
  const crc = parseCrc(typed.crc)
  const digest = parseDigest(typed.digest)
  const problems: FieldProblem[] = []
  if (typed.code === '' && typed.crc === '') return { typed, codes: undefined, digest: undefined, problems }
  if (!code) {
    problems.push({
      field: 'codigo',
      message: 'Informe o código verificador como está no documento: sete algarismos ou mais.',
    })
  }
  if (!crc) {
    problems.push({
      field: 'crc',
      message: 'Informe o código CRC como está no documento: oito algarismos ou letras de A a F.',
    })
  }
  if (typed.digest !== '' && !digest) {
    problems.push({
      field: 'resumo',
      message: 'O resumo SHA-256 tem 64 algarismos ou letras de A a F. Confira o que foi digitado.',
    })
  }
  return { typed, codes: code && crc ? { code, crc } : undefined, digest, problems }
}

function parseDigest(text: string): string | undefined {
  const bare = text.replace(/[\s:-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(bare) ? bare : undefined
}
