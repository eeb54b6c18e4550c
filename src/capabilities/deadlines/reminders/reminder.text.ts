import type { MessageToQueue } from '../../../platform/outbox/index.ts'
import { tellDue } from '../keeping/deadline.text.ts'
import type { ReminderRow } from './reminders.queries.ts'

/** The e-mails that remind of what falls due. What is confidential is not named: mail is read by others too. */
export function reminderMessages(row: ReminderRow, publicUrl: string): MessageToQueue[] {
  const due = tellDue(row.dueOn, row.dueTime ?? undefined)
  const [subject, ...body] = row.confidential ? ofConfidential(row, due, publicUrl) : ofOpen(row, due, publicUrl)
  return row.recipients.map((recipient) => ({
    recipient,
    subject: subject ?? '',
    body: [...body, '', 'Mensagem automática: não precisa ser respondida.'].join('\n'),
    reason: 'lembrete de prazo',
  }))
}

function ofOpen(row: ReminderRow, due: string, publicUrl: string): string[] {
  const link = `${publicUrl}/em/${row.unitSlug}/processos/${row.caseDigits}`
  if (row.kind === 'return') {
    return [
      `Devolver o processo ${row.caseNumber} até ${due}`,
      `A unidade ${row.askedBy} pediu que ${row.unitAcronym} devolva o processo ${row.caseNumber} até ${due}.`,
      '',
      `Só o envio de volta a ${row.askedBy} cumpre o prazo; concluir o processo, não.`,
      '',
      link,
    ]
  }
  return [
    `Prazo para ${due} no processo ${row.caseNumber}`,
    `A unidade ${row.unitAcronym} tem um prazo que vence em ${due}, no processo ${row.caseNumber}:`,
    '',
    row.text ?? '',
    '',
    link,
  ]
}

function ofConfidential(row: ReminderRow, due: string, publicUrl: string): string[] {
  return [
    `Prazo para ${due}`,
    `Um prazo da unidade ${row.unitAcronym}, em processo de que você tem credencial, vence em ${due}.`,
    '',
    `${publicUrl}/em/${row.unitSlug}/prazos`,
  ]
}
