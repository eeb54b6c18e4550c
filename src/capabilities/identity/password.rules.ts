export const shortestPassword = 10
/** Longer ones cost the server more than they give. */
export const longestPassword = 200

export type PasswordRefusal =
  | { readonly kind: 'too-short'; readonly least: number }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'same-as-login' }
  | { readonly kind: 'same-as-name' }
  | { readonly kind: 'common' }
  | { readonly kind: 'repetitive' }

/**
 * All the reasons against a new password; none means it may be used. As NIST SP 800-63B asks: length and no well-known
 * password, and no rule about kinds of characters. Accents, capitals, and digits or signs put around a common word make
 * no difference to being common: 'Brasil@2026!' is 'brasil'.
 */
export function refusalsOfPassword(request: {
  readonly password: string
  readonly login: string
  readonly name: string
}): PasswordRefusal[] {
  const length = [...request.password].length
  const refusals: PasswordRefusal[] = []
  if (length < shortestPassword) refusals.push({ kind: 'too-short', least: shortestPassword })
  if (length > longestPassword) refusals.push({ kind: 'too-long', most: longestPassword })
  if (length > longestPassword) return refusals
  const bare = plain(request.password)
  if (bare !== '' && isSameAs(bare, request.login)) refusals.push({ kind: 'same-as-login' })
  if (bare !== '' && isSameAs(bare, request.name)) refusals.push({ kind: 'same-as-name' })
  if (isCommon(bare)) refusals.push({ kind: 'common' })
  if (isRepetitive(request.password)) refusals.push({ kind: 'repetitive' })
  return refusals
}

/** The whole login, or its part before the at sign; the whole name, or all of it without the spaces. */
function isSameAs(bare: string, own: string): boolean {
  const candidates = [plain(own), plain(own.split('@')[0] ?? '')].filter((candidate) => candidate !== '')
  return candidates.some((candidate) => bare === candidate || wordOf(bare) === candidate)
}

/** Letters and digits only, without accents or capitals. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** What is left of digits around a word: '123senha2026' is 'senha'. */
function wordOf(bare: string): string {
  return bare.replace(/^\d+|\d+$/g, '')
}

function isCommon(bare: string): boolean {
  const word = wordOf(bare)
  // Many digits that are no year nor row are a secret of their own, even beside a common word.
  const digitsAround = bare.length - word.length
  if (word !== '') return digitsAround <= 8 && commonWords.has(unrepeated(word))
  return /^(\d{4})\1+$/.test(bare) || isRow(bare)
}

/** 'senhasenha' is 'senha'. */
function unrepeated(word: string): string {
  return /^(.+?)\1+$/.exec(word)?.[1] ?? word
}

/** '1234567890', '9876543210' and the like. */
function isRow(digits: string): boolean {
  if (digits.length < 4) return false
  const steps = new Set([...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10))
  return steps.size === 1
}

/** Three different characters or fewer, however long. */
function isRepetitive(password: string): boolean {
  return password !== '' && new Set(password.toLowerCase()).size <= 3
}

/** Words on which common Brazilian passwords are built, and rows of the keyboard. */
const commonWords: ReadonlySet<string> = new Set(
  `abcdef abcdefgh abcdefghij abc admin administrador administrator acesso amor amizade anjo bemvindo brasil brazil
  bahia botafogo cachorro carimbo casa ceara chefe chocolate computador concurso corinthians cruzeiro cristo deus
  deusefiel deuseamor estrela eusouobom euteamo familia felicidade flamengo fluminense futebol gabinete gato gestor
  goiania governo gremio hoje iloveyou infinito internacional internet jesus jesuscristo jesusteama liberdade
  lindo linda maria meuamor minhasenha minhavida mudar mudarsenha municipio musica natal novasenha orgao palmeiras parana
  passw password pernambuco portal prefeitura principe princesa processo processos protocolo qwerty qwertyuiop qwe
  asdf asdfgh asdfghjkl zxcvbnm recife riodejaneiro saopaulo santos saudade secret secretaria segredo seguranca sei senha
  senhaforte senhanova senhapadrao senhasegura servidor sistema sucesso teste test temporaria trocar usuario user
  vasco vitoria vida vidaloka voce welcome trabalho janeiro fevereiro marco abril maio junho julho agosto setembro
  outubro novembro dezembro segunda terca quarta quinta sexta sabado domingo primavera verao outono inverno`.split(
    /\s+/,
  ),
)
