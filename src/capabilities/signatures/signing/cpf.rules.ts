/** Why the CPF of a certificate does not say that it is of who signs. */
export type CpfRefusal =
  | { readonly kind: 'no-cpf-in-certificate' }
  | { readonly kind: 'no-cpf-of-yours' }
  | { readonly kind: 'other-cpf' }

/** Compares the CPF of a certificate with that of the account of who signs, where it is to be compared. */
export function refusalOfCpf(
  certified: string | undefined,
  { cpf, isChecked }: { readonly cpf: string | null; readonly isChecked: boolean },
): CpfRefusal | undefined {
  if (!isChecked) return undefined
  if (certified === undefined) return { kind: 'no-cpf-in-certificate' }
  if (cpf === null) return { kind: 'no-cpf-of-yours' }
  return certified === cpf ? undefined : { kind: 'other-cpf' }
}
