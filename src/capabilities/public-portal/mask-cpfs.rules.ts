import { maskCpf, parseCpf } from '../organization/index.ts'

/**
 * The text with every CPF in it shown only in part (AUD-023): those punctuated as a CPF, and rows of eleven digits that
 * satisfy its check digits. Works on HTML as on plain text: no tag of ours holds such a number.
 */
export function maskCpfs(text: string): string {
  return text
    .replace(/(?<![\d./-])\d{3}\.\d{3}\.\d{3}\s?[-–]\s?\d{2}(?![\d/])/g, maskCpf)
    .replace(/(?<![\d./-])\d{11}(?![\d./-])/g, (digits) => (parseCpf(digits) ? maskCpf(digits) : digits))
}

/** Whether somebody looks for a person by CPF, which the public face does not do (PP-27). */
export function asksForCpf(text: string): boolean {
  return maskCpfs(text) !== text || /(?<!\d)\d{9}[-–]\d{2}(?!\d)/.test(text)
}
