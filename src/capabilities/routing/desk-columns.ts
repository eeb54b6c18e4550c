/** The columns of the desk that a person may choose, besides the number (PRO-106), in the order in which they stand. */
export const deskColumns = {
  type: 'Tipo',
  summary: 'Especificação',
  interested: 'Interessados',
  assignee: 'Atribuição',
  note: 'Anotação',
  labels: 'Marcadores',
  observation: 'Observação',
  deadline: 'Controle de prazos',
  'last-movement': 'Última movimentação',
  since: 'Na unidade desde',
} as const

export type DeskColumn = keyof typeof deskColumns

export const usualColumns: readonly DeskColumn[] = ['type', 'summary', 'interested', 'assignee', 'deadline', 'since']

/** The columns of a stored choice that there are; the usual ones where nothing was chosen. */
export function columnsOf(stored: readonly string[] | null | undefined): readonly DeskColumn[] {
  return stored ? (Object.keys(deskColumns) as DeskColumn[]).filter((column) => stored.includes(column)) : usualColumns
}
