import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGrant, idOf } from '../../../test/support/builders-admin.ts'
import { aBundle, stateOf, tryMove } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf, alsoOpenIn, done } from '../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../test/support/builders-deadlines.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { aMigration, aUnit, orderRun } from '../../../test/support/builders-unit-migration.ts'
import { aLabel } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { relateCaseFiles } from '../cases/index.ts'
import { addCheckpoint, setCheckpoint } from '../checkpoints/index.ts'
import { deleteDocument } from '../documents/index.ts'
import { writeComment } from '../remarks/index.ts'
import { addWatchlist, followCaseFile, includeLabel, writeNote } from '../watchlists/index.ts'
import { runMigration } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 120_000)
afterAll(() => house.close())

const migrate = async (mode: 'merge' | 'split' | 'succession', from: string[], to: string[], rule?: string[]) => {
  const id = await aMigration(house, { mode, from, to })
  const [caseFileId, toUnit] = rule ?? []
  if (caseFileId && toUnit) {
    await house.db`insert into unit_migration.rule (migration_id, case_file_id, to_unit_id) values (${id}, ${caseFileId}, ${toUnit})`
  }
  await orderRun(house, id)
  await runMigration(house.platform, { migrationId: id })
  expect(await house.db`select state, problem from unit_migration.migration where id = ${id}`).toEqual([
    { state: 'done', problem: null },
  ])
  const rows = await house.db<
    { notes: string[] }[]
  >`select notes from unit_migration.item where migration_id = ${id} order by id`
  return rows.flatMap(({ notes }) => notes)
}
const unitOf = (acronym: string) => idOf(house, 'organization.unit', 'acronym', acronym)

describe('E2E-15 R16 two units that become one', () => {
  const fusao = 'set-rn-fusao' as typeof at.prot
  let both: { id: string; digits: string; number: string }
  let full: typeof both
  let between: string
  let inTurn: string
  let notes: string[]

  beforeAll(async () => {
    await aUnit(house, 'FUSAO', ['marina', 'carla'])
    both = await aCaseFile(house)
    full = await aCaseFile(house)
    for (const { id } of [both, full]) await alsoOpenIn(house, id, at.cofic)
    for (const [login, unit, text, date] of [
      ['marina', at.prot, 'Do protocolo', '2030-02-01'],
      ['carla', at.cofic, 'Da coordenadoria', '2030-01-01'],
    ] as const) {
      const [actor, now] = [await actorOf(house, login, unit), house.platform.clock()]
      const labelId = await aLabel(house, login === 'marina' ? 'Urgente' : 'URGENTE', { by: login, unit })
      await done(includeLabel(house.db, actor, { caseNumber: both.digits, labelId, text }, now))
      await done(writeNote(house.db, actor, { caseNumber: both.digits, text, priority: login === 'carla' }, now))
      const long = text.repeat(20).slice(0, 300)
      await done(writeNote(house.db, actor, { caseNumber: full.digits, text: long, priority: false }, now))
      const group = await addWatchlist(house.db, actor, 'Prioritários')
      const following = { caseNumber: both.digits, watchlistIds: [group?.id ?? ''], observation: text }
      await done(followCaseFile(house.db, actor, following, now))
      const administrator = await actorOf(house, 'admin', at.gs)
      const point = { unitId: actor.unitId, name: login === 'marina' ? 'Em análise' : 'Em minuta' }
      const { id: checkpointId } = await done(addCheckpoint(house.db, administrator, point, now))
      await done(setCheckpoint(house.db, actor, { caseNumber: both.digits, checkpointId }, now))
      await house.db`insert into routing.scheduled_reopening (case_file_id, unit_id, due_on, set_at, set_by)
        values (${both.id}, ${actor.unitId}, ${date}, ${now}, ${actor.userId})`
      await aDeadline(house, both.digits, { by: login, unit, text })
      house.passTime(1000)
    }
    const draft = await aDraft(house, both.digits, { text: 'A assinar.' })
    between = await aBundle(house, { to: [at.cofic], documents: [draft], available: true })
    const elsewhere = { by: 'ana', unit: at.asses } as const
    const other = await aCaseFile(house, elsewhere)
    const toSign = await aDraft(house, other.digits, { ...elsewhere, text: 'Outra.' })
    inTurn = await aBundle(house, {
      ...elsewhere,
      to: [at.prot, at.cofic],
      inOrder: true,
      documents: [toSign],
      available: true,
    })
    notes = await migrate('merge', ['PROT', 'COFIC'], ['FUSAO'])
  }, 120_000)

  it('have one label of a name, one note, one place in a group: the words of both, one below the other', async () => {
    const unit = await unitOf('FUSAO')
    const labels =
      await house.db`select l.name, x.text from watchlists.labelling x join watchlists.label l on l.id = x.label_id
      where x.unit_id = ${unit}`
    expect(labels).toEqual([{ name: 'Urgente', text: 'Do protocolo\nDa coordenadoria' }])
    const written =
      await house.db`select text, priority from watchlists.note where unit_id = ${unit} and case_file_id = ${both.id}`
    expect(written).toEqual([{ text: 'Do protocolo\nDa coordenadoria', priority: true }])
    const followed = await house.db`select w.name, e.observation from watchlists.entry e
      join watchlists.watchlist w on w.id = e.watchlist_id where e.unit_id = ${unit}`
    expect(followed).toEqual([{ name: 'Prioritários', observation: 'Do protocolo\nDa coordenadoria' }])
  })

  it('keep what does not fit where it was, whole, and say so', async () => {
    const left = await house.db<{ acronym: string; length: number }[]>`
      select u.acronym, length(n.text) from watchlists.note n join organization.unit u on u.id = n.unit_id
       where n.case_file_id = ${full.id} order by 1`
    expect(left).toEqual([
      { acronym: 'COFIC', length: 300 },
      { acronym: 'FUSAO', length: 240 },
    ])
    expect(notes).toContain('Uma anotação não coube junto à da nova unidade e ficou em nome da unidade de origem.')
  })

  it('have the later checkpoint, the first reopening and all deadlines', async () => {
    const unit = await unitOf('FUSAO')
    const standing =
      await house.db`select p.name from checkpoints.standing s join checkpoints.checkpoint p on p.id = s.checkpoint_id
      where s.unit_id = ${unit}`
    expect(standing).toEqual([{ name: 'Em minuta' }])
    const reopening = await house.db`select due_on::text as due from routing.scheduled_reopening
      where unit_id = ${unit} and ended_at is null`
    expect(reopening).toEqual([{ due: '2030-01-01' }])
    const deadlines = await house.db`select text from deadlines.deadline where unit_id = ${unit} order by 1`
    expect(deadlines).toEqual([{ text: 'Da coordenadoria' }, { text: 'Do protocolo' }])
    expect(notes).toEqual(
      expect.arrayContaining([
        'O processo estava em dois pontos de controle: ficou no mais recente.',
        'Havia mais de uma reabertura programada: ficou a do primeiro dia.',
      ]),
    )
  })

  it('take a bundle between them for returned, and have what was addressed to both once, in the first place', async () => {
    expect(await stateOf(house, between)).toBe('returned')
    expect(notes).toContain(`O bloco ${between} estava entre as unidades que se juntaram: foi dado como devolvido.`)
    const open = await house.db`select u.acronym, b.number::text as number, a.begun_at is not null as begun
        from bundles.availability a join bundles.bundle b on b.id = a.bundle_id join organization.unit u on u.id = a.unit_id
       where a.ended_at is null`
    expect(open).toEqual([{ acronym: 'FUSAO', number: inTurn, begun: true }])
    const lent =
      await house.db`select u.acronym from documents.co_signing s join organization.unit u on u.id = s.unit_id where s.until is null`
    expect(lent).toEqual([{ acronym: 'FUSAO' }])
    await done(tryMove(house, inTurn, 'return', 'carla', fusao))
    expect(await stateOf(house, inTurn)).toBe('returned')
  })

  it('read on in the new unit what the old ones did with labels and checkpoints', async () => {
    const marina = await house.signIn('marina')
    const labels = await marina.open(`/em/${fusao}/processos/${both.digits}/marcadores`)
    expect(labels.text).toContain('Urgente')
    expect(labels.text).toContain('URGENTE')
    const steps = await marina.open(`/em/${fusao}/ponto-de-controle?processo=${both.digits}`)
    expect(steps.text).toContain('Em análise')
  })
})

describe('R7 R16 a unit that is split', () => {
  it('gives each case file its labels and groups, and the rest of its registers to the first unit', async () => {
    for (const acronym of ['ORIGEM', 'NORTE', 'SUL']) await aUnit(house, acronym, ['ana'])
    const unit = 'set-rn-origem' as typeof at.prot
    const [actor, now] = [await actorOf(house, 'ana', unit), house.platform.clock()]
    const named = await aCaseFile(house, { by: 'ana', unit })
    await aCaseFile(house, { by: 'ana', unit })
    const labelId = await aLabel(house, 'Do sul', { by: 'ana', unit })
    await aLabel(house, 'Sem uso', { by: 'ana', unit })
    await done(includeLabel(house.db, actor, { caseNumber: named.digits, labelId, text: '' }, now))
    await migrate('split', ['ORIGEM'], ['NORTE', 'SUL'], [named.id, await unitOf('SUL')])
    const labels = await house.db<{ acronym: string; name: string }[]>`
      select u.acronym, l.name from watchlists.label l join organization.unit u on u.id = l.unit_id
       where u.acronym in ('NORTE', 'SUL') order by 1, 2`
    expect(labels.map(({ acronym, name }) => `${acronym} ${name}`)).toEqual([
      'NORTE Do sul',
      'NORTE Sem uso',
      'SUL Do sul',
    ])
    const there =
      await house.db`select u.acronym from watchlists.labelling x join organization.unit u on u.id = x.unit_id
      where x.case_file_id = ${named.id}`
    expect(there).toEqual([{ acronym: 'SUL' }])
  })
})

describe('R16 what the successor goes on with, though the name stays', () => {
  it('comments, relations and the bin: a draft that is brought back is its own', async () => {
    await aUnit(house, 'FINDA', ['ana'])
    const nova = await aUnit(house, 'SEGUE', ['ana'])
    await aGrant(house, 'ana', { profile: 'Básico', unit: 'SEGUE' })
    const [unit, segue] = ['set-rn-finda' as typeof at.prot, 'set-rn-segue' as typeof at.prot]
    const [actor, now] = [await actorOf(house, 'ana', unit), house.platform.clock()]
    const [one, two] = [await aCaseFile(house, { by: 'ana', unit }), await aCaseFile(house, { by: 'ana', unit })]
    const draft = await aDraft(house, one.digits, { by: 'ana', unit, text: 'Volta.' })
    await done(deleteDocument(house.db, actor, { number: draft }, now))
    await done(relateCaseFiles(house.db, actor, one.digits, two.digits, now))
    await done(writeComment(house.db, actor, { about: { digits: one.digits }, text: 'A conferir.' }, now))
    await migrate('succession', ['FINDA'], ['SEGUE'])
    const ana = await house.signIn('ana')
    const casePage = await ana.open(`/em/${segue}/processos/${one.digits}`)
    expect(casePage.document.querySelector('a[href*="/comentarios/"]')).not.toBeNull()
    const bin = await ana.open(`/em/${segue}/lixeira/${draft}`)
    await ana.send(bin, 'form[action*="/lixeira/"]', {})
    const [row] = await house.db`select unit_id, state from documents.document where number = ${draft}`
    expect(row).toEqual({ unit_id: nova, state: 'active' })
    const related = await ana.open(`/em/${segue}/processos/${one.digits}/relacionados`)
    expect(related.text).toContain(two.number)
    expect(
      related.document.querySelector('form[action*="remocao"], form[action*="desfaz"], a[href*="remo"]'),
    ).not.toBeNull()
  })
})
