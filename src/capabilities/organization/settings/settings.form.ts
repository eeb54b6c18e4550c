import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type FormReader, readForm } from '../administration/form-reader.ts'
import { explainMaskRefusal } from '../agencies/agencies.text.ts'
import { parseMask } from '../case-numbers/case-number.rules.ts'
import type { SettingValue } from './keep-settings.ts'
import { type SettingRule, settingRules } from './settings.rules.ts'

const bytesInMb = 1_048_576
const mostMb = 10_240

export function readSettings(fields: FormFields): {
  request: readonly SettingValue[] | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const request = settingRules.map((rule) => ({ name: rule.name, value: valueFor(rule, form) }))
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

function valueFor(rule: SettingRule, form: FormReader): unknown {
  switch (rule.kind) {
    case 'flag':
      return form.flag(rule.name)
    case 'choice': {
      const values = rule.options.map(({ value }) => String(value))
      return Number(form.choice(rule.name, 'uma das opções', values))
    }
    case 'mask':
      return readMask(rule.name, form)
    case 'limits':
      return readLimits(rule.name, form)
  }
}

function readMask(field: string, form: FormReader): string {
  const mask = form.line(field, { label: 'a máscara', most: 100 })
  if (mask === '') return ''
  const parsed = parseMask(mask)
  if (!parsed.done) form.note(field, explainMaskRefusal(parsed.refusals[0]))
  return mask
}

function readLimits(field: string, form: FormReader): Record<string, number> {
  const lines = form.lines(field, { label: 'os limites', most: 60, count: 100 })
  const limits: Record<string, number> = {}
  for (const line of lines) {
    const [, extension, mb] = /^\.?([a-z0-9]{1,10})[\s:=-]+(\d{1,5})(?:\s*mb)?$/i.exec(line) ?? []
    if (!extension || mb === undefined || Number(mb) > mostMb) {
      form.note(field, `A linha “${line.slice(0, 40)}” não tem a forma “pdf 200”, com até ${mostMb} MB.`)
      return {}
    }
    limits[extension.toLowerCase()] = Number(mb) * bytesInMb
  }
  return limits
}

/** The fields for what was set. A parameter that was never set has the value it then has: off, or nothing. */
export function fieldsOfSettings(rows: readonly { readonly name: string; readonly value: unknown }[]): FormFields {
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  return Object.fromEntries(settingRules.map((rule) => [rule.name, textOf(rule, values.get(rule.name))]))
}

/** Which parameters that weigh would be changed by what was typed. */
export function weighingChanges(typed: FormFields, now: FormFields): readonly SettingRule[] {
  return settingRules.filter(
    ({ name, weighs }) =>
      weighs !== undefined && (fieldText(typed, name) === 'sim') !== (fieldText(now, name) === 'sim'),
  )
}

function textOf(rule: SettingRule, value: unknown): string {
  switch (rule.kind) {
    case 'flag':
      return value === true ? 'sim' : ''
    case 'choice':
      return String(rule.options.some((option) => option.value === value) ? value : rule.options[0]?.value)
    case 'mask':
      return typeof value === 'string' ? value : ''
    case 'limits':
      return Object.entries(typeof value === 'object' && value !== null ? value : {})
        .map(([extension, bytes]) => `${extension} ${Math.round(Number(bytes) / bytesInMb)}`)
        .sort()
        .join('\n')
  }
}
