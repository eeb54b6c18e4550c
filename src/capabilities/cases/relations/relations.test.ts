import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  confirmPasswordFor,
  done,
  eventsOf,
  formOf,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { findCaseFile } from '../find-case-file.ts'
import { relatedOf } from './read-related.ts'
import { relateCaseFiles } from './relate-case-files.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const address = (digits: string, unit: string = at.prot) => `/em/${unit}/processos/${digits}/relacionados`

describe('relating two case files', () => {
  it('takes the number in any punctuation, tells both histories, and shows each on the other', async () => {
    const one = await aCaseFile(house)
    for (const write of [(n: string) => n, (n: string) => n.replace(/\D/g, ' '), (n: string) => n.replace(/\D/g, '')]) {
      const other = await aCaseFile(house)
      const page = await marina.send(await marina.open(address(one.digits)), formOf('relacionados'), {
        outro: write(other.number),
      })
      expect(page.url).toBe(address(one.digits))
      expect(page.text).toContain(other.number)
      expect((await marina.open(address(other.digits))).text).toContain(one.number)
      expect(await eventsOf(house, other.id)).toContain('case-related')
    }
    expect((await eventsOf(house, one.id)).filter((kind) => kind === 'case-related')).toHaveLength(3)
  })

  it('is refused twice, with itself, and with a number that is not there, beside the field', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    const relate = async (outro: string) =>
      (await marina.send(await marina.open(address(one.digits)), formOf('relacionados'), { outro })).errors
    expect(await relate(other.number)).toEqual([])
    expect(await relate(other.number)).toEqual(['Os dois processos já estão relacionados.'])
    expect(await relate(one.number)).toEqual(['Um processo não se relaciona consigo mesmo. Informe outro número.'])
    expect(await relate('00190.103008/2020-99')).toEqual([
      'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
    ])
    expect(await relate('')).toEqual(['Informe o número do outro processo.'])
  })

  it('R2 asked for ten times at once from both sides, exists once', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    const actor = await actorOf(house, 'marina', at.prot)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const [from, to] = index % 2 ? [one, other] : [other, one]
        return relateCaseFiles(house.db, actor, from.digits, to.digits, new Date())
      }),
    )
    expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1)
    expect((await eventsOf(house, one.id)).filter((kind) => kind === 'case-related')).toHaveLength(1)
  })

  it('is taken away by the unit that made it, and by no other', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    const actor = await actorOf(house, 'marina', at.prot)
    await done(relateCaseFiles(house.db, actor, one.digits, other.digits, new Date()))
    await alsoOpenIn(house, one.id, at.asses, 'ana')
    const ana = await house.signIn('ana')
    const elsewhere = await ana.open(address(one.digits, at.asses))
    expect(elsewhere.document.querySelector(formOf('remocao'))).toBeNull()
    const refused = await postAnyway(ana, `${address(one.digits, at.asses)}/remocao`, { outro: other.digits })
    expect(refused.errors).toEqual(['O relacionamento foi feito por outra unidade. Só ela pode removê-lo.'])
    const page = await marina.send(await marina.open(address(one.digits)), formOf('remocao'))
    expect(page.text).toContain('Nenhum processo relacionado')
    expect(await eventsOf(house, other.id)).toContain('case-unrelated')
  })
})

describe('R4 a relation tells no more than the actor may know', () => {
  it('of a restricted case file elsewhere only the number, of a confidential one nothing without credential', async () => {
    const open = await aCaseFile(house)
    const restricted = await aCaseFile(house, { level: 'restricted', summary: 'Assunto reservado ao protocolo' })
    const confidential = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, confidential.digits, password)
    for (const other of [restricted, confidential]) {
      const page = await marina.send(await marina.open(address(open.digits)), formOf('relacionados'), {
        outro: other.digits,
      })
      expect(page.text).toContain(other.number)
    }
    await alsoOpenIn(house, open.id, at.asses, 'ana')
    const ana = await house.signIn('ana')
    const page = await ana.open(address(open.digits, at.asses))
    expect(page.text).toContain(restricted.number)
    expect(page.text).not.toContain('Assunto reservado')
    expect(page.text).not.toContain(confidential.number)

    const actor = await actorOf(house, 'ana', at.asses)
    const caseFile = await findCaseFile(house.db, actor, { digits: open.digits }, 'reading', new Date())
    const related = await relatedOf(house.db, actor, caseFile ?? { id: '0' }, new Date())
    expect(related.map(({ number, typeName }) => [number, typeName])).toEqual([[restricted.number, undefined]])
  })

  it('the history of a public case file does not tell the number of a confidential one', async () => {
    const open = await aCaseFile(house)
    const confidential = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, confidential.digits, password)
    await marina.send(await marina.open(address(open.digits)), formOf('relacionados'), { outro: confidential.digits })
    const rows = await house.db`select facts ->> 'other' as other from history.event
      where kind = 'case-related' and case_file_id in ${house.db([open.id, confidential.id])} order by case_file_id`
    expect(rows.map(({ other }) => other)).toEqual(['(sigiloso)', open.number])
  })
})
