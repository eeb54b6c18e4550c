import { explainAgencyRefusal } from '../agencies/agencies.text.ts'
import { newAgencyFields, readAgency } from '../agencies/agency.form.ts'
import { fieldsOfAgency } from '../agencies/agency-fields.text.ts'
import { listAgenciesWithin } from '../agencies/find-agencies.ts'
import { changeAgency, openAgency } from '../agencies/save-agency.ts'
import { changesBetween } from '../changes/changes-between.ts'
import { fieldsOfCells, plainWord } from './cells.rules.ts'
import { type Cells, type ImportColumn, type RegisterImport, type RowContext, refusedRow } from './row-import.ts'

const columns: readonly ImportColumn[] = [
  { name: 'sigla', kind: 'text', required: true, about: 'Sigla do órgão, que o identifica', example: 'SEED/RN' },
  { name: 'nome', kind: 'text', required: true, about: 'Nome', example: 'Secretaria de Estado da Educação' },
  { name: 'ordem', kind: 'text', about: 'Ordem nas listas, um número', example: '2' },
  { name: 'codigo', kind: 'text', about: 'Código no número dos processos, só algarismos', example: '00210' },
  {
    name: 'mascara',
    kind: 'text',
    about: 'Máscara do número dos processos; sem ela, a dos órgãos federais',
    example: '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@',
  },
  { name: 'timbre', kind: 'text', about: 'Linhas no alto dos documentos', example: 'Governo do Estado' },
  { name: 'recebe', kind: 'flag', about: 'Se as unidades recebem processos: sim ou não', example: 'sim' },
]

/** Agencies as files bring them in. */
export const agenciesImport: RegisterImport = {
  columns,
  key: ['sigla'],
  permission: 'organization.manage',
  least: 'agency',
  saveRow: async (cells: Cells, { db, actor, reach, now }: RowContext) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const agencies = await listAgenciesWithin(db, reach)
    const before = agencies.find(({ acronym }) => plainWord(acronym) === plainWord(cells.sigla ?? ''))
    if (!before && reach.agencyId !== undefined) {
      return refusedRow(
        'sigla',
        'Ao seu alcance não há órgão com esta sigla, e só quem administra toda a instalação cadastra órgãos.',
      )
    }
    const { request, problems } = readAgency({
      ...(before ? fieldsOfAgency(before) : newAgencyFields),
      ...typed.fields,
    })
    if (!request) return { kind: 'refused', problems }
    const changes = changesBetween(before && fieldsOfAgency(before), fieldsOfAgency(request))
    if (changes.length === 0) return { kind: 'unchanged' }
    const outcome = before
      ? await changeAgency(db, actor, reach, before.id, request, now)
      : await openAgency(db, actor, request, now)
    if (!outcome) return refusedRow('sigla', 'Ao seu alcance não há órgão com esta sigla.')
    if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainAgencyRefusal) }
    return { kind: before ? 'changed' : 'created', changes }
  },
}
