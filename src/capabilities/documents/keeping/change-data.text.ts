import { explainActRefusal } from '../act-refusal.text.ts'
import { explainLevel } from '../level/level.text.ts'
import type { DataRefusal } from './change-data.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainData(refusal: DataRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'act':
      return { message: explainActRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'type-fixed':
      return { field: 'tipo', message: 'O tipo de um documento feito no editor não muda. Faça outro documento.' }
    case 'type-unavailable':
      return { field: 'tipo', message: 'Este tipo não serve para documentos externos. Escolha outro.' }
  }
}
