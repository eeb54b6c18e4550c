import { changesBetween, fieldsOfCells, type ImportColumn, type RegisterImport } from '../../organization/index.ts'
import { readRecordClass, takenRecordClass } from '../record-classes/record-class.form.ts'
import { fieldsOfRecordClass } from '../record-classes/record-class-fields.text.ts'
import { selectRecordClassByCode } from '../record-classes/record-classes.queries.ts'
import { changeRecordClass, openRecordClass } from '../record-classes/save-record-class.ts'

const columns: readonly ImportColumn[] = [
  { name: 'codigo', kind: 'text', required: true, about: 'Código, que identifica a classe', example: '020.1' },
  { name: 'descricao', kind: 'text', required: true, about: 'Descrição', example: 'Gestão de pessoas' },
  { name: 'estrutural', kind: 'flag', about: 'Se só organiza o plano: sim ou não', example: 'não' },
  { name: 'fase_corrente', kind: 'text', about: 'Anos na fase corrente', example: '5' },
  { name: 'fase_intermediaria', kind: 'text', about: 'Anos na fase intermediária', example: '10' },
  {
    name: 'destinacao',
    kind: { Eliminação: 'elimination', 'Guarda permanente': 'permanent' },
    about: 'Eliminação ou Guarda permanente',
    example: 'Eliminação',
  },
  {
    name: 'fato_inicial',
    kind: 'text',
    about: 'Fato que inicia a contagem, se não for a conclusão',
    example: 'aprovação das contas',
  },
  { name: 'observacao', kind: 'text', about: 'Observação', example: '' },
]

/** The classification plan as files bring it in. */
export const recordClassesImport: RegisterImport = {
  columns,
  key: ['codigo'],
  permission: 'classification.manage',
  least: 'installation',
  saveRow: async (cells, { db, actor, now }) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const before = await selectRecordClassByCode(db, (cells.codigo ?? '').trim())
    const { request, problems } = readRecordClass({ ...(before ? fieldsOfRecordClass(before) : {}), ...typed.fields })
    if (!request) return { kind: 'refused', problems }
    const changes = changesBetween(before && fieldsOfRecordClass(before), fieldsOfRecordClass(request))
    if (changes.length === 0) return { kind: 'unchanged' }
    const outcome = before
      ? await changeRecordClass(db, actor, before.id, request, now)
      : await openRecordClass(db, actor, request, now)
    if (!outcome.done) return { kind: 'refused', problems: [takenRecordClass] }
    return { kind: before ? 'changed' : 'created', changes }
  },
}
