/** The e-mail with the link for a new password. */
export function recoveryMessage(facts: {
  readonly name: string
  readonly login: string
  readonly agency: string
  readonly installation: string
  readonly link: string
}): { subject: string; body: string; reason: string } {
  return {
    subject: `${facts.installation}: nova senha`,
    reason: 'recuperação de senha',
    body: `${facts.name},

alguém pediu uma nova senha para o usuário ${facts.login} (${facts.agency}) em ${facts.installation}.

Se foi você, abra este endereço. Ele vale 60 minutos e uma só vez:

${facts.link}

Se não foi você, não faça nada: a sua senha continua a mesma.
`,
  }
}
