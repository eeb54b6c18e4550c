import { type LocalDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type LevelTyped, readLevel } from '../level/level.form.ts'
import type { DraftRequest } from './draft-document.ts'
import type { InitialText } from './initial-text.ts'

/** The form as typed, so that the page can be shown again. */
export interface DraftTyped extends LevelTyped {
  readonly typeId: string
  readonly initialText: string
  readonly standardTextId: string
  readonly modelNumber: string
  readonly description: string
  readonly treeName: string
  readonly datedOn: string
}

export function readDraft(
  fields: FormFields,
  caseDigits: string,
): { typed: DraftTyped; request: DraftRequest | undefined; problems: FieldProblem[] } {
  const level = readLevel(fields)
  const names = readNames(fields)
  const typed: DraftTyped = {
    ...level.typed,
    ...names.typed,
    typeId: fieldText(fields, 'tipo'),
    initialText: fieldText(fields, 'texto_inicial'),
    standardTextId: fieldText(fields, 'texto_padrao'),
    modelNumber: fieldText(fields, 'documento_modelo').trim(),
    datedOn: fieldText(fields, 'data'),
  }
  const initial = initialTextOf(typed)
  const date = readDay(typed.datedOn)
  const problems = [...initial.problems, ...names.problems, ...date.problems, ...level.problems]
  if (problems.length > 0 || !level.request || !initial.text || !date.day || !/^\d{1,18}$/.test(typed.typeId)) {
    return { typed, request: undefined, problems }
  }
  const { typeId } = typed
  const text = initial.text
  return {
    typed,
    request: { caseDigits, typeId, initialText: text, ...names.request, datedOn: date.day, ...level.request },
    problems,
  }
}

/** Description and tree name: of every document, however it came. */
export function readNames(fields: FormFields) {
  const typed = { description: fieldText(fields, 'descricao'), treeName: fieldText(fields, 'nome_na_arvore') }
  const request = { description: oneLine(typed.description), treeName: oneLine(typed.treeName) }
  const problems: FieldProblem[] = []
  if (request.description.length > 500)
    problems.push({ field: 'descricao', message: 'A descrição passa de 500 caracteres.' })
  if (request.treeName.length > 60)
    problems.push({ field: 'nome_na_arvore', message: 'O nome na árvore passa de 60 caracteres.' })
  return { typed, request, problems }
}

export function readDay(typed: string): { day: LocalDate | undefined; problems: FieldProblem[] } {
  const day = parseLocalDate(typed)
  if (day && day >= '1800-01-01') return { day, problems: [] }
  return { day: undefined, problems: [{ field: 'data', message: 'Informe a data do documento, como 31/01/2026.' }] }
}

function initialTextOf(typed: DraftTyped): { text: InitialText | undefined; problems: FieldProblem[] } {
  const wrong = (field: string, message: string) => ({ text: undefined, problems: [{ field, message }] })
  switch (typed.initialText) {
    case 'modelo':
      return { text: { kind: 'template' }, problems: [] }
    case 'vazio':
      return { text: { kind: 'blank' }, problems: [] }
    case 'texto-padrao':
      return chosenText(typed.standardTextId) ?? wrong('texto_padrao', 'Escolha o texto padrão ou o modelo.')
    case 'documento': {
      const number = typed.modelNumber.replace(/[\s.]/g, '')
      return /^\d{1,15}$/.test(number)
        ? { text: { kind: 'document', number }, problems: [] }
        : wrong('documento_modelo', 'Informe o número (nº SEI) do documento que serve de modelo.')
    }
    default:
      return wrong('texto_inicial', 'Escolha de onde vem o texto inicial.')
  }
}

/** `12` of the unit, `i12` of the institution, `d0000012` a document that the unit keeps as model. */
function chosenText(typed: string): { text: InitialText; problems: FieldProblem[] } | undefined {
  const [, of, id = ''] = /^([id]?)(\d{1,15})$/.exec(typed) ?? []
  if (of === '') return { text: { kind: 'standard-text', id }, problems: [] }
  if (of === 'i') return { text: { kind: 'institutional', id }, problems: [] }
  return of === 'd' ? { text: { kind: 'document', number: id }, problems: [] } : undefined
}

/** Invisible control characters and line breaks have no place in a name. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
