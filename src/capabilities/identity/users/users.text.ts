import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { UserRefusal } from './save-user.ts'
import type { DisableRefusal } from './set-user-active.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainUserRefusal(refusal: UserRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'login-taken':
      return { field: 'usuario', message: 'O órgão já tem uma pessoa com este usuário. Escolha outro.' }
    case 'cpf-taken':
      return {
        field: 'cpf',
        message: 'O órgão já tem uma pessoa com este CPF. Procure-a na lista, também fora de uso.',
      }
  }
}

/** The reason in plain Portuguese. */
export function explainDisable(refusal: DisableRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'own-account':
      return {
        field: '',
        message: 'Você não pode desativar a própria conta. Peça a outra pessoa que administra o sistema.',
      }
    case 'last-administrator':
      return { field: '', message: lastAdministrator }
  }
}

/** Said wherever the installation would be left without anybody to administrate it. */
export const lastAdministrator =
  'Ninguém mais administraria a instalação. Antes, conceda o perfil Administrador, com alcance em toda a instalação, a outra pessoa.'
