import type { RegisterState } from './register.queries.ts'

/** The state of a credential, as the register says it. */
export const stateWords: { readonly [state in RegisterState]: string } = {
  active: 'Ativa',
  inactive: 'Inativa',
  finished: 'Encerrada',
  none: 'Sem credencial na unidade',
}

/** How a state stands in addresses. */
export const stateInAddress: { readonly [state in RegisterState]: string } = {
  active: 'ativas',
  inactive: 'inativas',
  finished: 'encerradas',
  none: 'sem-credencial',
}
