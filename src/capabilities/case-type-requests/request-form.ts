import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { readForm } from '../organization/index.ts'

/** What the signed form says of the type that is asked for. */
export interface Answers {
  readonly name: string
  readonly purpose: string
  readonly reason: string
  readonly law: string
  readonly documents: string
  readonly yearly: number
  readonly level: 'public' | 'restricted' | 'confidential'
  readonly classCodes: readonly string[]
  /** Where it would be opened; empty: in the whole agency. */
  readonly unitLabels: readonly string[]
}

export interface TypedRequest {
  readonly answers: Answers
  readonly capacity: string
}

export const levelNames = { public: 'Público', restricted: 'Restrito', confidential: 'Sigiloso' } as const

export function readRequest(fields: FormFields): {
  request: TypedRequest | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const answers = {
    name: form.line('nome', { label: 'o nome', required: true, least: 3, most: 150 }),
    purpose: form.text('finalidade', { label: 'a finalidade', required: true, least: 10, most: 1000 }),
    reason: form.text('justificativa', { label: 'a justificativa', required: true, least: 10, most: 2000 }),
    law: form.text('fundamento', { label: 'o fundamento legal', most: 1000 }),
    documents: form.text('documentos', { label: 'os documentos', required: true, most: 2000 }),
    yearly: form.whole('volume', { label: 'os processos por ano', required: true, least: 1, most: 9_999_999 }) ?? 0,
    level: form.choice('nivel', 'o nível de acesso', ['public', 'restricted', 'confidential']),
    classCodes: form
      .lines('classes', { label: 'as classes', most: 400, count: 50, required: true })
      .map((line) => line.split(' ')[0] ?? ''),
    unitLabels: form.lines('unidades', { label: 'as unidades', most: 80, count: 200 }),
  }
  const capacity = form.line('cargo', { label: 'o cargo ou função', required: true, most: 120 })
  const { level } = answers
  if (form.problems.length > 0 || !level) return { request: undefined, problems: form.problems }
  return { request: { answers: { ...answers, level }, capacity }, problems: [] }
}

/** The form as the lines of its document. */
export function linesOf(answers: Answers): readonly (readonly [term: string, text: string])[] {
  return [
    ['Nome do tipo de processo', answers.name],
    ['Finalidade', answers.purpose],
    ['Justificativa', answers.reason],
    ['Fundamento legal', answers.law || 'Não informado'],
    ['Documentos que o compõem', answers.documents.split(/\s*\n\s*/).join('; ')],
    ['Processos por ano', answers.yearly.toLocaleString('pt-BR')],
    ['Nível de acesso', levelNames[answers.level]],
    ['Classes', answers.classCodes.join('; ')],
    ['Unidades que o abrem', answers.unitLabels.join('; ') || 'Todas as do órgão'],
  ]
}

/** What the analysis may change before it creates the type. */
export function fieldsToApprove(answers: Answers, agencyId: string): FormFields {
  return {
    nome: answers.name,
    descricao: answers.purpose.slice(0, 1000),
    niveis: [...new Set(['public', answers.level])],
    nivel_sugerido: answers.level,
    classes: answers.classCodes.join('\n'),
    orgaos: answers.unitLabels.length === 0 ? [agencyId] : [],
    unidades: answers.unitLabels.join('\n'),
  }
}
