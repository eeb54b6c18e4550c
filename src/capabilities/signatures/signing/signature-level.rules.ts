import type { SignatureMethod } from '../signed-bytes.ts'

/** Levels of signature (Decreto 10.543/2020 art. 4º), the lowest first. */
const levels = ['simple', 'advanced', 'qualified'] as const

export type SignatureLevel = (typeof levels)[number]

/**
 * What each way of signing reaches. The password is of an account that the body itself opened for a person it knows, and
 * any later change of the text shows (Lei 14.063/2020 art. 4º II); only certificates of ICP-Brasil are qualified (III),
 * and those with which gov.br signs are of authorities of its own (II).
 */
export const levelOf: { readonly [method in SignatureMethod]: SignatureLevel } = {
  password: 'advanced',
  certificate: 'qualified',
  'gov-br': 'advanced',
}

/** Whether a way of signing reaches the least that a type asks for. */
export function reaches(method: SignatureMethod, least: SignatureLevel): boolean {
  return levels.indexOf(levelOf[method]) >= levels.indexOf(least)
}
