import type { LocalDate } from '../../platform/calendar/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import { formatDate, type IconName, type Tone } from '../../ui/index.ts'
import { stateOf, tellState, toneOfState } from '../deadlines/index.ts'
import type { AskRefusal, ReturnRefusal } from './ask-sectors.ts'
import type { BodyClass, DemandState, ExitKind } from './demand.ts'
import type { AnswerRefusal, ExtensionRefusal } from './extend-demand.ts'
import type { DataRefusal } from './register-demand.ts'

export const classWords: Readonly<Record<BodyClass, string>> = {
  federal: 'Órgão federal',
  state: 'Órgão estadual',
  municipal: 'Órgão municipal',
  attorney: 'PGE',
  judiciary: 'Judiciário',
  legislature: 'Legislativo',
  prosecution: 'Ministério Público',
}

export const stateWords: Readonly<Record<DemandState, { word: string; tone: Tone; icon: IconName }>> = {
  received: { word: 'Recebida', tone: 'info', icon: 'receive' },
  'in-progress': { word: 'Em atendimento', tone: 'info', icon: 'clock' },
  extended: { word: 'Prorrogada', tone: 'warning', icon: 'calendar' },
  overdue: { word: 'Vencida', tone: 'danger', icon: 'alert' },
  answered: { word: 'Respondida', tone: 'success', icon: 'success' },
  'answered-late': { word: 'Respondida com atraso', tone: 'danger', icon: 'alert' },
}

export const exitWords: Readonly<Record<ExitKind, string>> = {
  slip: 'Guia de tramitação',
  letter: 'Carta com AR',
  email: 'E-mail',
  petition: 'Petição',
  other: 'Outro comprovante',
}

/** How far something is from its day: the words and colours of every other deadline. */
export function urgencyOf(
  { dueOn, doneOn }: { readonly dueOn: LocalDate; readonly doneOn: LocalDate | null },
  now: Date,
): { readonly words: string; readonly tone: Tone } {
  const concludedAt = doneOn ? new Date(`${doneOn}T12:00:00-03:00`) : undefined
  const state = stateOf({ dueOn, dueTime: undefined, concludedAt }, now)
  return {
    words: tellState(state, undefined),
    tone: state.kind === 'concluded-late' ? 'danger' : toneOfState[state.kind],
  }
}

const alreadyAnswered = 'A demanda já foi respondida.'

export function explainData({ kind }: DataRefusal): FieldProblem {
  switch (kind) {
    case 'no-such-case-file':
      return {
        field: 'processo',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'not-of-this-unit':
      return { field: 'responsavel', message: 'Esta pessoa não trabalha na unidade. Escolha outra.' }
    case 'received-later':
      return { field: 'recebida_em', message: 'O recebimento não pode ser depois de hoje.' }
    case 'due-before-receipt':
      return { field: 'recebida_em', message: 'O prazo vence antes do recebimento. Confira os dois dias.' }
    case 'answered':
      return { field: 'orgao', message: alreadyAnswered }
  }
}

export function explainAsk(refusal: AskRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'answered':
      return { field: 'unidades', message: alreadyAnswered }
    case 'already-asked':
      return { field: 'unidades', message: 'Estas unidades já foram consultadas e ainda não responderam.' }
    case 'no-unit':
      return { field: 'unidades', message: 'Informe ao menos uma unidade.' }
    case 'no-such-unit':
      return { field: 'unidades', message: refusal.message }
    case 'already-past':
      return {
        field: 'antecedencia',
        message: `O prazo interno seria ${formatDate(refusal.due)}, que já passou. Informe menos dias úteis.`,
      }
  }
}

export function explainReturn({ kind }: ReturnRefusal): FieldProblem {
  switch (kind) {
    case 'answered':
      return { field: 'consulta', message: alreadyAnswered }
    case 'returned':
      return { field: 'consulta', message: 'Esta unidade já respondeu.' }
    case 'returned-later':
      return { field: 'retornou_em', message: 'O retorno não pode ser depois de hoje.' }
    case 'returned-before':
      return { field: 'retornou_em', message: 'O retorno vem antes do dia em que a unidade foi consultada.' }
  }
}

export function explainExtension({ kind }: ExtensionRefusal): FieldProblem {
  switch (kind) {
    case 'answered':
      return { field: 'ate', message: alreadyAnswered }
    case 'not-later':
      return { field: 'ate', message: 'O novo prazo precisa vir depois do que está em vigor.' }
    case 'already-asked':
      return { field: 'ate', message: 'Já há um pedido de prorrogação sem decisão.' }
    case 'not-asked':
      return { field: 'decisao', message: 'Não há pedido de prorrogação sem decisão.' }
    case 'decided-later':
      return { field: 'decidida_em', message: 'A decisão não pode ser depois de hoje.' }
    case 'decided-before':
      return { field: 'decidida_em', message: 'A decisão vem antes do pedido. Confira o dia.' }
  }
}

export function explainAnswer({ kind }: AnswerRefusal): FieldProblem {
  switch (kind) {
    case 'answered':
      return { field: 'respondida_em', message: alreadyAnswered }
    case 'answered-later':
      return { field: 'respondida_em', message: 'A resposta não pode ser depois de hoje.' }
    case 'answered-before':
      return { field: 'respondida_em', message: 'A resposta vem antes do recebimento. Confira o dia.' }
  }
}
