import type { FieldProblem } from '../../platform/form-fields.ts'
import type { SignInRefusal } from './sign-in.form.ts'

/** The reason in plain Portuguese, beside the field where it helps. */
export function explainSignIn(refusal: SignInRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'wrong':
      return { field: 'senha', message: 'Usuário ou senha não conferem. Confira se a tecla Caps Lock está ligada.' }
    case 'resting':
      return {
        field: 'senha',
        message: `Houve muitas tentativas erradas. Por segurança, tente de novo às ${timeOf(refusal.until)}.`,
      }
  }
}

/** `10:42`, in the time of Brasília. */
export function timeOf(moment: Date): string {
  return moment.toLocaleTimeString('pt-BR', { hour: '2-digit', minute: '2-digit', timeZone: 'America/Sao_Paulo' })
}

/** What the page says after something was done elsewhere; undefined for what it does not know. */
export function noticeOf(name: string): { kind: 'success' | 'warning'; text: string } | undefined {
  switch (name) {
    case 'senha':
      return { kind: 'success', text: 'Senha salva. Entre com ela.' }
    case 'primeiro-acesso':
      return { kind: 'success', text: 'Tudo pronto. Entre com o usuário e a senha que você acabou de criar.' }
    case 'codigo':
      return { kind: 'warning', text: 'O tempo para informar o código terminou. Entre de novo com a senha.' }
    default:
      return undefined
  }
}
