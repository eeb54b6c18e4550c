import type { TakenStep } from './steps.queries.ts'

/** The name of each step in the record. */
export const takenNames: Readonly<Record<TakenStep['step'], string>> = {
  ...{ prepared: 'Rascunho', approved: 'Aprovado', sent: 'Enviado', received: 'Recebido pelo diário' },
  ...{ scheduled: 'Agendado', published: 'Publicado', rejected: 'Devolvido', checked: 'Conferido' },
  cancelled: 'Cancelado',
}
