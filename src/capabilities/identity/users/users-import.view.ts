import {
  changesBetween,
  fieldsOfCells,
  type ImportColumn,
  listAgenciesWithin,
  plainWord,
  type RegisterImport,
  refusedRow,
} from '../../organization/index.ts'
import { findUser } from './find-users.ts'
import { changeUser, openUser } from './save-user.ts'
import { readUser } from './user.form.ts'
import { fieldsOfUser } from './user-fields.text.ts'
import { selectUserId } from './users.queries.ts'
import { explainUserRefusal } from './users.text.ts'

const columns: readonly ImportColumn[] = [
  { name: 'orgao', kind: 'text', required: true, about: 'Sigla do órgão', example: 'SET/RN' },
  { name: 'usuario', kind: 'text', required: true, about: 'Usuário com que a pessoa entra', example: 'maria.silva' },
  { name: 'nome', kind: 'text', required: true, about: 'Nome completo', example: 'Maria da Silva' },
  { name: 'nome_social', kind: 'text', about: 'Nome social, se houver', example: '' },
  { name: 'cpf', kind: 'text', about: 'CPF', example: '529.982.247-25' },
  { name: 'email', kind: 'text', about: 'E-mail, que recebe o endereço da senha', example: 'maria@exemplo.gov.br' },
]

/**
 * People as files bring them in. None gets a password: who has an e-mail asks for the address of the first one at the
 * door, the others get it from who administrates.
 */
export const usersImport: RegisterImport = {
  columns,
  key: ['orgao', 'usuario'],
  permission: 'identity.manage',
  least: 'unit',
  saveRow: async (cells, { db, actor, reach, now }) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const agencies = await listAgenciesWithin(db, reach)
    const agency = agencies.find(({ acronym }) => plainWord(acronym) === plainWord(cells.orgao ?? ''))
    if (!agency) return refusedRow('orgao', 'Ao seu alcance não há órgão com esta sigla.')
    const id = await selectUserId(db, agency.id, (cells.usuario ?? '').trim().toLowerCase())
    const before = id ? await findUser(db, id, reach, now) : undefined
    const fields = { ...(before ? fieldsOfUser(before) : {}), ...typed.fields, orgao: agency.id }
    const { request, problems } = readUser(fields, { isNew: true })
    if (!request) return { kind: 'refused', problems }
    const changes = changesBetween(before && fieldsOfUser(before), fieldsOfUser(request.data))
    if (changes.length === 0) return { kind: 'unchanged' }
    if (before?.isBeyond) {
      return refusedRow(
        'usuario',
        'Esta pessoa também atua fora do seu alcance: só quem administra mais muda os dados dela.',
      )
    }
    const outcome = before
      ? await changeUser(db, actor, before, request.data, now)
      : await openUser(db, actor, agency.id, request.data, now)
    if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainUserRefusal) }
    return { kind: before ? 'changed' : 'created', changes }
  },
}
