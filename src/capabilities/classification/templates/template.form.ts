import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { explainContentProblem, type RichText } from '../../../rich-text/index.ts'
import { changeTexts, type TemplateText } from './template.rules.ts'

const longestText = 200_000

export function fieldsOfTemplate(texts: readonly TemplateText[]): FormFields {
  return Object.fromEntries(
    texts.flatMap(({ key, text, locked }) => [
      [`secao_${key}`, text],
      [`fixa_${key}`, locked ? 'sim' : ''],
    ]),
  )
}

export function readTemplate(
  fields: FormFields,
  template: RichText,
): { request: RichText | undefined; problems: readonly FieldProblem[]; removed: readonly string[] } {
  const keys = template.content.map(({ attrs }) => attrs.key)
  const long = keys.find((key) => fieldText(fields, `secao_${key}`).length > longestText)
  if (long !== undefined) return refusal(`secao_${long}`, 'O texto desta parte é longo demais para um modelo.')
  const typed = new Map(
    keys.map((key) => [
      key,
      { text: fieldText(fields, `secao_${key}`), locked: fieldText(fields, `fixa_${key}`) === 'sim' },
    ]),
  )
  const change = changeTexts(template, typed)
  if (change.kind === 'unfit') return refusal(`secao_${keys[0] ?? ''}`, explainContentProblem(change.problem))
  if (change.removed.length > 0 && fieldText(fields, 'confirma_retirada') !== 'sim') {
    const message = `Saiu do texto: ${change.removed.join(', ')}. Devolva ao texto ou confirme que é isso mesmo.`
    return { request: undefined, problems: [{ field: 'confirma_retirada', message }], removed: change.removed }
  }
  return { request: change.content, problems: [], removed: [] }
}

function refusal(field: string, message: string) {
  return { request: undefined, problems: [{ field, message }], removed: [] }
}
