import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import {
  changesBetween,
  explainLabel,
  fieldsOfCells,
  findUnitsByLabel,
  type ImportColumn,
  listAgenciesWithin,
  partsOf,
  plainWord,
  type RegisterImport,
  type RowContext,
  type RowOutcome,
} from '../../organization/index.ts'
import { readCaseType } from '../case-types/case-type.form.ts'
import { fieldsOfCaseType } from '../case-types/case-type-fields.text.ts'
import { type CaseTypeRow, selectCaseTypeByName } from '../case-types/case-types.queries.ts'
import { explainCaseTypeRefusal } from '../case-types/case-types.text.ts'
import { findBases, saveCaseType } from '../case-types/save-case-type.ts'

const levels = { Público: 'public', Restrito: 'restricted', Sigiloso: 'confidential' } as const

const columns: readonly ImportColumn[] = [
  { name: 'nome', kind: 'text', required: true, about: 'Nome, que identifica o tipo', example: 'Pessoal: Licença' },
  { name: 'descricao', kind: 'text', about: 'Descrição', example: 'Pedidos de licença' },
  { name: 'niveis', kind: 'list', about: 'Níveis permitidos, separados por barra |', example: 'Público|Restrito' },
  { name: 'nivel_sugerido', kind: levels, about: 'Nível sugerido', example: 'Público' },
  { name: 'hipotese', kind: 'text', about: 'Nome da hipótese legal sugerida', example: '' },
  {
    name: 'classes',
    kind: 'list',
    required: true,
    about: 'Códigos das classes, separados por barra |',
    example: '020.1',
  },
  { name: 'orgaos', kind: 'list', about: 'Siglas dos órgãos que abrem; vazio são todos', example: '' },
  { name: 'unidades', kind: 'list', about: 'Siglas das unidades que abrem', example: '' },
  { name: 'um_por_interessado', kind: 'flag', about: 'Um processo por interessado: sim ou não', example: 'não' },
  { name: 'interno', kind: 'flag', about: 'Se só o sistema o usa: sim ou não', example: 'não' },
]

const everywhere = { agencyId: undefined }

/** Case types as files bring them in. */
export const caseTypesImport: RegisterImport = {
  columns,
  key: ['nome'],
  permission: 'classification.manage',
  least: 'installation',
  saveRow: async (cells, context) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const before = await selectCaseTypeByName(context.db, (cells.nome ?? '').trim())
    const resolved = await resolve(typed.fields, context)
    if (resolved.problems.length > 0) return { kind: 'refused', problems: resolved.problems }
    return saveFields(before, resolved.fields, context)
  },
}

/** Words of the file as what the form carries: levels, the legal basis of the suggested level, agencies. */
async function resolve(typed: FormFields, { db }: RowContext) {
  const [bases, agencies] = await Promise.all([findBases(db), listAgenciesWithin(db, everywhere)])
  const fields: Record<string, FormFields[string]> = { ...typed }
  const problems: FieldProblem[] = []
  const list = (field: string, message: (part: string) => string, find: (part: string) => string | undefined) => {
    if (typed[field] === undefined) return
    const found = partsOf(String(typed[field])).map((part) => ({ part, value: find(part) }))
    const unknown = found.find(({ value }) => value === undefined)
    if (unknown) problems.push({ field, message: message(unknown.part) })
    fields[field] = found.flatMap(({ value }) => value ?? [])
  }
  list(
    'niveis',
    (part) => `Não há o nível “${part}”: são Público, Restrito e Sigiloso.`,
    (part) => Object.entries(levels).find(([word]) => plainWord(word) === plainWord(part))?.[1],
  )
  list(
    'orgaos',
    (part) => `Não há órgão com a sigla “${part}”.`,
    (part) => agencies.find(({ acronym }) => plainWord(acronym) === plainWord(part))?.id,
  )
  if (typed.hipotese) {
    const named = bases.filter(({ name }) => plainWord(name) === plainWord(String(typed.hipotese)))
    const basis = named.find(({ level }) => level === typed.nivel_sugerido) ?? named[0]
    if (!basis) problems.push({ field: 'hipotese', message: 'Não há hipótese legal com este nome.' })
    fields.hipotese = basis?.id ?? ''
  }
  return { fields, problems, agencies }
}

const newFields: FormFields = { niveis: ['public', 'restricted'], nivel_sugerido: 'public' }

async function saveFields(
  before: CaseTypeRow | undefined,
  typed: FormFields,
  context: RowContext,
): Promise<RowOutcome> {
  const { db, actor, now } = context
  const agencies = await listAgenciesWithin(db, everywhere)
  const kept = before ? fieldsOfCaseType(before) : newFields
  const { request, problems } = readCaseType({ ...kept, ...typed }, agencies)
  if (!request) return { kind: 'refused', problems }
  const found = await findUnitsByLabel(db, request.unitLabels, everywhere)
  const message = found.map(explainLabel).find((sentence) => sentence !== undefined)
  if (message !== undefined) return { kind: 'refused', problems: [{ field: 'unidades', message }] }
  const units = found.flatMap((one) => (one.kind === 'found' ? [one.unit] : []))
  const words = (ids: readonly string[]) => agencies.flatMap(({ id, acronym }) => (ids.includes(id) ? [acronym] : []))
  const told = (row: Omit<CaseTypeRow, 'id' | 'active' | 'total'>) => ({
    ...fieldsOfCaseType({ ...row, id: '', active: true, total: 0 }),
    niveis: [...row.allowedLevels].sort(),
    classes: [...row.classCodes].sort(),
    orgaos: words(row.agencyIds),
    unidades: [...row.unitLabels].sort(),
  })
  const after = {
    ...request,
    allowedLevels: [...request.allowedLevels],
    suggestedLegalBasisId: request.suggestedLegalBasisId ?? null,
    classCodes: [...request.classCodes],
    agencyIds: [...request.agencyIds],
    unitLabels: units.map(({ label }) => label),
  }
  const changes = changesBetween(before && told(before), told(after))
  if (changes.length === 0) return { kind: 'unchanged' }
  const outcome = await saveCaseType(db, actor, before?.id, { ...request, unitIds: units.map(({ id }) => id) }, now)
  if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainCaseTypeRefusal) }
  return { kind: before ? 'changed' : 'created', changes }
}
