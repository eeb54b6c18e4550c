import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Reason, Style, Validity } from './office.ts'
import type { SubstitutionRefusal, TenureRefusal } from './substitution.rules.ts'

export const reasonWords: Readonly<Record<Reason, string>> = {
  vacation: 'Férias',
  leave: 'Licença ou afastamento',
  absence: 'Viagem, impedimento ou outra ausência',
  vacancy: 'Vacância: o cargo está sem titular',
}

export const validityWords: Readonly<Record<Validity, string>> = {
  'in-force': 'Em vigor',
  'to-come': 'Por vir',
  over: 'Encerrada',
}

export const validityTones = { 'in-force': 'success', 'to-come': 'info', over: 'neutral' } as const

/** What a substitution does not give, told wherever one is made or shown. */
export const whatDoesNotPass =
  'Não passam: credenciais em processos sigilosos, que são da pessoa e se concedem processo a processo; o acervo de ' +
  'sigilosos; a administração de cadastros, a auditoria e a operação do sistema.'

export function explainSubstitution(refusal: SubstitutionRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'office-out-of-use':
      return { field: '', message: 'Este cargo está fora de uso. Reative-o antes.' }
    case 'in-the-past':
      return { field: 'desde', message: 'O primeiro dia já passou, e ninguém ganha direitos para trás. Use hoje.' }
    case 'ends-before-start':
      return { field: 'ate', message: 'O último dia vem antes do primeiro. Corrija um dos dois.' }
    case 'too-long':
      return { field: 'ate', message: 'São no máximo dois anos por ato. Designe de novo quando terminar.' }
    case 'holder-themselves':
      return { field: 'substituto', message: 'Esta pessoa é o titular do cargo. Escolha outra.' }
    case 'nobody-holds-it':
      return {
        field: 'motivo',
        message: 'O cargo não tem titular nesses dias. Registre o titular ou escolha vacância.',
      }
    case 'not-all-days-held':
      return {
        field: 'ate',
        message: 'O titular muda ou sai nesses dias. Designe um substituto para cada titular, em dias separados.',
      }
    case 'not-vacant':
      return { field: 'motivo', message: 'O cargo tem titular em parte desses dias: não está vago.' }
    case 'no-profile':
      return { field: 'perfil', message: 'Escolha o perfil que o cargo vago dá ao substituto.' }
    case 'overlaps':
      return {
        field: 'desde',
        message: `${refusal.name} já substitui de ${tellDay(refusal.from)} a ${tellDay(refusal.until)}. Escolha outros dias ou encerre aquela substituição.`,
      }
  }
}

export function explainTenure(refusal: TenureRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'office-out-of-use':
      return { field: '', message: 'Este cargo está fora de uso. Reative-o antes.' }
    case 'ends-before-start':
      return { field: 'ate', message: 'O último dia vem antes do primeiro. Corrija um dos dois.' }
    case 'over-already':
      return { field: 'ate', message: 'O último dia já passou: registre só quem é ou será titular.' }
    case 'held':
      return {
        field: 'desde',
        message: `${refusal.by} é titular em parte desses dias. Registre antes a saída ou escolha outros dias.`,
      }
    case 'vacancy-filled':
      return {
        field: 'desde',
        message: `${refusal.by} substitui por vacância em parte desses dias. Encerre antes aquela substituição.`,
      }
  }
}

/** `Secretário em exercício`: how who stands in signs. */
export function actingCapacity(title: string, style: Style): string {
  return `${title} ${style}`
}

export function tellDay(day: LocalDate): string {
  return day.split('-').reverse().join('/')
}
