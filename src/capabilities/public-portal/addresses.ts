/** Where the public face shows things. */
export const publicAddresses = {
  search: '/consulta',
  caseFile: (digits: string) => `/consulta/${digits}`,
  document: (number: string) => `/consulta/documentos/${number}`,
  file: (number: string) => `/consulta/documentos/${number}/arquivo`,
} as const

/** The public twin of an inner address: links within texts lead to the public face, which asks again. */
export function publicLink(path: string): string {
  return path.replace(/^\/processos\//, '/consulta/').replace(/^\/documentos\//, '/consulta/documentos/')
}
