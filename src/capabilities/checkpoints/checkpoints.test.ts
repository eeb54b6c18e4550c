import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admin } from '../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf, alsoOpenIn, concludedIn, done } from '../../../test/support/builders-cases.ts'
import { actOn, rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { addCheckpoint, removeCheckpoint, setCheckpoint } from './index.ts'

let house: TestHouse
let marina: Person
let ana: Person
let protocol: Actor
let points: string[]
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, ana] = [await house.signIn('marina'), await house.signIn('ana')]
  protocol = await actorOf(house, 'marina', at.prot)
  const administrator = await actorOf(house, 'admin', at.gs)
  points = []
  for (const name of ['Em análise', 'Aguardando resposta']) {
    const made = addCheckpoint(house.db, administrator, { unitId: protocol.unitId, name }, new Date())
    points.push((await done(made)).id)
  }
})
afterAll(() => house.close())

const set = (digits: string, place: number, now = house.platform.clock()) =>
  setCheckpoint(house.db, protocol, { caseNumber: digits, checkpointId: points[place] ?? '' }, now)
const table = `/em/${at.prot}/pontos-de-controle`

describe('a checkpoint', () => {
  it('R1 is one at a time in a unit, each change written in its own history', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await actOn(marina, at.prot, '/ponto-de-controle', [digits], { ponto: points[0] ?? '', acao: 'mudar' })
    await actOn(marina, at.prot, '/ponto-de-controle', [digits], { ponto: points[1] ?? '', acao: 'mudar' })
    expect(rowOf(await marina.open(`/em/${at.prot}/mesa?filtro=${digits}`), 'processos', number)).toContain(
      'Aguardando resposta',
    )
    const page = await marina.open(`/em/${at.prot}/ponto-de-controle?processo=${digits}`)
    expect(page.document.querySelector('.timeline')?.textContent).toMatch(/Aguardando resposta[\s\S]*Em análise/)
    const again = await actOn(marina, at.prot, '/ponto-de-controle', [digits], {
      ponto: points[1] ?? '',
      acao: 'mudar',
    })
    expect(again.errors).toEqual(['O processo já está neste ponto, ou o ponto saiu de uso.'])
    expect(await house.db`select 1 from checkpoints.standing where case_file_id = ${id}`).toHaveLength(1)
    await expect(house.db`update checkpoints.step set at = now() where case_file_id = ${id}`).rejects.toThrow(
      /append-only/,
    )
  })

  it('R2 remains after concluding, in table and charts, until it is taken away', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await done(set(digits, 0, new Date(house.platform.clock().getTime() - 40 * 86_400_000)))
    await concludedIn(house, id, at.prot)
    expect(rowOf(await marina.open(table), 'processos', number)).toContain('Fora da mesa')
    expect(rowOf(await marina.open(table), 'por-tempo-tabela', 'Mais de 30 dias')).toContain('1')
    expect(await set(digits, 1)).toMatchObject({ done: false, refusals: [{ kind: 'concluded-here' }] })
    await actOn(marina, at.prot, '/ponto-de-controle', [digits], { acao: 'retirar' })
    expect((await marina.open(table)).html).not.toContain(number)
    const never = await removeCheckpoint(house.db, protocol, digits, new Date())
    expect(never).toMatchObject({ done: false, refusals: [{ kind: 'on-no-point' }] })
  })

  it('R3 charts count what the table shows: nothing of other units, nothing confidential without credential', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses)
    await done(set(digits, 0))
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    await house.db`insert into checkpoints.standing (unit_id, case_file_id, checkpoint_id, since, set_by)
      values (${protocol.unitId}, ${hidden.id}, ${points[0] ?? ''}, now(), ${protocol.userId})`
    const page = await marina.open(`${table}?ponto=${points[0]}`)
    const shown = page.document.querySelectorAll('#processos tbody tr').length
    expect(rowOf(page, 'por-ponto-tabela', 'Em análise')).toBe(`Em análise${shown}`)
    expect(page.html).not.toContain(hidden.number)
    const paulo = await house.signIn('paulo')
    expect(rowOf(await paulo.open(table), 'por-ponto-tabela', 'Em análise')).toBe(`Em análise${shown + 1}`)
    for (const url of ['/pontos-de-controle', `/processos/${digits}`, `/mesa`]) {
      expect((await ana.open(`/em/${at.asses}${url}`)).html).not.toContain('Em análise')
    }
    const there = await actorOf(house, 'ana', at.asses)
    const foreign = await setCheckpoint(
      house.db,
      there,
      { caseNumber: digits, checkpointId: points[0] ?? '' },
      new Date(),
    )
    expect(foreign).toMatchObject({ done: false, refusals: [{ kind: 'no-such-point' }] })
    expect(number).not.toBe(hidden.number)
  })

  it('is set on many at once, with a result for each', async () => {
    const files = [await aCaseFile(house), await aCaseFile(house)]
    await done(set(files[0]?.digits ?? '', 1))
    const digits = files.map((file) => file.digits)
    const after = await actOn(marina, at.prot, '/ponto-de-controle', digits, { ponto: points[1] ?? '', acao: 'mudar' })
    expect(after.text).toContain(`${files[0]?.number}: O processo já está neste ponto`)
    expect(after.text).toContain(`${files[1]?.number}: ponto de controle mudado.`)
  })

  it('R4 is registered by the administrator, for the units that the permission reaches', async () => {
    const administrator = await house.signIn('admin')
    const register = admin(`/pontos-de-controle/${protocol.unitId}`)
    const made = await administrator.send(await administrator.open(register), `form[action$="/${protocol.unitId}"]`, {
      nome: 'Arquivado',
    })
    expect(made.text).toContain('Arquivado: cadastrado.')
    const again = await administrator.send(made, `form[action$="/${protocol.unitId}"]`, { nome: 'ARQUIVADO' })
    expect(again.status).toBe(422)
    const one = [...made.document.querySelectorAll('#pontos a')].find((link) => link.textContent === 'Arquivado')
    const url = one?.getAttribute('href') ?? ''
    const off = await administrator.send(await administrator.open(url), `form[action="${url}"]`, { em_uso: '' })
    expect(rowOf(off, 'pontos', 'Arquivado')).toContain('Fora de uso')
    const rio = await actorOf(house, 'rita', at.rj)
    expect((await administrator.open(admin(`/pontos-de-controle/${rio.unitId}`))).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/administracao/pontos-de-controle`)).status).toBe(404)
  })
})
