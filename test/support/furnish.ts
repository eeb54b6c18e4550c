import {
  registerCaseType,
  registerConferenceKind,
  registerDocumentType,
  registerLegalBasis,
  registerRecordClass,
} from '../../src/capabilities/classification/index.ts'
import {
  grantProfile,
  registerAccount,
  registerProfile,
  standardProfiles,
} from '../../src/capabilities/identity/index.ts'
import { registerAgency, registerUnit } from '../../src/capabilities/organization/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { Database } from '../../src/platform/db/index.ts'
import type { Outcome } from '../../src/platform/outcome.ts'
import { doc, section } from '../../src/rich-text/index.ts'
import { quickHash } from './quick-hash.ts'
import { people, units } from './world.ts'

const from = '2020-01-01' as LocalDate

/** The small world that every test begins with, made by the same commands that people use. See `world.ts` for its names. */
export async function furnish(db: Database): Promise<void> {
  const set = must(
    await registerAgency(db, {
      acronym: 'SET/RN',
      name: 'Secretaria de Estado da Tributação',
      numberCode: '00',
      numberMask: '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@',
    }),
  )
  const rj = must(
    await registerAgency(db, {
      acronym: 'SEPLAG/RJ',
      name: 'Secretaria de Estado de Planejamento e Gestão',
      numberCode: '12',
      numberMask: 'SEI-@orgao:2@@unidade:4@/@sequencia:6@/@ano:4@',
    }),
  )
  const agencies = { 'SET/RN': set.id, 'SEPLAG/RJ': rj.id }
  const unitIds = await furnishUnits(db, agencies)
  await furnishPeople(db, agencies, unitIds)
  await furnishTypes(db)
}

async function furnishUnits(db: Database, agencies: Record<string, string>): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { parent, agency, ...unit } of units) {
    const agencyId = agencies[agency]
    if (!agencyId) throw new Error(`no agency ${agency}`)
    const parentId = parent ? ids[parent] : undefined
    const made = must(
      await registerUnit(db, {
        ...unit,
        agencyId,
        agencyAcronym: agency,
        from,
        address: 'Centro Administrativo',
        city: 'Natal',
        state: 'RN',
        capacities: ['Assessor', 'Secretário de Estado', 'Analista'],
        ...(parentId ? { parentId } : {}),
      }),
    )
    ids[unit.acronym] = made.id
  }
  return ids
}

async function furnishPeople(db: Database, agencies: Record<string, string>, unitIds: Record<string, string>) {
  const profiles: Record<string, string> = {}
  for (const profile of standardProfiles) profiles[profile.name] = (await registerProfile(db, profile)).id
  const passwordHash = await quickHash()
  for (const person of people) {
    const account = must(
      await registerAccount(db, {
        agencyId: agencies[person.agency] ?? '',
        login: person.login,
        name: person.name,
        email: `${person.login}@exemplo.gov.br`,
        passwordHash,
      }),
    )
    for (const unit of person.units) {
      for (const profile of person.profiles) {
        await grantProfile(db, {
          accountId: account.id,
          profileId: profiles[profile] ?? '',
          in: { unitId: unitIds[unit] ?? '' },
          from,
        })
      }
    }
  }
}

async function furnishTypes(db: Database): Promise<void> {
  const recordClass = must(
    await registerRecordClass(db, {
      code: '010.1',
      description: 'Organização administrativa',
      currentYears: 5,
      intermediateYears: 5,
      disposition: 'elimination',
    }),
  )
  await registerRecordClass(db, { code: '010', description: 'Organização e funcionamento', structural: true })
  const restricted = must(
    await registerLegalBasis(db, {
      name: 'Informação pessoal',
      law: 'Lei nº 12.527/2011, art. 31',
      level: 'restricted',
    }),
  )
  await registerLegalBasis(db, { name: 'Sigilo fiscal', law: 'Lei nº 5.172/1966, art. 198', level: 'confidential' })
  const levels = ['public', 'restricted', 'confidential'] as const
  await registerCaseType(db, {
    name: 'Arrecadação: Pedido de Contribuinte',
    allowedLevels: levels,
    suggestedLevel: 'public',
    recordClassIds: [recordClass.id],
  })
  await registerCaseType(db, {
    name: 'Pessoal: Férias',
    allowedLevels: ['restricted', 'public'],
    suggestedLevel: 'restricted',
    suggestedLegalBasisId: restricted.id,
    recordClassIds: [recordClass.id],
    onePerParty: true,
  })
  await registerConferenceKind(db, { name: 'Cópia simples', certifiable: false })
  await registerConferenceKind(db, { name: 'Cópia autenticada administrativamente', certifiable: true })
  const template = (title: string) =>
    doc(
      section('cabecalho', 'header', '@orgao@\n\n@unidade@', { locked: true }),
      section('titulo', 'title', `# ${title} @numero_documento@`, { locked: true }),
      section('corpo', 'body', ''),
    )
  await registerDocumentType(db, { name: 'Despacho', appliesTo: 'both', template: template('Despacho') })
  await registerDocumentType(db, {
    name: 'Ofício',
    appliesTo: 'both',
    numbering: 'unit-year',
    template: template('Ofício nº'),
  })
  await registerDocumentType(db, {
    name: 'Portaria',
    appliesTo: 'authored',
    numbering: 'agency-year',
    numberTakenAt: 'signature',
    template: template('Portaria nº'),
  })
  await registerDocumentType(db, { name: 'Requerimento', appliesTo: 'uploaded' })
}

function must<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.done) throw new Error(`the test world could not be furnished: ${JSON.stringify(outcome.refusals)}`)
  return outcome.value
}
