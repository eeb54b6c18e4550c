import { explainCaseRefusal } from '../../cases/index.ts'
import { type DeadlineRefusal, mostOpen } from './deadline.rules.ts'

/** The reason in plain Portuguese: what is wrong and, where there is one, the way out. */
export function explainDeadlineRefusal(refusal: DeadlineRefusal): string {
  switch (refusal.kind) {
    case 'no-such-case-file':
      return 'Processo não encontrado.'
    case 'already-past':
      return `O prazo já teria vencido em ${brazilian(refusal.due)}. Informe um prazo que vença hoje ou depois.`
    case 'too-many':
      return `A unidade já tem ${mostOpen} prazos em aberto neste processo. Conclua ou exclua algum antes.`
    case 'concluded':
      return 'O prazo já foi concluído. Reabra o prazo antes de continuar.'
    case 'not-concluded':
      return 'O prazo não está concluído.'
    default:
      return explainCaseRefusal(refusal)
  }
}

/** `31/12/2026`, or `31/12/2026 às 14:00`. */
export function tellDue(dueOn: string, dueTime: string | undefined): string {
  return dueTime ? `${brazilian(dueOn)} às ${dueTime}` : brazilian(dueOn)
}

function brazilian(date: string): string {
  return date.split('-').reverse().join('/')
}
