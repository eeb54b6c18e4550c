/** A person or organization that case files are about. @term interessado, contato */
export interface Contact {
  readonly id: string
  readonly kind: 'person' | 'organization'
  readonly name: string
  /** Eleven digits. Shown only masked (AUD-023). */
  readonly cpf: string | undefined
  /** Fourteen characters. */
  readonly cnpj: string | undefined
  readonly email: string
  readonly phone: string
  readonly city: string
  /** Out of use it is not offered for new case files. */
  readonly active: boolean
}

export interface ContactToRegister {
  readonly kind: 'person' | 'organization'
  readonly name: string
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly city?: string | undefined
}

/** Counting a list stops here: who has more looks for words. */
export const mostContactsCounted = 10_000
