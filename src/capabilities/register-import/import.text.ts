import type { FieldProblem } from '../../platform/form-fields.ts'
import { type FieldChange, fieldLabel, tellValue } from '../organization/index.ts'
import type { ImportState, RowResult } from './import.queries.ts'
import type { ConfirmRefusal, SendRefusal } from './send-file.ts'

export const stateNames: Readonly<Record<ImportState, string>> = {
  trying: 'Em ensaio',
  tried: 'Ensaiada, falta confirmar',
  running: 'Em gravação',
  done: 'Concluída',
  failed: 'Interrompida',
}

/** What the trial says will be, and what the run says was. */
export const resultNames: Readonly<Record<'trial' | 'result', Readonly<Record<RowResult, string>>>> = {
  trial: { created: 'Será criado', changed: 'Será alterado', unchanged: 'Sem mudança', refused: 'Recusado' },
  result: { created: 'Criado', changed: 'Alterado', unchanged: 'Sem mudança', refused: 'Recusado' },
}

/** A change or a refusal of a row, in one line. */
export function tellDetail(detail: FieldChange | FieldProblem): string {
  if ('message' in detail) return detail.field ? `${fieldLabel(detail.field)}: ${detail.message}` : detail.message
  const after = tellValue(detail.after)
  if (detail.before === undefined || detail.before === null) return `${fieldLabel(detail.field)}: ${after}`
  return `${fieldLabel(detail.field)}: de “${tellValue(detail.before)}” para “${after}”`
}

/** The reason in plain Portuguese. */
export function explainSend(refusal: SendRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'bad-file':
      return { field: 'arquivo', message: refusal.message }
    case 'busy':
      return { field: 'arquivo', message: 'Outra importação sua está em andamento. Espere que ela termine.' }
  }
}

/** The reason in plain Portuguese. */
export function explainConfirm(refusal: ConfirmRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'not-tried':
      return { field: '', message: 'Esta importação não espera confirmação: já foi gravada ou ainda está em ensaio.' }
    case 'other-file':
      return { field: '', message: 'O arquivo confirmado não é o que foi ensaiado. Abra a importação de novo.' }
    case 'busy':
      return { field: '', message: 'Outra importação sua está em andamento. Espere que ela termine.' }
  }
}

export function progressWords(state: ImportState, doneCount: number, rowCount: number): string {
  const doing = state === 'trying' ? 'ensaiadas' : 'gravadas'
  return `${doneCount.toLocaleString('pt-BR')} de ${rowCount.toLocaleString('pt-BR')} linhas ${doing}`
}
