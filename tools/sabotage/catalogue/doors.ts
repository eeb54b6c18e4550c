import type { Sabotage } from '../sabotage.ts'

/** The way in and what comes in: sessions, forms, guesses, texts and addresses (T-23, T-25, T-31, T-32). */
export const doorSabotages: readonly Sabotage[] = [
  {
    id: 'sessao-que-nao-acaba',
    harm: 'quem saiu continua dentro: a sessão encerrada ainda abre páginas',
    guards: ['T-31'],
    change: {
      file: 'src/capabilities/identity/identity.queries.ts',
      find: "where s.token_hash = decode(${tokenHash}, 'hex') and s.ended_at is null`",
      put: "where s.token_hash = decode(${tokenHash}, 'hex')`",
    },
    proof: { file: 'src/capabilities/identity/sessions.test.ts', test: 'R2 ends at once when the person leaves' },
    says: /AssertionError/,
  },
  {
    id: 'sessao-de-conta-desativada',
    harm: 'quem teve a conta desativada continua dentro',
    guards: ['T-31'],
    change: {
      file: 'src/capabilities/identity/identity.queries.ts',
      find: 'join identity.account a on a.id = s.account_id and a.disabled_at is null',
      put: 'join identity.account a on a.id = s.account_id',
    },
    proof: { file: 'src/capabilities/identity/sessions.test.ts', test: 'R2 of a disabled account opens nothing' },
    says: /expected true to be false/,
  },
  {
    id: 'formulario-sem-token',
    harm: 'outro site faz o navegador de alguém enviar um processo',
    guards: ['T-31'],
    change: {
      file: 'src/platform/http/router.ts',
      find: 'return sameSecret(given, visit.formKeys.csrf)',
      put: 'return sameSecret(given, given)',
    },
    proof: { file: 'src/capabilities/identity/forged-forms.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'freio-que-nao-conta',
    harm: 'senhas podem ser adivinhadas sem limite',
    guards: ['T-32'],
    change: {
      file: 'src/capabilities/identity/attempts.ts',
      find: 'if (restsUntil) return { restsUntil }',
      put: 'if (restsUntil && failures.length > 1e6) return { restsUntil }',
    },
    proof: { file: 'test/hostile/throttle.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'freio-sem-trava',
    harm: 'cem palpites ao mesmo tempo passam onde só cinco passariam um depois do outro',
    guards: ['T-32'],
    change: {
      file: 'src/capabilities/identity/attempts.ts',
      find: 'lockLogin(trx, who.login),',
      put: 'Promise.resolve(lockLogin),',
    },
    proof: {
      file: 'src/capabilities/identity/wrong-passwords.test.ts',
      test: 'R3 tried a hundred at once are looked at five times',
    },
    says: /AssertionError/,
  },
  {
    id: 'aspas-sem-escape',
    harm: 'um texto sai do atributo em que está e vira marcação',
    guards: ['T-25'],
    change: { file: 'src/rich-text/escape-html.ts', find: "  '\"': '&quot;',\n", put: '' },
    proof: { file: 'src/rich-text/html.test.ts', test: 'never contains a tag or an attribute that is not ours' },
    says: /never contains a tag or an attribute that is not ours.*Error: Property failed/s,
  },
  {
    id: 'link-que-executa',
    harm: 'um link de um documento executa um programa em quem o aperta',
    guards: ['T-25'],
    change: {
      file: 'src/rich-text/attributes.ts',
      find: '/^(https?:\\/\\/|mailto:)/i',
      put: '/^(https?:\\/\\/|mailto:|javascript:)/i',
    },
    proof: { file: 'src/rich-text/validate.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'imagem-de-fora',
    harm: 'a imagem de um documento é buscada em outro servidor, que fica sabendo quem o lê',
    guards: ['T-23', 'T-25'],
    change: {
      file: 'src/rich-text/attributes.ts',
      find: '/^\\/arquivos\\/[0-9a-f]{64}$/',
      put: '/^(https?:\\/\\/.*|\\/arquivos\\/[0-9a-f]{64})$/',
    },
    proof: { file: 'src/rich-text/validate.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'politica-afrouxada',
    harm: 'as páginas deixam rodar programas escritos no meio delas',
    guards: ['T-25'],
    change: {
      file: 'src/platform/http/security.ts',
      find: '"script-src \'self\'"',
      put: "\"script-src 'self' 'unsafe-inline'\"",
    },
    proof: { file: 'src/platform/http/http.test.ts', test: 'gives every answer a strict policy' },
    says: /AssertionError/,
  },
  {
    id: 'endereco-sem-guarda',
    harm: 'o segredo da instalação é mandado a um provedor por conexão que outros leem',
    guards: ['T-23'],
    change: {
      file: 'src/platform/id-provider/bounded-fetch.ts',
      find: 'if (!isPrivateAddress(address)) throw',
      put: 'if (address.length > 1e6 && !isPrivateAddress(address)) throw',
    },
    proof: { file: 'src/platform/id-provider/bounded-fetch.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'redirecionamento-seguido',
    harm: 'a resposta de um provedor leva o programa a um endereço de dentro da rede',
    guards: ['T-23'],
    change: {
      file: 'src/platform/id-provider/bounded-fetch.ts',
      find: "redirect: 'manual'",
      put: "redirect: 'follow'",
    },
    proof: { file: 'src/platform/id-provider/bounded-fetch.test.ts' },
    says: /expected 200 to be 302/,
  },
]
