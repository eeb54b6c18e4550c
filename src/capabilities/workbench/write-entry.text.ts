import { explainCaseRefusal } from '../cases/index.ts'
import { type EntryRefusal, longestEntry } from './write-entry.ts'

export function explainEntryRefusal(refusal: EntryRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'empty':
      return { field: 'texto', message: 'Escreva o andamento.' }
    case 'too-long':
      return { field: 'texto', message: `O andamento pode ter até ${longestEntry} caracteres.` }
    default:
      return { message: explainCaseRefusal(refusal) }
  }
}
