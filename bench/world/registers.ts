import { grantProfile, hashPassword, registerAccount } from '../../src/capabilities/identity/index.ts'
import { registerAgency, registerUnit } from '../../src/capabilities/organization/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { Pool } from '../../src/platform/db/index.ts'
import type { Outcome } from '../../src/platform/outcome.ts'

/** People and units of the measured house, beside those of the demonstration. */
export const peopleCount = 32
export const loginOf = (place: number) => `medida${String(place).padStart(2, '0')}`
export const password = 'carimbo de medição'
export const archiveCount = 20

/** Addresses of the units: the desk of ten thousand, where case files are sent from and to, and those that open them. */
export const at = {
  desk: 'medida-mesa',
  sender: 'medida-envio',
  destination: 'medida-destino',
  archive: (place: number) => `medida-acervo-${(place % archiveCount) + 1}`,
} as const

const agencyAcronym = 'MEDIDA'
const from = '2020-01-01' as LocalDate

/** Registers them by the commands that administrators use. Everybody works in four units. */
export async function registerPeopleAndUnits(db: Pool): Promise<void> {
  const { id: agencyId } = must(
    await registerAgency(db, {
      acronym: agencyAcronym,
      name: 'Secretaria da Medição',
      numberCode: '99',
      numberMask: '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@',
    }),
  )
  const acronyms = ['MESA', 'ENVIO', 'DESTINO', ...Array.from({ length: archiveCount }, (_, n) => `ACERVO-${n + 1}`)]
  const unitIds: string[] = []
  for (const [place, acronym] of acronyms.entries()) {
    const unit = {
      agencyId,
      agencyAcronym,
      acronym,
      name: `Unidade ${acronym}`,
      numberCode: String(99_000 + place),
      from,
      address: 'Centro Administrativo',
      city: 'Natal',
      state: 'RN',
      capacities: ['Analista'],
    }
    unitIds.push(must(await registerUnit(db, unit)).id)
  }
  const [profile] = await db<{ id: string }[]>`select id from identity.profile where name = 'Básico'`
  const passwordHash = await hashPassword(password)
  for (let place = 0; place < peopleCount; place++) {
    const login = loginOf(place)
    const email = `${login}@exemplo.gov.br`
    const account = must(
      await registerAccount(db, { agencyId, login, name: `Pessoa ${place + 1}`, email, passwordHash }),
    )
    for (const unitId of [...unitIds.slice(0, 3), unitIds[3 + (place % archiveCount)] ?? '']) {
      await grantProfile(db, { accountId: account.id, profileId: profile?.id ?? '', in: { unitId }, from })
    }
  }
}

function must<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.done) throw new Error(`the measured house could not be furnished: ${JSON.stringify(outcome.refusals)}`)
  return outcome.value
}
