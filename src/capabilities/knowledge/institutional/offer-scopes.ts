import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { explainLabel, findUnitsByLabel, listAgenciesWithin, unitLabels } from '../../organization/index.ts'
import { type InstitutionalRow, selectUnitsNotBelow } from './institutional.queries.ts'
import type { Keeper } from './keeper.ts'

/** Where a text of the institution goes. */
export type Scope =
  | { readonly kind: 'installation' }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'units'; readonly unitIds: readonly string[] }

const mostUnits = 300
const wordsOf = { installation: 'instalacao', agency: 'orgao', units: 'unidades' } as const

/** What a keeper may choose from. */
export interface ScopeOffer {
  readonly level: Keeper['level']
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly unitLabels: readonly string[]
  readonly ownUnit: string
}

export async function offerScopes(db: Database, { level, actor }: Keeper): Promise<ScopeOffer> {
  const reach = { agencyId: level === 'installation' ? undefined : actor.agencyId }
  const [agencies, labels] = await Promise.all([
    level === 'installation' ? listAgenciesWithin(db, reach) : [],
    unitLabels(db, reach),
  ])
  return { level, agencies, unitLabels: labels, ownUnit: actor.unitAcronym }
}

/** The fields as they are shown for a text that is there. */
export function fieldsOfScope({ scope, agencyId, units }: Pick<InstitutionalRow, 'scope' | 'agencyId' | 'units'>) {
  return { alcance: wordsOf[scope], orgao: agencyId ?? '', unidades: units.join('\n') }
}

/** Where a text shall go, as far as this keeper reaches; undefined with what is wrong with it. */
export async function readScope(
  db: Database,
  keeper: Keeper,
  fields: FormFields,
  now: Date,
): Promise<{ scope: Scope | undefined; problems: readonly FieldProblem[] }> {
  const wrong = (field: string, message: string) => ({ scope: undefined, problems: [{ field, message }] })
  const { level, actor } = keeper
  const wanted = fieldText(fields, 'alcance')
  if (wanted === wordsOf.installation && level === 'installation')
    return { scope: { kind: 'installation' }, problems: [] }
  if (wanted === wordsOf.agency && level !== 'local') return readAgency(db, keeper, fieldText(fields, 'orgao'))
  if (wanted !== wordsOf.units) return wrong('alcance', 'Escolha a quem o texto vai.')
  const lines = [
    ...new Set(
      fieldText(fields, 'unidades')
        .split(/[\r\n]+/)
        .map((line) => line.trim()),
    ),
  ].filter(Boolean)
  if (lines.length === 0) return wrong('unidades', 'Informe ao menos uma unidade.')
  if (lines.length > mostUnits)
    return wrong('unidades', `São no máximo ${mostUnits} unidades. Distribua ao órgão todo.`)
  const reach = { agencyId: level === 'installation' ? undefined : actor.agencyId }
  const found = await findUnitsByLabel(db, lines, reach)
  const unknown = found.map(explainLabel).find((message) => message !== undefined)
  if (unknown) return wrong('unidades', unknown)
  const unitIds = found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : []))
  if (level === 'local') {
    const [beyond] = await selectUnitsNotBelow(db, actor.unitId, unitIds, todayIn(now))
    if (beyond) return wrong('unidades', `${beyond} não é ${actor.unitAcronym} nem está abaixo dela na hierarquia.`)
  }
  return { scope: { kind: 'units', unitIds }, problems: [] }
}

async function readAgency(db: Database, { level, actor }: Keeper, typed: string) {
  if (level === 'agency') return { scope: { kind: 'agency', agencyId: actor.agencyId } as const, problems: [] }
  const agency = (await listAgenciesWithin(db, { agencyId: undefined })).find(({ id }) => id === typed)
  return agency
    ? { scope: { kind: 'agency', agencyId: agency.id } as const, problems: [] }
    : { scope: undefined, problems: [{ field: 'orgao', message: 'Escolha o órgão.' }] }
}
