import type { PasswordRefusal } from './password.rules.ts'

/** The reason in plain Portuguese, with the way out. */
export function explainPassword(refusal: PasswordRefusal): string {
  switch (refusal.kind) {
    case 'too-short':
      return `A senha precisa de ao menos ${refusal.least} caracteres. Uma frase curta serve bem.`
    case 'too-long':
      return `A senha tem mais de ${refusal.most} caracteres.`
    case 'same-as-login':
      return 'A senha é igual ao usuário. Escolha outra.'
    case 'same-as-name':
      return 'A senha é igual ao nome. Escolha outra.'
    case 'common':
      return 'Esta senha é muito comum e seria adivinhada. Escolha outra; uma frase curta serve bem.'
    case 'repetitive':
      return 'A senha repete poucos caracteres. Escolha outra.'
  }
}

/** What a new password must be, said before it is typed. */
export const passwordHint =
  'Ao menos 10 caracteres. Vale qualquer letra, algarismo, sinal ou espaço: uma frase curta é fácil de lembrar.'
