import type { ImportRefusal } from './import-log.ts'

const months = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', month: 'long', year: 'numeric' })

/** `2026-11` → `novembro de 2026`. */
export function monthName(month: string): string {
  return months.format(new Date(`${month}-15T12:00:00-03:00`))
}

/** A part of the pages: `38%`, rounded half up; a dash of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.floor((200 * part + whole) / (2 * whole))}%`
}

/** Why a log was not taken in. */
export function explainImport(refusal: ImportRefusal): string {
  return refusal === 'read-before'
    ? 'Este registro já foi lido. Nada foi somado de novo.'
    : 'O arquivo não é um registro de impressão conhecido, ou tem mais de 200 mil linhas. Veja os formatos aceitos.'
}
