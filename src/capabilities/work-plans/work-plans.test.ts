import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin } from '../../../test/support/builders-admin.ts'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  confirmPasswordFor,
  done,
  openForCommands,
  postAnyway,
  types,
} from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { actOn, rowOf } from '../../../test/support/builders-watchlists.ts'
import { aWorkPlan } from '../../../test/support/builders-work-plans.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { sendCaseFile } from '../routing/index.ts'
import { setItemState, setPlan } from './index.ts'

let house: TestHouse
let marina: Person
let ana: Person
let central: Person
let protocol: Actor
let made: Awaited<ReturnType<typeof aWorkPlan>>
let other: Awaited<ReturnType<typeof aWorkPlan>>
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, ana, central] = [
    await house.signIn('marina'),
    await house.signIn('ana'),
    await aCentralAdministrator(house),
  ]
  protocol = await actorOf(house, 'marina', at.prot)
  made = await aWorkPlan(house, 'Restituição')
  other = await aWorkPlan(house, 'Compensação')
})
afterAll(() => house.close())

const list = `/em/${at.prot}/planos-de-trabalho`
const planOf = (digits: string) => `/em/${at.prot}/processos/${digits}/plano-de-trabalho`
const itemOf = (digits: string, item: string) => `${planOf(digits)}/itens/${item}`
const put = (digits: string, planId: string, now = house.platform.clock()) =>
  setPlan(house.db, protocol, { caseNumber: digits, planId }, now)
const daysAgo = (days: number) => new Date(house.platform.clock().getTime() - days * 86_400_000)
const setState = (page: Page, fields: Record<string, string>) => marina.send(page, '#situacao form', fields)

describe('the plan of a case file', () => {
  it('R1 is one at a time, may be replaced and taken off, and what was done stays written', async () => {
    const { digits, id } = await aCaseFile(house)
    const posted = await actOn(marina, at.prot, '/plano-de-trabalho', [digits], { plano: made.plan, acao: 'por' })
    expect(posted.text).toContain('plano de trabalho posto.')
    expect(posted.document.querySelector('#plano-de-trabalho')?.textContent).toMatch(/Restituição[\s\S]*0 de 2/)
    const again = await actOn(marina, at.prot, '/plano-de-trabalho', [digits], { plano: made.plan, acao: 'por' })
    expect(again.status).toBe(422)
    expect(again.errors).toEqual(['O processo já tem este plano, ou o plano saiu de uso ou da validade.'])
    await setState(await marina.open(itemOf(digits, made.first)), {
      situacao: 'problema',
      observacao: 'Falta o laudo.',
    })
    await actOn(marina, at.prot, '/plano-de-trabalho', [digits], { plano: other.plan, acao: 'por' })
    const replaced = await marina.open(planOf(digits))
    expect(replaced.document.querySelector('#plano')?.textContent).toContain('Compensação')
    const told = replaced.document.querySelector('#historico-do-plano')?.textContent ?? ''
    expect(told).toMatch(/Compensação[\s\S]*Ouvir o setor: problema[\s\S]*Falta o laudo\.[\s\S]*Restituição/)
    await actOn(marina, at.prot, '/plano-de-trabalho', [digits], { acao: 'retirar' })
    expect((await marina.open(planOf(digits))).text).toContain('O processo não tem plano de trabalho')
    const rows = await house.db`select 1 from work_plans.association where case_file_id = ${id} and ended_at is null`
    expect(rows).toHaveLength(0)
    await expect(house.db`update work_plans.change set note = '' where case_file_id = ${id}`).rejects.toThrow(
      /append-only/,
    )
  })

  it('R2 has items in six states, each change told with who, where and when', async () => {
    const { digits } = await aCaseFile(house)
    await done(put(digits, made.plan))
    for (const [situacao, words] of [
      ['em-andamento', 'Em andamento'],
      ['pausado', 'Pausado'],
      ['problema', 'Problema'],
      ['nao-se-aplica', 'Não se aplica'],
      ['desconsiderado', 'Desconsiderado'],
      ['finalizado', 'Finalizado'],
    ] as const) {
      const page = await setState(await marina.open(itemOf(digits, made.first)), { situacao })
      expect(rowOf(page, `itens-${made.step}`, 'Ouvir o setor')).toContain(words)
    }
    const plan = await marina.open(planOf(digits))
    expect(plan.text).toContain('1 de 2')
    expect(plan.document.querySelectorAll('#historico-do-plano li')).toHaveLength(7)
    expect(plan.document.querySelector('#historico-do-plano')?.textContent).toMatch(/PROT[\s\S]*Marina/)
    const same = await setState(await marina.open(itemOf(digits, made.first)), { situacao: 'finalizado' })
    expect(same.errors).toEqual(['O item já está nesta situação.'])
    const none = await setState(await marina.open(itemOf(digits, made.first)), { situacao: '' })
    expect(none.errors).toEqual(['Escolha a situação do item.'])
    const long = await setState(await marina.open(itemOf(digits, made.first)), {
      ...{ situacao: 'pausado', observacao: 'x'.repeat(501) },
    })
    expect(long.errors).toEqual(['A observação tem mais de 500 caracteres. Abrevie.'])
    expect(long.html).toContain('x'.repeat(501))
  })

  it('R3 a document that comes into an item sets it under way, whatever it was', async () => {
    const { digits } = await aCaseFile(house)
    await done(put(digits, made.plan))
    const number = await aDraft(house, digits)
    const elsewhere = await aDraft(house, (await aCaseFile(house)).digits)
    await done(
      setItemState(
        house.db,
        protocol,
        { caseNumber: digits, itemId: made.first, state: 'paused', note: '' },
        house.platform.clock(),
      ),
    )
    const item = () => marina.open(itemOf(digits, made.first))
    const included = await marina.send(await item(), '#inclusao', { documento: number, acao: 'incluir' })
    expect(rowOf(included, `itens-${made.step}`, 'Ouvir o setor')).toMatch(new RegExp(`Em andamento.*${number}`))
    const foreign = await postAnyway(marina, `${itemOf(digits, made.first)}/documentos`, {
      documento: elsewhere,
      acao: 'incluir',
    })
    expect(foreign.errors).toEqual(['Nenhum documento deste processo tem este número. Confira o número na árvore.'])
    const out = await marina.send(await item(), '#documentos li form', { acao: 'retirar' })
    expect(rowOf(out, `itens-${made.step}`, 'Ouvir o setor')).not.toContain(number)
    expect(rowOf(out, `itens-${made.step}`, 'Ouvir o setor')).toContain('Em andamento')
    const page = await item()
    expect(page.document.querySelector('#documento-novo optgroup')?.textContent).toContain('Despacho')
    const editor = await marina.send(page, '#documento-novo form', {})
    expect(editor.url).toMatch(/\/documentos\/\d+\/editor/)
    const begun = /documentos\/(\d+)/.exec(editor.url)?.[1] ?? ''
    expect(rowOf(await marina.open(planOf(digits)), `itens-${made.step}`, 'Ouvir o setor')).toContain(begun)
  })

  it('R4 never blocks any act, and is only read where the case file is not open', async () => {
    const { digits } = await aCaseFile(house)
    await done(put(digits, made.plan, daysAgo(30)))
    const to = await actorOf(house, 'ana', at.asses)
    const request = { caseNumber: digits, to: [to.unitId], keepOpen: false }
    await done(sendCaseFile(house.db, protocol, request, house.platform.clock()))
    const page = await marina.open(planOf(digits))
    expect(page.text).toContain('Atrasado')
    expect(page.document.querySelector(`#itens-${made.step} a`)).toBeNull()
    const refused = await postAnyway(marina, itemOf(digits, made.first), { situacao: 'finalizado' })
    expect(refused.status).toBe(422)
    // It goes with the case file: who has it now goes on with it.
    const there = await ana.open(planOf(digits).replace(at.prot, at.asses))
    expect(there.document.querySelector(`#itens-${made.step} a`)?.textContent).toBe('Ouvir o setor')
  })
})

describe('the list of a unit', () => {
  it('R5 counts what it lists: nothing that the person may not know, and no words before the password', async () => {
    const shown = await aCaseFile(house, { summary: 'Pedido à vista' })
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo', summary: 'Denúncia guardada' })
    await openForCommands(house, 'paulo', at.prot, hidden.id)
    await done(put(shown.digits, other.plan, daysAgo(20)))
    const paulo = await actorOf(house, 'paulo', at.prot)
    await done(setPlan(house.db, paulo, { caseNumber: hidden.digits, planId: other.plan }, house.platform.clock()))
    const page = await marina.open(`${list}?plano=${other.plan}`)
    expect(page.html).not.toContain(hidden.number)
    expect(rowOf(page, 'planos', 'Compensação')).toBe('Compensação11')
    const holder = await house.signIn('paulo')
    const before = await holder.open(`${list}?plano=${other.plan}`)
    expect(before.html).toContain(hidden.number)
    expect(rowOf(before, 'planos', 'Compensação')).toBe('Compensação21')
    expect(before.html).not.toContain('Denúncia guardada')
    expect((await holder.open(planOf(hidden.digits))).url).toContain('/senha')
    await confirmPasswordFor(holder, at.prot, hidden.digits, password)
    expect((await holder.open(`${list}?plano=${other.plan}`)).html).toContain('Denúncia guardada')
    expect((await marina.open(planOf(hidden.digits))).status).toBe(404)
    expect((await postAnyway(marina, itemOf(hidden.digits, other.first), { situacao: 'pausado' })).status).toBe(404)
    const rita = await house.signIn('rita')
    expect((await rita.open(`/em/${at.rj}/planos-de-trabalho`)).html).not.toContain(shown.number)
  })

  it('R5 tells documents of a plan only to who may see them', async () => {
    const { digits, id } = await aCaseFile(house, { level: 'restricted' })
    await done(put(digits, made.plan))
    expect((await ana.open(planOf(digits).replace(at.prot, at.asses))).status).toBe(404)
    expect((await ana.open(`/em/${at.asses}/processos/${digits}`)).html).not.toContain('Restituição')
    await alsoOpenIn(house, id, at.asses)
    expect((await ana.open(planOf(digits).replace(at.prot, at.asses))).text).toContain('Restituição')
  })

  it('finds by plan, by step, by state of items, and what is late', async () => {
    const late = await aCaseFile(house)
    const paused = await aCaseFile(house)
    const fresh = await aWorkPlan(house, 'Consulta')
    await done(put(late.digits, fresh.plan, daysAgo(11)))
    await done(put(paused.digits, fresh.plan))
    const state = { caseNumber: paused.digits, itemId: fresh.second, state: 'paused', note: '' } as const
    await done(setItemState(house.db, protocol, state, house.platform.clock()))
    const found = async (query: string) => {
      const page = await marina.open(`${list}?plano=${fresh.plan}${query}`)
      return [late, paused].map(({ number }) => rowOf(page, 'processos', number) !== '')
    }
    expect(await found('')).toEqual([true, true])
    expect(await found('&situacao=pausado')).toEqual([false, true])
    expect(await found('&situacao=nao-iniciado')).toEqual([true, true])
    expect(await found('&atrasados=sim')).toEqual([true, false])
    expect(await found(`&etapa=${fresh.step}&situacao=pausado`)).toEqual([false, true])
    expect(await found(`&etapa=${made.step}&situacao=pausado`)).toEqual([false, false])
    const page = await marina.open(`${list}?plano=${fresh.plan}`)
    expect(rowOf(page, 'processos', late.number)).toContain('1 item atrasado')
    expect(rowOf(page, 'planos', 'Consulta')).toBe('Consulta21')
  })

  it('is filled from the desk, many at once, with a result for each', async () => {
    const files = [await aCaseFile(house), await aCaseFile(house)]
    await done(put(files[0]?.digits ?? '', other.plan))
    const digits = files.map((file) => file.digits)
    const after = await actOn(marina, at.prot, '/plano-de-trabalho', digits, { plano: other.plan, acao: 'por' })
    expect(after.text).toContain(`${files[0]?.number}: O processo já tem este plano`)
    expect(after.text).toContain(`${files[1]?.number}: plano de trabalho posto.`)
    const none = await actOn(marina, at.prot, '/plano-de-trabalho', digits, { plano: '', acao: 'por' })
    expect(none.errors).toEqual(['Escolha um plano de trabalho.'])
  })
})

describe('the register of plans', () => {
  it('R6 is kept by who administrates the installation, with validity and history', async () => {
    const page = await central.open(admin('/planos-de-trabalho/novo'))
    const wrong = await central.send(page, 'form.form', { nome: '', desde: '2026-05-02', ate: '2026-05-01' })
    expect(wrong.errors).toEqual([
      'Informe o nome do plano.',
      'O último dia vem antes do primeiro. Corrija um dos dois.',
    ])
    const plan = await central.send(wrong, 'form.form', { nome: 'Antigo', desde: '2001-01-01', ate: '2001-12-31' })
    expect(plan.text).toContain('Antigo: cadastrado.')
    const step = await central.send(plan, '#nova-etapa', { etapa: 'Começo' })
    expect(step.text).toContain('Começo: incluída.')
    const item = await central.send(step, '#novo-item form', { nome: 'Conferir', dias: '3' })
    expect(rowOf(item, 'itens', 'Conferir')).toContain('3 dias')
    const twice = await central.send(item, '#novo-item form', { nome: 'CONFERIR' })
    expect(twice.errors).toEqual(['A etapa já tem um item com este nome, ou já tem cinquenta itens.'])
    const link = [...item.document.querySelectorAll('#itens a')].find((one) => one.textContent === 'Conferir')
    const form = await central.open(link?.getAttribute('href') ?? '')
    const off = await central.send(form, 'form.form', { nome: 'Conferir tudo', em_uso: '' })
    expect(rowOf(off, 'itens', 'Conferir tudo')).toContain('Fora de uso')
    const back = await central.open(plan.url.replace(/\?.*/, ''))
    const changes = await central.open(`${back.url}/alteracoes`)
    expect(changes.text).toMatch(/Item[\s\S]*Conferir[\s\S]*Conferir tudo/)
    const planId = /(\d+)$/.exec(back.url)?.[1] ?? ''
    const { digits } = await aCaseFile(house)
    expect(await put(digits, planId)).toMatchObject({ done: false, refusals: [{ kind: 'no-such-plan' }] })
    const choose = await marina.open(`/em/${at.prot}/plano-de-trabalho?processo=${digits}`)
    expect(choose.text).not.toContain('Antigo')
    const local = await house.signIn('admin')
    expect((await local.open(admin('/planos-de-trabalho'))).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/administracao/planos-de-trabalho`)).status).toBe(404)
  })

  it('R7 gives a plan to every case file of a type from the day on which it is said', async () => {
    const earlier = await aCaseFile(house)
    const url = admin(`/planos-de-trabalho/${made.plan}`)
    const [type] = await house.db<
      { id: string }[]
    >`select id from classification.case_type where name = ${types.request}`
    const tipo = type?.id ?? ''
    const given = await central.send(await central.open(url), '#novo-tipo', { tipo })
    expect(given.text).toContain('recebe o plano ao abrir.')
    const rival = admin(`/planos-de-trabalho/${other.plan}`)
    const taken = await central.send(await central.open(rival), '#novo-tipo', { tipo })
    expect(taken.errors).toEqual(['Escolha um tipo de processo em uso que ainda não receba um plano.'])
    const born = await aCaseFile(house)
    const page = await marina.open(planOf(born.digits))
    expect(page.text).toMatch(/Restituição[\s\S]*Nasceu com o plano “Restituição”, do tipo do processo\./)
    expect((await marina.open(planOf(earlier.digits))).text).toContain('O processo não tem plano de trabalho')
    const ended = await central.send(await central.open(url), '#tipos-do-plano li form', { acao: 'retirar' })
    expect(ended.text).toContain('não recebe mais o plano ao abrir.')
    expect((await marina.open(planOf((await aCaseFile(house)).digits))).text).toContain('não tem plano de trabalho')
  })
})
