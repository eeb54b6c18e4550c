import { type FieldProblem, type FormFields, fieldList } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { ItemData, PlanData, StepData } from './plan.ts'

type Read<Request> = { readonly request: Request; readonly problems: readonly FieldProblem[] }

export function readPlan(fields: FormFields): Read<PlanData & { readonly active: boolean }> {
  const form = readForm(fields)
  const request = {
    name: form.line('nome', { label: 'o nome do plano', required: true, most: 150 }),
    description: form.text('descricao', { label: 'a descrição', most: 1000 }),
    validFrom: form.day('desde', { label: 'o primeiro dia' }) ?? null,
    validUntil: form.day('ate', { label: 'o último dia' }) ?? null,
    active: form.flag('em_uso'),
  }
  if (request.validFrom && request.validUntil && request.validUntil < request.validFrom) {
    form.note('ate', 'O último dia vem antes do primeiro. Corrija um dos dois.')
  }
  return { request, problems: form.problems }
}

export function readStep(fields: FormFields): Read<StepData> {
  const form = readForm(fields)
  const request = {
    name: form.line('etapa', { label: 'o nome da etapa', required: true, most: 150 }),
    position: form.whole('ordem', { label: 'a ordem', required: true, most: 9999 }) ?? 0,
    active: form.flag('em_uso'),
  }
  return { request, problems: form.problems }
}

/** A new item has no place of its own yet. */
export function readItem(fields: FormFields, isNew: boolean): Read<ItemData> {
  const form = readForm(fields)
  const request = {
    name: form.line('nome', { label: 'o nome do item', required: true, most: 200 }),
    days: form.whole('dias', { label: 'o prazo', least: 1, most: 1000 }) ?? null,
    typeIds: [...new Set(fieldList(fields, 'tipo').filter((id) => /^[1-9]\d{0,17}$/.test(id)))].slice(0, 20),
    position: isNew ? 0 : (form.whole('ordem', { label: 'a ordem', required: true, most: 9999 }) ?? 0),
    active: isNew || form.flag('em_uso'),
  }
  return { request, problems: form.problems }
}
