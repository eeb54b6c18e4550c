import { csvOf } from '../../platform/csv/index.ts'
import { formatDate } from '../../ui/index.ts'
import { classWords, exitWords, stateWords, urgencyOf } from './demand.text.ts'
import type { DemandRow } from './demands.queries.ts'

const header = [
  ...['Classe', 'Órgão', 'Número', 'Assunto', 'Base legal', 'Recebida em', 'Prazo inicial', 'Prazo em vigor'],
  ...['Situação', 'Prazo', 'Responsável', 'Unidade', 'Unidades consultadas', 'Sem retorno', 'Processo'],
  ...['Respondida em', 'Resposta', 'Comprovante', 'Número do comprovante'],
]

/** The list for spreadsheets: as much of each demand as the person may read. */
export function demandsCsv(rows: readonly DemandRow[], now: Date): string {
  return csvOf(
    header,
    rows.map((row) => [
      ...[row.bodyClass ? classWords[row.bodyClass] : '', row.body, row.number, row.subject, row.legalBase],
      ...[formatDate(row.receivedOn), formatDate(row.firstDueOn), formatDate(row.dueOn), stateWords[row.state].word],
      ...[urgencyOf({ dueOn: row.dueOn, doneOn: row.answeredOn }, now).words, row.responsible ?? '', row.unit],
      ...[String(row.asked), String(row.waiting), row.caseNumber ?? ''],
      ...[row.answeredOn ? formatDate(row.answeredOn) : '', row.answer],
      ...[row.isTold && row.exitKind ? exitWords[row.exitKind] : '', row.exitProof],
    ]),
  )
}
