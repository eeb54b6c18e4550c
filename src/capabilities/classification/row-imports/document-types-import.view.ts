import { changesBetween, fieldsOfCells, type ImportColumn, type RegisterImport } from '../../organization/index.ts'
import { newDocumentTypeFields, readDocumentType, takenDocumentType } from '../document-types/document-type.form.ts'
import { fieldsOfDocumentType } from '../document-types/document-type-fields.text.ts'
import { selectDocumentTypeByName } from '../document-types/document-types.queries.ts'
import { saveDocumentType } from '../document-types/save-document-type.ts'

const columns: readonly ImportColumn[] = [
  { name: 'nome', kind: 'text', required: true, about: 'Nome, que identifica o tipo', example: 'Nota Técnica' },
  { name: 'grupo', kind: 'text', about: 'Grupo nas listas', example: 'Pareceres' },
  { name: 'descricao', kind: 'text', about: 'Descrição', example: 'Análise técnica de um assunto' },
  {
    name: 'aplicacao',
    kind: { Ambos: 'both', Elaborado: 'authored', Arquivo: 'uploaded' },
    about: 'Ambos, Elaborado (no sistema) ou Arquivo (incluído)',
    example: 'Ambos',
  },
  {
    name: 'numeracao',
    kind: {
      'Sem número': 'none',
      Unidade: 'unit',
      Órgão: 'agency',
      'Unidade/ano': 'unit-year',
      'Órgão/ano': 'agency-year',
    },
    about: 'Sem número, Unidade, Órgão, Unidade/ano ou Órgão/ano',
    example: 'Unidade/ano',
  },
  {
    name: 'momento',
    kind: { 'Ao criar': 'creation', 'Ao assinar': 'signature' },
    about: 'Quando o número é dado: Ao criar ou Ao assinar',
    example: 'Ao criar',
  },
  { name: 'interno', kind: 'flag', about: 'Se só o sistema o usa: sim ou não', example: 'não' },
  {
    name: 'assinatura',
    kind: { Simples: 'simple', Avançada: 'advanced', Qualificada: 'qualified' },
    about: 'Nível mínimo de assinatura: Simples, Avançada ou Qualificada',
    example: 'Avançada',
  },
]

/** Document types as files bring them in; their models are written in the forms. */
export const documentTypesImport: RegisterImport = {
  columns,
  key: ['nome'],
  permission: 'classification.manage',
  least: 'installation',
  saveRow: async (cells, { db, actor, now }) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const before = await selectDocumentTypeByName(db, (cells.nome ?? '').trim())
    const kept = before ? fieldsOfDocumentType(before) : newDocumentTypeFields
    const { request, problems } = readDocumentType({ ...kept, ...typed.fields })
    if (!request) return { kind: 'refused', problems }
    const changes = changesBetween(before && fieldsOfDocumentType(before), fieldsOfDocumentType(request))
    if (changes.length === 0) return { kind: 'unchanged' }
    const outcome = await saveDocumentType(db, actor, before?.id, request, now)
    if (!outcome.done) return { kind: 'refused', problems: [takenDocumentType] }
    return { kind: before ? 'changed' : 'created', changes }
  },
}
