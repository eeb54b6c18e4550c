import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, done } from '../../../test/support/builders-cases.ts'
import { anActivity, aProject } from '../../../test/support/builders-projects.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { addDays, type LocalDate, todayIn } from '../../platform/calendar/index.ts'
import { formatDate } from '../../ui/index.ts'
import { changeActivity } from './activities/keep-activity.ts'
import { addActivity } from './index.ts'
import { changeProject } from './keeping/keep-project.ts'

let house: TestHouse
let marina: Person
let carla: Person
let actor: Actor
let today: LocalDate
const day = (days: number) => addDays(today, days)
const here = `/em/${at.prot}/projetos`
const there = `/em/${at.cofic}/projetos`

beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
  carla = await house.signIn('carla')
  actor = await actorOf(house, 'marina', at.prot)
  today = todayIn(house.platform.clock())
})
afterAll(() => house.close())

type Rest = Partial<Parameters<typeof addActivity>[2]>
const add = async (project: string, from: number, until: number, rest: Rest = {}) => {
  const activity = anActivity(project, day(from), day(until), rest)
  return (await done(addActivity(house.db, actor, activity, house.platform.clock()))).id
}
const rowsOf = (page: Page) =>
  [...page.document.querySelectorAll('#atividades tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim())
const form = 'main form[method="post"]'

describe('projects', () => {
  it('R1 begin on a page, and are there for the units that take part and for nobody else', async () => {
    const blank = await marina.send(await marina.open(`${here}/novo`), form, { nome: 'X' })
    expect(blank.status).toBe(422)
    expect(blank.errors).toEqual([
      'O nome precisa de ao menos 3 caracteres.',
      'Informe o objetivo.',
      'Informe o fim como dia, mês e ano.',
    ])
    const fields = { nome: 'Nova sala', objetivo: 'Atender melhor.', inicio: day(0), fim: day(30), unidades: 'XYZ' }
    const unknown = await marina.send(blank, form, fields)
    expect(unknown.errors).toEqual(['Não há unidade em uso com a sigla “XYZ”. Confira a lista de unidades.'])
    const begun = await marina.send(unknown, form, { unidades: 'cofic' })
    expect(begun.text).toContain('projeto iniciado')
    expect(begun.text).toContain('O projeto ainda não tem atividades')
    const id = /projetos\/(\d+)/.exec(begun.url)?.[1]
    expect((await carla.open(`${there}/${id}`)).text).toContain('PROT (SET/RN), COFIC (SET/RN)')
    expect((await carla.open(there)).text).toContain('Nova sala')
    const rita = await house.signIn('rita')
    for (const end of ['', '/planilha', '/alteracao', '/atividades/nova']) {
      expect((await rita.open(`/em/${at.rj}/projetos/${id}${end}`)).status).toBe(404)
    }
    expect((await rita.open(`/em/${at.rj}/projetos`)).text).toContain('não participa de nenhum projeto')
    const without = await marina.send(await marina.open(`${here}/${id}/alteracao`), form, { unidades: '' })
    expect(without.text).toContain('projeto alterado')
    expect((await carla.open(`${there}/${id}`)).status).toBe(404)
    const keeper = house.db`delete from projects.participating_unit where project_id = ${id ?? ''}`
    await expect(keeper).rejects.toThrow(/keeper_takes_part/)
  })

  it('R2 are changed by the unit that keeps them, their activities by all that take part until the end', async () => {
    const id = await aProject(house, { units: ['COFIC'] })
    expect((await carla.open(`${there}/${id}`)).text).not.toContain('Alterar projeto')
    expect((await carla.open(`${there}/${id}/alteracao`)).status).toBe(404)
    const terms = { name: 'Tomado', aim: 'Tomar o projeto', responsibleId: actor.userId, state: 'planned' } as const
    const taken = { ...terms, id, startsOn: day(0), endsOn: day(1), units: [] }
    const foreign = await actorOf(house, 'carla', at.cofic)
    expect(await changeProject(house.db, foreign, taken, house.platform.clock())).toBeUndefined()
    const shown = await carla.open(`${there}/${id}/atividades/nova`)
    const added = await carla.send(shown, form, { nome: 'Impressos', previsto_de: day(1), previsto_ate: day(5) })
    expect(rowsOf(added)[0]).toContain('1. Impressos')
    const stale = await carla.open(`${there}/${id}/atividades/nova`)
    const data = await marina.open(`${here}/${id}/alteracao`)
    await marina.send(data, form, { situacao: 'concluded' })
    expect((await carla.open(`${there}/${id}`)).text).not.toContain('Nova atividade')
    expect((await carla.open(`${there}/${id}/atividades/nova`)).status).toBe(404)
    expect((await carla.send(stale, form, { nome: 'Outro', previsto_de: day(1), previsto_ate: day(5) })).status).toBe(
      404,
    )
    const late = await addActivity(house.db, actor, anActivity(id, day(1), day(2)), house.platform.clock())
    expect(late).toMatchObject({ done: false, refusals: [{ kind: 'project-ended' }] })
    expect((await marina.open(`${here}?situacao=encerrados`)).text).toContain('Pesquisa de satisfação')
  })

  it('R5 tell what is due next, late and done, in words, on the page, in the picture and in the list', async () => {
    const id = await aProject(house, { name: 'Projeto com fatos' })
    await add(id, -9, -5, { name: 'Plano', begunOn: day(-9), endedOn: day(-4), percent: 100 })
    await add(id, -4, -1, { name: 'Aplicação', begunOn: day(-4), percent: 50 })
    await add(id, 3, 3, { name: 'Entrega', isMilestone: true })
    const page = await marina.open(`${here}/${id}`)
    const facts = page.document.querySelector('#o-projeto')?.textContent ?? ''
    expect(facts).toContain(`Próximo vencimento${formatDate(day(3))}: Entrega`)
    expect(facts).toMatch(/1 atividade atrasada\s+Aplicação/)
    expect(facts).toContain('1 de 3')
    const svg = page.document.querySelector('svg.gantt__picture')
    expect(svg?.getAttribute('aria-label')).toMatch(/^Gráfico de Gantt: 3 atividades.*1 atrasada\. Tudo está na tabela/)
    expect(svg?.textContent).toContain('2. Aplicação – atrasada há 1 dia')
    expect(svg?.textContent).toContain('Hoje')
    expect(svg?.parentElement?.getAttribute('tabindex')).toBe('0')
    expect(page.html).not.toMatch(/ style=/)
    const line = [...(await marina.open(here)).document.querySelectorAll('#projetos tbody tr')].find((row) =>
      row.textContent?.includes('Projeto com fatos'),
    )
    expect(line?.textContent?.replace(/\s+/g, ' ')).toMatch(/1 de 3 concluídas 1 atrasada/)
  })

  it('R7 say in the table all that the picture shows, and in a sheet too', async () => {
    const id = await aProject(house, { name: '=Soma' })
    const first = await add(id, -9, 2, { name: 'Plano', begunOn: day(-8), percent: 30 })
    await add(id, 1, 9, { name: 'Aplicação', afterIds: [first] })
    await add(id, 20, 20, { name: 'Entrega', isMilestone: true, afterIds: [first] })
    const [plan, use, end] = rowsOf(await marina.open(`${here}/${id}`))
    const from = formatDate(day(-9))
    expect(plan).toBe(
      `1. Plano Equipe${from} a ${formatDate(day(2))}${formatDate(day(-8))} em diante 30%Vence em 2 dias`,
    )
    expect(use).toContain('1Começa antes do fim de 1')
    expect(end).toMatch(/3\. Entrega Marco.*1$/)
    const sheet = await marina.open(`${here}/${id}/planilha`)
    expect(sheet.html).toContain(
      `"'=Soma";1;Plano;Equipe;${from};${formatDate(day(2))};${formatDate(day(-8))};;30;Vence em 2 dias;não;;`,
    )
    expect(sheet.html).toContain('Aplicação')
  })
})

describe('activities', () => {
  it('R3 never wait for themselves, not by way of others, nor for those of another project', async () => {
    const id = await aProject(house)
    const one = await add(id, 0, 1, { name: 'Primeira' })
    const two = await add(id, 2, 3, { name: 'Dois', afterIds: [one] })
    const three = await add(id, 4, 5, { name: 'Três', afterIds: [two] })
    const page = await marina.open(`${here}/${id}/atividades/${one}`)
    const refused = await marina.send(page, form, { nome: 'Mudou', depende: [three] })
    expect(refused.errors[0]).toContain('Assim uma atividade esperaria por si mesma.')
    expect(rowsOf(await marina.open(`${here}/${id}`))[0]).toContain('1. Primeira')
    const direct = house.db`insert into projects.dependency (project_id, activity_id, after_id) values (${id}, ${one}, ${one})`
    await expect(direct).rejects.toThrow(/wait for itself/)
    const other = await add(await aProject(house), 0, 1)
    const foreign = await addActivity(
      house.db,
      actor,
      anActivity(id, day(0), day(1), { afterIds: [other] }),
      house.platform.clock(),
    )
    expect(foreign).toMatchObject({ done: false, refusals: [{ kind: 'unknown-dependency' }] })
    const straight = house.db`insert into projects.dependency (project_id, activity_id, after_id) values (${id}, ${one}, ${other})`
    await expect(straight).rejects.toThrow(/foreign key/)
    const without = await marina.send(await marina.open(`${here}/${id}/atividades/${three}`), form, { depende: [] })
    expect(rowsOf(without)[2]).toMatch(/Vence em 5 dias$/)
  })

  it('R3 two that close a circle together at the same moment: one of them is refused', async () => {
    const id = await aProject(house)
    const [one, two] = [await add(id, 0, 1), await add(id, 2, 3)]
    const tie = (from: string, to: string) =>
      changeActivity(
        house.db,
        actor,
        { ...anActivity(id, day(0), day(3), { afterIds: [to] }), id: from },
        house.platform.clock(),
      )
    const outcomes = await Promise.all([tie(one, two), tie(two, one)])
    expect(outcomes.map((outcome) => outcome?.done).sort()).toEqual([false, true])
  })

  it('R4 are done when they have ended, and the form says what is missing', async () => {
    const id = await aProject(house)
    const open = await marina.open(`${here}/${id}/atividades/nova`)
    const planned = { nome: 'Impressos', previsto_de: day(-5), previsto_ate: day(-1) }
    const wrong = await marina.send(open, form, { ...planned, percentual: '100' })
    expect(wrong.errors).toEqual(['Informe quando a atividade começou.', 'Está 100% feita: informe quando terminou.'])
    const kept = await marina.send(wrong, form, { percentual: '', comecou_em: day(-5), terminou_em: day(-1) })
    expect(rowsOf(kept)[0]).toMatch(/100%Concluída/)
    const single = await marina.send(await marina.open(`${here}/${id}/atividades/nova`), form, {
      ...{ nome: 'Entrega', previsto_de: day(9), previsto_ate: '', marco: 'sim' },
    })
    expect(rowsOf(single)[1]).toContain(`Marco Equipe`.replace(' Equipe', ''))
    const half = house.db`update projects.activity set percent = 50 where project_id = ${id} and is_milestone`
    await expect(half).rejects.toThrow(/check/)
  })

  it('R8 stay where they are: nothing is removed', async () => {
    const id = await aProject(house)
    const one = await add(id, 0, 1)
    await expect(house.db`delete from projects.activity where id = ${one}`).rejects.toThrow()
    await expect(house.db`delete from projects.project where id = ${id}`).rejects.toThrow()
    const other = await aProject(house)
    await expect(house.db`update projects.activity set project_id = ${other} where id = ${one}`).rejects.toThrow(
      /stays/,
    )
  })
})

describe('R6 what is done in a case file', () => {
  it('stands on the page of the case file, for the units that take part', async () => {
    const { number, digits } = await aCaseFile(house)
    const id = await aProject(house, { name: 'Projeto do processo' })
    const open = await marina.open(`${here}/${id}/atividades/nova`)
    const planned = { nome: 'Parecer da assessoria', previsto_de: day(-3), previsto_ate: day(-1) }
    const unknown = await marina.send(open, form, { ...planned, processo: '00110.999999/2020-11' })
    expect(unknown.errors[0]).toContain('Não há processo com este número')
    const added = await marina.send(unknown, form, { processo: number })
    expect(rowsOf(added)[0]).toContain(number)
    const panel = (await marina.open(`/em/${at.prot}/processos/${digits}`)).document.querySelector('#em-projetos')
    expect(panel?.textContent?.replace(/\s+/g, ' ')).toMatch(
      /Projeto do processo – Parecer da assessoria.*Atrasada há 1 dia/,
    )
    const elsewhere = await carla.open(`/em/${at.cofic}/processos/${digits}`)
    expect(elsewhere.status).toBe(200)
    expect(elsewhere.text).not.toContain('Projeto do processo')
  })

  it('is not told to who may not read it: neither words, nor number, nor in a count', async () => {
    const secret = await aCaseFile(house, { level: 'confidential' })
    const restricted = await aCaseFile(house, { level: 'restricted' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const id = await aProject(house, { name: 'Projeto discreto', units: ['COFIC'] })
    for (const [name, number] of [
      ['Apuração secreta', secret.number],
      ['Assunto restrito', restricted.number],
    ] as const) {
      const open = await marina.open(`${here}/${id}/atividades/nova`)
      const sent = { nome: name, quem: 'Comissão', previsto_de: day(-3), previsto_ate: day(-1), processo: number }
      expect((await marina.send(open, form, sent)).text).toContain('atividade incluída')
    }
    expect(rowsOf(await marina.open(`${here}/${id}`))).toHaveLength(2)
    const pages = [await carla.open(`${there}/${id}`), await carla.open(`${there}/${id}/planilha`)]
    for (const { html } of pages) {
      expect(html).toContain('Atividade reservada')
      for (const hidden of ['Apuração', 'restrito', 'Comissão', secret.number, restricted.number, restricted.digits]) {
        expect(html).not.toContain(hidden)
      }
    }
    const [page] = pages
    expect(page && rowsOf(page)).toHaveLength(1)
    expect(page?.document.querySelector('#o-projeto')?.textContent).toContain('0 de 1')
    const line = [...(await carla.open(there)).document.querySelectorAll('#projetos tbody tr')].find((row) =>
      row.textContent?.includes('Projeto discreto'),
    )
    expect(line?.textContent).toContain('0 de 1 concluída')
    const rows = await house.db<{ id: string }[]>`select id from projects.activity where project_id = ${id}`
    for (const row of rows) expect((await carla.open(`${there}/${id}/atividades/${row.id}`)).status).toBe(404)
    const again = await house.signIn('marina')
    const locked = await again.open(`${here}/${id}`)
    expect(rowsOf(locked)).toHaveLength(2)
    expect(locked.text).not.toContain('Apuração secreta')
  })
})
