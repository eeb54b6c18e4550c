import { todayIn } from '../../../platform/calendar/index.ts'
import {
  explainLabel,
  fieldsOfCells,
  findUnitsByLabel,
  type ImportColumn,
  listAgenciesWithin,
  plainWord,
  type RegisterImport,
  type RowContext,
  type RowOutcome,
  refusedRow,
} from '../../organization/index.ts'
import { withReach } from '../users/administering.rules.ts'
import { findUser } from '../users/find-users.ts'
import { selectUserId } from '../users/users.queries.ts'
import { findProfileChoices } from './find-profile-choices.ts'
import { readGrant } from './grant.form.ts'
import { type GrantRequest, grant } from './grant.ts'
import { selectGrantWords, selectSameGrants } from './permissions.queries.ts'
import { explainGrant, tellGrant } from './permissions.text.ts'

const columns: readonly ImportColumn[] = [
  { name: 'orgao', kind: 'text', required: true, about: 'Sigla do órgão da pessoa', example: 'SET/RN' },
  { name: 'usuario', kind: 'text', required: true, about: 'Usuário da pessoa', example: 'maria.silva' },
  { name: 'perfil', kind: 'text', required: true, about: 'Nome do perfil', example: 'Básico' },
  {
    name: 'unidade',
    kind: 'text',
    required: true,
    about: 'Sigla da unidade, ou * para todas as unidades do órgão',
    example: 'GS',
  },
  { name: 'subunidades', kind: 'flag', about: 'Também nas subunidades: sim ou não', example: 'não' },
  { name: 'desde', kind: 'day', about: 'Primeiro dia, como 31/12/2026; vazio é hoje', example: '' },
  { name: 'ate', kind: 'day', about: 'Último dia, como 31/12/2026; vazio é sem fim', example: '' },
  {
    name: 'alcance',
    kind: { Unidade: 'unidade', Órgão: 'orgao', Instalação: 'sim' },
    about: 'Obrigatório em perfis que administram: unidade, órgão ou instalação',
    example: 'órgão',
  },
]

/** Profiles given to people in units, as files bring them in. What was given is never taken away by a file. */
export const permissionsImport: RegisterImport = {
  columns,
  key: ['orgao', 'usuario', 'perfil', 'unidade', 'desde'],
  permission: 'identity.manage',
  least: 'unit',
  saveRow: async (cells, context) => {
    const { db, reach, now } = context
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const [agencies, profiles] = await Promise.all([listAgenciesWithin(db, reach), findProfileChoices(db, reach)])
    const agency = agencies.find(({ acronym }) => plainWord(acronym) === plainWord(cells.orgao ?? ''))
    if (!agency) return refusedRow('orgao', 'Ao seu alcance não há órgão com esta sigla.')
    const profile = profiles.find(({ name }) => plainWord(name) === plainWord(cells.perfil ?? ''))
    if (!profile) return refusedRow('perfil', 'Não há perfil com este nome entre os que você concede.')
    const id = await selectUserId(db, agency.id, (cells.usuario ?? '').trim().toLowerCase())
    const user = id ? await findUser(db, id, reach, now) : undefined
    if (!user) return refusedRow('usuario', 'Ao seu alcance não há pessoa com este usuário neste órgão.')
    if (profile.administers && !reach.unitIds && !typed.fields.alcance)
      return refusedRow('alcance', reachMissing(profile.name))
    const everywhere = (cells.unidade ?? '').trim() === '*'
    const { request, problems } = readGrant({
      ...typed.fields,
      perfil: profile.id,
      onde: everywhere ? 'orgao' : 'unidade',
      orgao: agency.id,
      desde: typed.fields.desde || todayIn(now),
    })
    if (!request) return { kind: 'refused', problems }
    const place = everywhere ? { agencyId: agency.id, unitId: undefined } : await placeOf(request.unitLabel, context)
    if ('kind' in place) return place
    const administers = reach.unitIds ? 'unit' : request.administers
    const asked = { ...request, administers, accountId: user.id, place }
    return giveRow(asked, { dayGiven: Boolean(typed.fields.desde), tellsReach: profile.administers }, context)
  },
}

async function placeOf(label: string, { db, reach }: RowContext) {
  const [found] = await findUnitsByLabel(db, [label], reach)
  if (found?.kind === 'found') return { agencyId: found.unit.agencyId, unitId: found.unit.id }
  return refusedRow('unidade', (found && explainLabel(found)) ?? 'Informe a unidade.')
}

async function giveRow(
  request: GrantRequest,
  { dayGiven, tellsReach }: { readonly dayGiven: boolean; readonly tellsReach: boolean },
  context: RowContext,
): Promise<RowOutcome> {
  const { db, actor, reach, now } = context
  const kept = await selectSameGrants(db, request)
  // Without a day the row only asks that the person has it: a file brought in again tomorrow finds what it made today.
  const same = kept.some(
    (one) =>
      (one.from === request.from || (!dayGiven && one.from <= request.from)) &&
      one.until === (request.until ?? null) &&
      one.extendsToSubunits === request.extendsToSubunits &&
      (!tellsReach || one.administers === request.administers),
  )
  if (same) return { kind: 'unchanged' }
  const outcome = await grant(db, actor, reach, request, now)
  if (!outcome) return refusedRow('unidade', 'A permissão valeria fora do seu alcance.')
  if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainGrant) }
  const words = await selectGrantWords(db, { profileId: request.profileId, ...request.place }, withReach)
  // Elsewhere the agency goes without saying; who looks at a trial must see how far an administrator would reach.
  const ofAgency = tellsReach && request.administers === 'agency'
  const told = `${tellGrant(words, request)}${ofAgency ? ', alcance no órgão' : ''}`
  return { kind: 'created', changes: [{ field: 'permissao', before: undefined, after: told }] }
}

/** Who brings in a file says how far each administrator reaches: a forgotten column decides it for nobody. */
function reachMissing(profile: string): string {
  return `O perfil ${profile} administra. Diga o alcance: unidade, órgão ou instalação.`
}
