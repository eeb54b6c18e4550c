import { moveEntry, registerEntry, sendSlip } from '../../src/capabilities/mailroom/index.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]
type Entry = Parameters<typeof registerEntry>[2]

/** Something that came in on paper, at PROT and now unless said otherwise. Answers its id. */
export async function anEntry(
  house: TestHouse,
  { by = 'marina', unit = at.prot, ...rest }: Partial<Entry> & { by?: Login; unit?: Slug } = {},
): Promise<string> {
  const now = house.platform.clock()
  const request: Entry = {
    receivedAt: now,
    kind: 'letter',
    medium: 'paper',
    sender: 'Ministério Público do Estado',
    senderKind: 'public-body',
    originNumber: '12/2026',
    addressee: 'Secretário',
    subject: 'Pede informações sobre restituições',
    pieces: 'Ofício\nAnexo',
    volumes: 1,
    pages: 4,
    dueOn: null,
    notes: '',
    token: house.platform.randomness.token(),
    ...rest,
  }
  return (await done(registerEntry(house.db, await actorOf(house, by, unit), request, now))).id
}

/** A line of the board in a case file, and one that is late; a slip to ASSES. */
export async function furnishMailroom(house: TestHouse, digits: string) {
  const now = house.platform.clock()
  const actor = await actorOf(house, 'marina', at.prot)
  const entry = await anEntry(house)
  const move = { id: entry, state: 'formalised', responsibleId: undefined, caseNumber: digits } as const
  await done(moveEntry(house.db, actor, { ...move, dueOn: null, note: 'Digitalizado.' }, now))
  await anEntry(house, { receivedAt: new Date(now.getTime() - 3 * 86_400_000), dueOn: '2020-01-02' })
  const items = [
    { reference: 'Ofício 7/2026', description: 'Resposta', volumes: 1, pages: 3 },
    { reference: digits, description: 'Autos', volumes: 2, pages: null },
  ]
  const slip = { destination: 'ASSES', carrier: 'Motorista da casa', notes: '', items }
  return { entry, slip: (await done(sendSlip(house.db, actor, slip, now))).id }
}
