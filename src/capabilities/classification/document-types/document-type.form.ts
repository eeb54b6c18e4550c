import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { DocumentTypeData } from './document-type.ts'

export function readDocumentType(fields: FormFields): {
  request: DocumentTypeData | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 2, most: 120 })
  const category = form.line('grupo', { label: 'o grupo', most: 80 })
  const description = form.text('descricao', { label: 'a descrição', most: 1000 })
  const appliesTo = form.choice('aplicacao', 'a aplicação', ['authored', 'uploaded', 'both', 'form'])
  const numbering = form.choice('numeracao', 'a numeração', ['none', 'unit', 'agency', 'unit-year', 'agency-year'])
  const numberTakenAt = form.choice('momento', 'quando o número é dado', ['creation', 'signature'])
  const internal = form.flag('interno')
  const signatureLevel = form.choice('assinatura', 'o nível de assinatura', ['simple', 'advanced', 'qualified'])
  if (appliesTo === 'uploaded' && numbering && numbering !== 'none') {
    form.note('numeracao', 'Só documentos elaborados no sistema são numerados por ele.')
  }
  if (internal && signatureLevel === 'qualified') {
    form.note('assinatura', 'O que o sistema cria é assinado com senha no mesmo ato. Escolha Simples ou Avançada.')
  }
  if (form.problems.length > 0 || !appliesTo || !numbering || !numberTakenAt || !signatureLevel) {
    return { request: undefined, problems: form.problems }
  }
  const data = { name, category, description, appliesTo, numbering, numberTakenAt, internal, signatureLevel }
  return { request: data, problems: [] }
}

export const newDocumentTypeFields: FormFields = {
  aplicacao: 'both',
  numeracao: 'none',
  momento: 'creation',
  assinatura: 'advanced',
}

export const takenDocumentType: FieldProblem = {
  field: 'nome',
  message: 'Já existe um tipo com este nome, em uso ou fora de uso.',
}
