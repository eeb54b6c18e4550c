export interface SecretFound {
  readonly line: number
  readonly kind: string
}

/** A value that somebody made by chance: letters of both sizes and figures mixed. Words of people are not. */
const random = '(?=[^\'"\\s]*\\d)(?=[^\'"\\s]*[a-z])(?=[^\'"\\s]*[A-Z])'

const names = ['password', 'passwd', 'senha', 'secret', 'token', 'api_?key', 'apiKey']
  .flatMap((name) => [name, name.toUpperCase()])
  .join('|')

const patterns: readonly (readonly [kind: string, RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\\?n?\s*[A-Za-z0-9+/=]{10}/g],
  ['token', /\b(?:gh[opsur]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{30,})/g],
  ['token', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bxox[abprs]-[\w-]{10,}|\bsk-[A-Za-z0-9_-]{24,}|\bAIza[\w-]{35}/g],
  ['token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g],
  ['address with a password', new RegExp(`\\b[a-z][a-z0-9+.]*://[^\\s:/@'"\`$]+:${random}[^\\s:/@'"\`$]{8,}@`, 'g')],
  [
    'password',
    new RegExp(`\\b(?:${names})\\b['"]?\\s*[=:]\\s*['"]?${random}[\\w+/=!@#%^&*-]{12,}['"]?(?![\\w(.])`, 'g'),
  ],
]

/** Lines that hold a key, a token or a password. By patterns: it finds what has the look of one. */
export function secretsIn(text: string): SecretFound[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ line: text.slice(0, index).split('\n').length, kind })),
  )
  return [...new Map(found.map((one) => [`${one.line}:${one.kind}`, one])).values()]
}
