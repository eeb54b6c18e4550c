import type { MailKind } from '../../../platform/outbox/index.ts'

/** The e-mail with the link for a new password. Without it nobody could get in again: it is never switched off. */
export const newPasswordMail: MailKind<'nome' | 'usuario' | 'orgao' | 'instalacao' | 'endereco'> = {
  name: 'new-password',
  title: 'Recuperação de senha',
  reason: 'recuperação de senha',
  about: 'Vai para quem pede uma nova senha na tela de entrada.',
  variables: {
    nome: { about: 'Nome da pessoa', example: 'Maria da Silva' },
    usuario: { about: 'Usuário com que a pessoa entra', example: 'maria.silva' },
    orgao: { about: 'Órgão da pessoa', example: 'SET/RN' },
    instalacao: { about: 'Nome desta instalação', example: 'Carimbo' },
    endereco: { about: 'Endereço para criar a senha', example: 'https://processos.exemplo.gov.br/nova-senha/…' },
  },
  subject: '@instalacao@: nova senha',
  body: `@nome@,

alguém pediu uma nova senha para o usuário @usuario@ (@orgao@) em @instalacao@.

Se foi você, abra este endereço. Ele vale 60 minutos e uma só vez:

@endereco@

Se não foi você, não faça nada: a sua senha continua a mesma.
`,
  needs: ['endereco'],
  mayBeOff: false,
}
