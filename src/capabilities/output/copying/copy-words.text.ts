import type { Actor } from '../../../platform/actor.ts'
import { formatCount, formatDateTime } from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import type { HistoryLine } from '../../history/index.ts'

const levelWords = { public: 'Público', restricted: 'Restrito', confidential: 'Sigiloso' } as const

/** `Restrito – Informação pessoal` */
export function accessWords(caseFile: Pick<CaseFile, 'effectiveLevel' | 'legalBasisName'>): string {
  const word = levelWords[caseFile.effectiveLevel]
  return caseFile.effectiveLevel !== 'public' && caseFile.legalBasisName ? `${word} – ${caseFile.legalBasisName}` : word
}

/** Follows `a pedido de`: who asked and, where some that may be read were left out, that they chose. */
export function askerWords(
  actor: Pick<Actor, 'name' | 'unitAcronym'>,
  choice: { readonly chosen: number; readonly all: number } | undefined,
): string {
  const name = `${actor.name} (${actor.unitAcronym})`
  if (!choice) return name
  const chosen = formatCount(choice.chosen, 'documento escolhido', 'documentos escolhidos')
  return `${name}, com ${chosen} entre os ${formatCount(choice.all)} do processo`
}

/** The history as a text file, the oldest act first. */
export function historyText(caseNumber: string, lines: readonly HistoryLine[], madeAt: Date): string {
  const told = lines.map(({ at, unit, person, text }) =>
    [formatDateTime(at), unit, person].filter(Boolean).join(' · ').concat('\n  ', text),
  )
  return [
    `Histórico do processo ${caseNumber}`,
    `Como esta unidade o lê em ${formatDateTime(madeAt)}, do andamento mais antigo ao mais novo.`,
    '',
    ...told,
    '',
  ].join('\n')
}
