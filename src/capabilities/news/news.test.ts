import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { releases } from './releases.text.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const desk = `/em/${at.asses}/mesa`
const long = (login: string) =>
  house.db`update identity.account set created_at = '2020-01-01', login = login where login = ${login}`

describe('the news of a version', () => {
  it('R1 are a line on the desk, once for each person: opened, they do not come back', async () => {
    await long('ana')
    await long('beto')
    const ana = await house.signIn('ana')
    const first = await ana.open(desk)
    expect(first.text).toContain('Ver as novidades')
    // Not in the way: the desk is all there.
    expect(first.text).toContain('Mesa de processos')
    const page = await ana.open(`/em/${at.asses}/novidades`)
    for (const { title } of releases[0]?.items ?? []) expect(page.text).toContain(title)
    expect((await ana.open(desk)).text).not.toContain('Ver as novidades')
    const beto = await house.signIn('beto')
    expect((await beto.open(desk)).text).toContain('Ver as novidades')
  })

  it('R1 put away, they do not come back either, in whatever session', async () => {
    const beto = await house.signIn('beto')
    const after = await beto.send(await beto.open(desk), 'form[action$="/novidades/leitura"]')
    expect(after.url).toBe(desk)
    expect(after.text).not.toContain('Ver as novidades')
    expect((await (await house.signIn('beto')).open(desk)).text).not.toContain('Ver as novidades')
    expect((await beto.open(`/em/${at.asses}/novidades`)).status).toBe(200)
  })

  it('R2 are no news to who came after them', async () => {
    const [newest] = releases
    await house.db`update identity.account set created_at = ${`${newest?.date} 12:00:00-03`} where login = 'ana'`
    await house.db`delete from news.reading`
    expect((await (await house.signIn('ana')).open(desk)).text).not.toContain('Ver as novidades')
  })

  it('R3 stand newest first, each version once, with something to say', () => {
    const dates = releases.map(({ date }) => date)
    expect(dates).toEqual([...dates].sort().reverse())
    expect(new Set(releases.map(({ version }) => version)).size).toBe(releases.length)
    for (const { version, summary, items } of releases) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(summary).not.toMatch(/\.$/)
      expect(items.every(({ title, text }) => title && /[.]$/.test(text))).toBe(true)
    }
  })
})
