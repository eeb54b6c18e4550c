import { type FormFields, fieldList } from '../../../platform/form-fields.ts'
import type { FieldChange } from './change.ts'

/** Fields by which a person could be identified elsewhere: of these the history tells that they changed, masked. */
const masked: ReadonlySet<string> = new Set(['cpf'])

/** Lists without an order of their own: the same things in another order are no change. */
const unordered: ReadonlySet<string> = new Set([
  'emails',
  'cargos',
  'niveis',
  'classes',
  'orgaos',
  'unidades',
  'permissoes',
  'membros',
])

/** The fields of a form that are not what they were, in the form's order. Of what is new, every field that says something. */
export function changesBetween(before: FormFields | undefined, after: FormFields): FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const [old, now] = [fieldValue(before ?? {}, field), fieldValue(after, field)]
    if (old === now) return []
    return masked.has(field)
      ? [{ field, before: mask(old), after: differing(mask(old), mask(now)) }]
      : [{ field, before: old, after: now }]
  })
}

function fieldValue(fields: FormFields, field: string): string | undefined {
  const values = fieldList(fields, field).flatMap((value) => (unordered.has(field) ? value.split('\n') : [value]))
  const said = values.filter(Boolean)
  const text = (unordered.has(field) ? said.sort() : said).join('\n')
  return text === '' ? undefined : text
}

/** `123.456.789-09` → `***.456.789-**` */
function mask(cpf: string | undefined): string | undefined {
  return cpf?.replace(/^\d{3}(.*)\d{2}$/, '***$1**')
}

/** Two numbers that differ only in what is masked are told apart all the same. */
function differing(old: string | undefined, now: string | undefined): string | undefined {
  return old !== undefined && old === now ? `${now} (outro)` : now
}
