import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { readForm } from '../organization/index.ts'
import type { Mode } from './migration.ts'

/** A migration as it was typed: units by their acronyms, the case file by its number. */
export interface TypedMigration {
  readonly mode: Mode
  readonly fromLabels: readonly string[]
  readonly toLabels: readonly string[]
  readonly newAcronym: string | undefined
  readonly newName: string | undefined
  readonly formalAct: string
  readonly caseDigits: string
  readonly continuesNumbering: boolean
}

const modeOf = { renomeacao: 'rename', sucessao: 'succession', fusao: 'merge', cisao: 'split' } as const
export const modeValues = Object.keys(modeOf) as (keyof typeof modeOf)[]
const mostUnits = 20

export function readMigration(fields: FormFields): {
  readonly request: TypedMigration | undefined
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const value = form.choice('modo', 'o que vai acontecer', modeValues)
  const mode = value && modeOf[value]
  const units = (field: string, label: string, required: boolean) =>
    form.lines(field, { label, required, most: 80, count: mostUnits })
  const fromLabels = units('de', 'a unidade de origem', true)
  const toLabels = mode === 'rename' ? [] : units('para', 'a nova unidade', mode !== undefined)
  const renamed = mode === 'rename'
  const newAcronym = renamed ? form.line('novaSigla', { label: 'a nova sigla', required: true, most: 40 }) : undefined
  const newName = renamed ? form.line('novoNome', { label: 'o novo nome', required: true, most: 250 }) : undefined
  const formalAct = form.line('ato', { label: 'o ato formal', required: true, least: 5, most: 200 })
  const caseDigits = form
    .line('processo', { label: 'o número do processo', required: true, most: 40 })
    .replace(/\D/g, '')
  const continuesNumbering = form.flag('numeracao')
  noteNumbers(form.note, mode, fromLabels.length, toLabels.length)
  if (form.problems.length > 0 || !mode) return { request: undefined, problems: form.problems }
  return {
    request: { mode, fromLabels, toLabels, newAcronym, newName, formalAct, caseDigits, continuesNumbering },
    problems: [],
  }
}

function noteNumbers(note: (field: string, message: string) => void, mode: Mode | undefined, from: number, to: number) {
  if (from > 0 && mode === 'merge' && from < 2)
    note('de', 'A fusão junta ao menos duas unidades. Informe uma por linha.')
  if (from > 1 && mode && mode !== 'merge') note('de', 'Informe só uma unidade de origem. Várias, só na fusão.')
  if (to > 1 && (mode === 'succession' || mode === 'merge'))
    note('para', 'Informe só uma nova unidade. Várias, só na cisão.')
  if (to === 1 && mode === 'split') note('para', 'A cisão divide entre ao menos duas unidades. Informe uma por linha.')
}
