import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { RecordClassData } from './save-record-class.ts'

export function readRecordClass(fields: FormFields): {
  request: RecordClassData | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const code = form.line('codigo', { label: 'o código', required: true, most: 40 })
  const description = form.line('descricao', { label: 'a descrição', required: true, least: 2, most: 300 })
  const structural = form.flag('estrutural')
  const currentYears = form.whole('fase_corrente', { label: 'o prazo na fase corrente', most: 999 })
  const intermediateYears = form.whole('fase_intermediaria', { label: 'o prazo na fase intermediária', most: 999 })
  const [disposition] = form.choices('destinacao', ['elimination', 'permanent'])
  const termEvent = form.line('fato_inicial', { label: 'o fato que inicia a contagem', least: 3, most: 120 })
  const note = form.text('observacao', { label: 'a observação', most: 2000 })
  if (structural && (disposition || currentYears !== undefined || intermediateYears !== undefined || termEvent)) {
    form.note('estrutural', 'Uma classe estrutural só organiza o plano: não tem prazos nem destinação.')
  }
  if (disposition === 'elimination' && currentYears === undefined && intermediateYears === undefined) {
    form.note('fase_corrente', 'Para eliminar é preciso saber quando: informe o prazo de ao menos uma fase.')
  }
  const request = { code, description, structural, currentYears, intermediateYears, disposition, note, termEvent }
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

export const takenRecordClass: FieldProblem = {
  field: 'codigo',
  message: 'Já existe uma classe com este código, em uso ou fora de uso.',
}
