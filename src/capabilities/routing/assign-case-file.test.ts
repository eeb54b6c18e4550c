import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, formOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, type Login } from '../../../test/support/world.ts'
import { sendCaseFile } from './index.ts'

describe('assigning case files', () => {
  let house: TestHouse
  let marina: Person
  let ana: Person
  const unitIds: Record<string, string> = {}
  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
    ana = await house.signIn('ana')
    for (const row of await house.db<{ slug: string; id: string }[]>`select slug, id from organization.unit`) {
      unitIds[row.slug] = row.id
    }
  })
  afterAll(() => house.close())

  const send = async (by: Login, from: (typeof at)[keyof typeof at], digits: string, to: readonly string[]) =>
    sendCaseFile(
      house.db,
      await actorOf(house, by, from),
      { caseNumber: digits, to: to.map((slug) => unitIds[slug] ?? ''), keepOpen: true },
      house.platform.clock(),
    )

  it('is assigned to a person of the unit, and only this unit reads it in the history', async () => {
    const made = await aCaseFile(house)
    await send('marina', at.prot, made.digits, [at.asses])
    const people = await house.db<{ id: string; login: string }[]>`select id, login from identity.account`
    const idOf = (login: string) => people.find((person) => person.login === login)?.id ?? ''
    const page = await marina.open(`/em/${at.prot}/atribuicao?processo=${made.digits}`)
    const wrong = await marina.send(page, formOf('atribuicao'), { pessoa: idOf('rita') })
    expect(wrong.status).toBe(422)
    expect(wrong.errors.join(' ')).toContain('não trabalha nesta unidade')
    await marina.send(wrong, formOf('atribuicao'), { pessoa: idOf('paulo') })
    const ours = await marina.open(`/em/${at.prot}/processos/${made.digits}/historico?visao=completa`)
    expect(ours.text).toContain('Processo atribuído a Paulo Protocolista.')
    const theirs = await ana.open(`/em/${at.asses}/processos/${made.digits}/historico?visao=completa`)
    expect(theirs.text).not.toContain('Paulo Protocolista')
  })

  it('E2E-03 twenty case files in a batch, one of them not open here: nineteen done, one refused with its reason', async () => {
    const made = []
    for (let n = 0; n < 20; n++) made.push(await aCaseFile(house))
    await sendCaseFile(
      house.db,
      await actorOf(house, 'marina', at.prot),
      { caseNumber: made[7]?.digits ?? '', to: [unitIds[at.asses] ?? ''], keepOpen: false },
      house.platform.clock(),
    )
    const query = made.map(({ digits }) => `processo=${digits}`).join('&')
    const page = await marina.open(`/em/${at.prot}/atribuicao?${query}`)
    const after = await marina.send(page, formOf('atribuicao'), { pessoa: '' })
    expect(after.text).toContain('19 itens feitos')
    expect(after.text).toContain(made[7]?.number ?? '?')
  })
})
