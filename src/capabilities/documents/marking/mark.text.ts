import type { Actor } from '../../../platform/actor.ts'
import { formatDateTime } from '../../../ui/index.ts'
import type { Unmarked } from './mark-pdf.ts'

/** What stands in the margin of every page of a copy of what is confidential. */
export function markWords(actor: Pick<Actor, 'name' | 'unitAcronym'>, takenAt: Date): string {
  return `Sigiloso. Cópia obtida por ${actor.name} (${actor.unitAcronym}) em ${formatDateTime(takenAt)}.`
}

/** Why a PDF cannot carry the mark. */
export function explainUnmarked(why: Unmarked): string {
  switch (why) {
    case 'signed':
      return 'O arquivo tem assinatura digital, que a marca de sigilo invalidaria.'
    case 'encrypted':
      return 'O arquivo está protegido por senha e não aceita a marca de sigilo.'
    case 'unreadable':
      return 'O arquivo não pôde ser redesenhado com a marca de sigilo.'
    case 'missing':
      return 'O arquivo não foi encontrado no acervo.'
    case 'try-later':
      return 'O gerador de PDF está ocupado. Espere um minuto e tente de novo.'
  }
}
