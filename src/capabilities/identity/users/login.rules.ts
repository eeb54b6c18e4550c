/** Whether the text may be a login: small letters without accents, digits, and a few signs, as in `ana.souza`. */
export function isLogin(text: string): boolean {
  return /^[a-z0-9][a-z0-9._@-]{1,99}$/.test(text)
}
