import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, done, openForCommands } from '../../../test/support/builders-cases.ts'
import { anEntry } from '../../../test/support/builders-mailroom.ts'
import { rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { closeDay, moveEntry } from './index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const board = `/em/${at.prot}/quadro-do-dia`
const day = 86_400_000
const move = async (
  id: string,
  state: 'filed' | 'distributed' | 'formalised',
  more: { caseNumber?: string; days?: number } = {},
) => {
  const actor = await actorOf(house, 'marina', at.prot)
  const request = { id, state, responsibleId: actor.userId, caseNumber: more.caseNumber, dueOn: null, note: '' }
  const now = new Date(house.platform.clock().getTime() + (more.days ?? 0) * day)
  return done(moveEntry(house.db, actor, request, now))
}
const close = async (days: number) => {
  const now = new Date(house.platform.clock().getTime() + days * day)
  const { id } = await done(closeDay(house.db, await actorOf(house, 'marina', at.prot), { capacity: 'Analista' }, now))
  return marina.open(`${board}/fechados/${id}`)
}
const totals = (page: Page) => page.document.querySelector('#totais')?.textContent

describe('a day that is closed', () => {
  it('R16 stays as it was, numbered and with who closed it; what was open is carried by name to the next page', async () => {
    const old = await anEntry(house, {
      subject: 'De antes',
      receivedAt: new Date(house.platform.clock().getTime() - 3 * day),
    })
    const settled = await anEntry(house, { subject: 'Resolvido já' })
    const open = await anEntry(house, { subject: 'Fica' })
    await move(settled, 'filed')
    const today = await marina.open(board)
    const first = await marina.send(today, '#fechamento form', { cargo: 'Analista', senha: password })
    expect(first.text).toMatch(/página 1\/\d{4} – PROT/)
    expect(first.text).toMatch(/Fechado por\s*Marina/)
    expect(totals(first)).toBe(
      '2 chegaram; 1 veio pendente da página anterior; 1 resolvido; 2 passam à página seguinte.',
    )
    expect(rowOf(first, 'pendencias', 'De antes')).toContain('Recebido')
    await move(old, 'filed', { days: 1 })
    await move(settled, 'distributed', { days: 1 })
    expect(totals(await marina.open(first.url))).toBe(totals(first))
    expect(rowOf(await marina.open(first.url), 'pendencias', 'De antes')).toContain('Recebido')
    const late = await anEntry(house, { subject: 'Depois de fechado' })
    const second = await close(1)
    expect(second.text).toMatch(/página 2\//)
    expect(rowOf(second, 'recebidos', 'Depois de fechado')).not.toBe('')
    expect(rowOf(second, 'pendencias', 'Fica')).toContain('Recebido')
    expect(rowOf(second, 'pendencias', 'De antes')).toContain('Arquivado')
    expect(rowOf(second, 'reabertos', 'Resolvido já')).toContain('Distribuído')
    expect(totals(second)).toBe(
      '1 chegou; 2 vieram pendentes da página anterior; 1 reaberto; 1 resolvido; 3 passam à página seguinte.',
    )
    await move(late, 'filed', { days: 2 })
    await move(open, 'filed', { days: 2 })
    await move(settled, 'filed', { days: 2 })
    expect(totals(await close(2))).toBe(
      'nada chegou; 3 vieram pendentes da página anterior; 3 resolvidos; nenhum passa à página seguinte.',
    )
    expect(totals(await close(3))).toBe(
      'nada chegou; nada veio pendente da página anterior; nenhum resolvido; nenhum passa à página seguinte.',
    )
    await expect(house.db`update mailroom.closed_line set state = 'filed'`).rejects.toThrow()
    await expect(house.db`delete from mailroom.closed_day`).rejects.toThrow()
  })

  it('R16 is closed once, and refusing takes no number', async () => {
    const now = new Date(house.platform.clock().getTime() + 3 * day)
    const again = await closeDay(house.db, await actorOf(house, 'marina', at.prot), { capacity: 'Analista' }, now)
    expect(again.done).toBe(false)
    const numbers = await house.db<{ number: number }[]>`select number from mailroom.closed_day order by number`
    const [counter] = await house.db`select last from mailroom.counter where kind = 'day'`
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(counter?.last).toBe(4)
    expect((await marina.open(board)).document.querySelector('#fechamento')?.textContent).toContain('Fechado por')
  })

  it('R17 shows that board, receipts and case files agree, or how many are missing', async () => {
    const { digits } = await aCaseFile(house)
    const cofic = `/em/${at.cofic}/quadro-do-dia`
    const carla = await house.signIn('carla')
    expect((await carla.open(cofic)).document.querySelector('#conferencia')?.textContent).toContain('Confere')
    const id = await anEntry(house, { by: 'carla', unit: at.cofic })
    expect((await carla.open(cofic)).document.querySelector('#conferencia')?.textContent).toContain(
      'Falta formalizar 1',
    )
    const actor = await actorOf(house, 'carla', at.cofic)
    const request = {
      id,
      state: 'formalised',
      responsibleId: undefined,
      caseNumber: digits,
      dueOn: null,
      note: '',
    } as const
    await done(moveEntry(house.db, actor, request, house.platform.clock()))
    expect((await carla.open(cofic)).document.querySelector('#conferencia')?.textContent).toContain(
      '1 registro = 1 recibo; 1 em processo. Confere',
    )
  })

  it('R6 keeps what is in a confidential case file from who holds no credential, on closed pages too', async () => {
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    await openForCommands(house, 'paulo', at.prot, hidden.id)
    const id = await anEntry(house, { subject: 'Delação' })
    const holder = await actorOf(house, 'paulo', at.prot)
    const request = {
      id,
      state: 'formalised',
      responsibleId: undefined,
      caseNumber: hidden.digits,
      dueOn: null,
      note: '',
    } as const
    await done(moveEntry(house.db, holder, request, house.platform.clock()))
    const page = await close(4)
    expect(page.html).not.toContain('Delação')
    expect(page.html).not.toContain(hidden.number)
    expect(totals(page)).toContain('nada chegou')
    const paulo = await house.signIn('paulo')
    const his = await paulo.open(page.url)
    expect(totals(his)).toContain('1 chegou')
    expect(his.html).not.toContain('Delação')
  })

  it('R19 is signed by who closes it, with the password, in a capacity of the unit; a wrong one closes nothing and is counted', async () => {
    const gs = `/em/${at.gs}/quadro-do-dia`
    const secretaria = await house.signIn('secretaria')
    const send = async (fields: Record<string, string>) =>
      secretaria.send(await secretaria.open(gs), '#fechamento form', fields)
    const cargo = 'Secretário de Estado'
    expect((await send({ cargo, senha: '' })).errors).toEqual(['Informe a sua senha.'])
    const wrong = await send({ cargo, senha: 'errada' })
    expect(wrong.errors[0]).toContain('A senha não confere')
    expect(wrong.document.querySelector('#fechamento details')?.hasAttribute('open')).toBe(true)
    const [attempts] =
      await house.db`select count(*)::int as count from identity.sign_in_attempt where login = 'secretaria'`
    expect(attempts?.count).toBe(1)
    const by = await actorOf(house, 'secretaria', at.gs)
    const other = await closeDay(house.db, by, { capacity: 'Governador' }, house.platform.clock())
    expect(other).toMatchObject({ done: false, refusals: [{ kind: 'capacity-not-of-unit' }] })
    expect(await house.db`select 1 from mailroom.closed_day where unit_id = ${by.unitId}`).toHaveLength(0)
    expect(await house.db`select 1 from mailroom.counter where unit_id = ${by.unitId} and kind = 'day'`).toHaveLength(0)
    await anEntry(house, { by: 'secretaria', unit: at.gs })
    const page = await send({ cargo, senha: password })
    expect(page.document.querySelector('#assinatura')?.textContent).toMatch(
      /Página assinada eletronicamente por .*, Secretário de Estado \(SET\/RN, GS\), em .* mediante senha pessoal/,
    )
    expect(page.text).not.toContain('não confere')
    await expect(house.db`delete from mailroom.closed_day_signature`).rejects.toThrow()
    // What no hand of the program can do: a line that is another than was signed.
    await house.db`alter table mailroom.closed_line disable trigger closed_line_stays`
    await house.db`update mailroom.closed_line l set responsible = 'Outro' from mailroom.closed_day d
      where d.id = l.closed_day_id and d.unit_id = ${by.unitId}`
    await house.db`alter table mailroom.closed_line enable trigger closed_line_stays`
    expect((await secretaria.open(page.url)).text).toContain('Esta assinatura não confere')
    const beto = await house.signIn('beto')
    const board = await beto.open(`/em/${at.asses}/quadro-do-dia`)
    expect(board.document.querySelector('#fechamento form')).toBeNull()
    expect(board.text).toContain('Fecha o quadro quem assina documentos')
  })
})
