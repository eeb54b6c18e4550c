/** The few addresses that the shells link to; everything else is passed in by the pages. */
export const addresses = {
  desk: (unit: string) => `/em/${unit}/mesa`,
  quickSearch: (unit: string) => `/em/${unit}/pesquisa`,
  account: '/minha-conta',
  preferences: '/minha-conta/preferencias',
  signIn: '/entrar',
  /** To the desk of the first unit of whoever is signed in. */
  start: '/inicio',
  signOut: '/sair',
  publicHome: '/',
  publicSearch: '/consulta',
  bulletin: '/boletim',
  authenticity: '/autenticidade',
  accessibility: '/acessibilidade',
  help: '/ajuda',
} as const
