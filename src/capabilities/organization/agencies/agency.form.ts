import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../administration/form-reader.ts'
import { parseMask } from '../case-numbers/case-number.rules.ts'
import { explainMaskRefusal } from './agencies.text.ts'
import type { AgencyData } from './agency.ts'

/** The mask of federal bodies (Portaria Interministerial 11/2019). */
export const federalMask = '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@'

export function readAgency(fields: FormFields): { request: AgencyData | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const request: AgencyData = {
    acronym: form.line('sigla', { label: 'a sigla', required: true, most: 30 }),
    name: form.line('nome', { label: 'o nome', required: true, most: 250 }),
    position: form.whole('ordem', { label: 'a ordem', most: 9999 }) ?? 0,
    numberCode: readNumberCode(form, 'codigo', 6),
    numberMask: form.line('mascara', { label: 'a máscara', required: true, most: 100 }),
    letterhead: form.text('timbre', { label: 'o timbre', most: 1000 }),
    mayReceive: form.flag('recebe'),
  }
  const mask = parseMask(request.numberMask)
  if (request.numberMask !== '' && !mask.done) form.note('mascara', explainMaskRefusal(mask.refusals[0]))
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

/** Digits only, kept as text so that zeros in front stay. */
export function readNumberCode(form: ReturnType<typeof readForm>, field: string, most: number): string {
  const code = form.line(field, { label: 'o código', most })
  if (!/^\d*$/.test(code)) form.note(field, 'O código tem só algarismos, como 00110.')
  return code
}

export const newAgencyFields: FormFields = { ordem: '0', mascara: federalMask, recebe: 'sim' }
