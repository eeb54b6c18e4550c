import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { actorOf, openCaseOnPages, types } from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { openDatabase } from '../../../platform/db/index.ts'
import { formatCaseNumber, parseMask } from '../../organization/index.ts'
import { typesToOpen } from '../fields/find-choices.ts'
import { type OpenRequest, openCaseFile } from './open-case-file.ts'

const federal = '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.db`update organization.agency set number_mask = ${federal} where acronym = 'SET/RN'`
})

async function requestFor(login: 'marina' | 'rita' = 'marina', changes: Partial<OpenRequest> = {}) {
  const unit = login === 'rita' ? at.rj : at.prot
  const actor = await actorOf(house, login, unit)
  const type = (await typesToOpen(house.db, actor)).find(({ name }) => name === types.request)
  const request: OpenRequest = {
    typeId: type?.id ?? '',
    summary: '',
    recordClassIds: type?.suggestedClassIds ?? [],
    parties: [],
    priority: undefined,
    level: 'public',
    legalBasisId: undefined,
    observation: '',
    ...changes,
  }
  return { actor, request }
}

describe('numbers', () => {
  it.each([
    ['federal', '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@', at.prot],
    ['Rio', 'SEI-@orgao:2@@unidade:4@/@sequencia:6@/@ano:4@', at.rj],
    ['São Paulo', '@unidade:5@.@ano:4@/@sequencia:7@-@dv:mod11-1@', at.cofic],
    ['Minas', '@orgao:4@.@unidade:5@.@sequencia:7@/@ano:4@-@dv:mod97@', at.asses],
  ] as const)(
    'R1 two hundred openers at once get two hundred numbers without gap or twin (%s)',
    async (_name, mask, unit) => {
      await house.db`update organization.agency set number_mask = ${mask}
      where id = (select agency_id from organization.unit where slug = ${unit})`
      const login = { [at.prot]: 'marina', [at.rj]: 'rita', [at.cofic]: 'carla', [at.asses]: 'ana' } as const
      const actor = await actorOf(house, login[unit], unit)
      const { request } = await requestFor()
      const moment = new Date('2031-05-05T12:00:00-03:00')
      const pool = await openDatabase({
        url: house.databaseUrl,
        poolSize: 10,
        statementTimeoutMs: 30_000,
        prepare: true,
      })
      try {
        await Promise.all(Array.from({ length: 10 }, () => pool`select pg_sleep(0.05)`))
        const opened = await Promise.all(Array.from({ length: 200 }, () => openCaseFile(pool, actor, request, moment)))
        const numbers = opened.map((outcome) =>
          outcome.done ? outcome.value.number : JSON.stringify(outcome.refusals),
        )
        expect(new Set(numbers).size).toBe(200)
        const [, width] = /sequencia:(\d)/.exec(mask) ?? []
        const sequences = numbers.map((number) => Number(new RegExp(`[./](\\d{${width}})(?=[/-])`).exec(number)?.[1]))
        expect(sequences.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
      } finally {
        await pool.end()
      }
    },
    60_000,
  )

  it('R1 a refused opening takes no number', async () => {
    const counters = () => house.db`select sum(last) from cases.number_counter`
    const before = await counters()
    const { actor, request } = await requestFor('marina', { recordClassIds: [] })
    await openCaseFile(house.db, actor, request, new Date())
    expect(await counters()).toEqual(before)
  })

  it('R1 an opening that is undone gives its number back', async () => {
    const { actor, request } = await requestFor()
    const numberOf = async () => {
      const outcome = await openCaseFile(house.db, actor, request, new Date('2032-01-01T12:00:00Z'))
      return outcome.done ? outcome.value.number : ''
    }
    const first = await numberOf()
    await house.db
      .begin(async (trx) => {
        await openCaseFile(trx, actor, request, new Date('2032-01-01T12:00:00Z'))
        throw new Error('undone')
      })
      .catch(() => undefined)
    expect(sequenceOf(await numberOf())).toBe(sequenceOf(first) + 1)
  })

  it('start again each year, and units with one code share them', async () => {
    const in2033 = new Date('2033-02-01T12:00:00-03:00')
    const { actor, request } = await requestFor()
    await house.db`update organization.unit set number_code = '00111' where slug = ${at.gs}`
    const other = await actorOf(house, 'secretaria', at.gs)
    const open = async (who: typeof actor) => {
      const outcome = await openCaseFile(house.db, who, request, in2033)
      return outcome.done ? sequenceOf(outcome.value.number) : outcome.refusals
    }
    expect([await open(actor), await open(other), await open(actor)]).toEqual([1, 2, 3])
  })

  it('cannot be made where the unit has no code, and the page says whom to ask', async () => {
    await house.db`update organization.unit set number_code = '' where slug = ${at.gs}`
    const secretaria = await house.signIn('secretaria')
    const page = await openCaseOnPages(secretaria, at.gs)
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'O código da unidade não serve para numerar processos. Peça ao administrador que confira o cadastro.',
    ])
  })
})

describe('an informed number', () => {
  const informed = { number: '00190.103008/2020-99', filedOn: '2020-03-04' }
  const allow = (
    mode: number,
  ) => house.db`insert into platform.setting (name, value) values ('informed-number', ${String(mode)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`

  test.each([
    [0, 'marina', false],
    [1, 'marina', true],
    [1, 'rita', false],
    [2, 'rita', true],
  ] as const)('with parameter %d, %s may inform it: %s', async (mode, login, may) => {
    await allow(mode)
    const digits = `${mode}${login === 'rita' ? 1 : 0}12345`
    const { actor, request } = await requestFor(login, { informed: { ...informed, number: digits } })
    const outcome = await openCaseFile(house.db, actor, request, new Date())
    expect(outcome.done).toBe(may)
    if (!outcome.done) expect(outcome.refusals).toEqual([{ kind: 'number-not-informable' }])
  })

  it('is offered on the page, keeps its day, and is unique by its digits', async () => {
    await allow(1)
    const marina = await house.signIn('marina')
    const fields = { numero_informado: informed.number, autuado_em: informed.filedOn }
    const page = await openCaseOnPages(marina, at.prot, fields)
    expect(page.url).toContain(`/em/${at.prot}/processos/00190103008202099?resultado=`)
    expect(page.text).toContain(`Processo ${informed.number}: aberto nesta unidade, com nível de acesso público.`)
    const [row] =
      await house.db`select number, number_informed, filed_on::text from cases.case_file where digits = '00190103008202099'`
    expect(row).toEqual({ number: informed.number, number_informed: true, filed_on: '2020-03-04' })
    const again = await openCaseOnPages(marina, at.prot, { ...fields, numero_informado: '00190103008/2020-99' })
    expect(again.errors).toEqual(['Este número já está em uso. Confira o número informado.'])
  })

  it('has the form of the mask, right check digits and a day that has come', async () => {
    await allow(1)
    await house.db`insert into platform.setting (name, value)
      values ('informed-mask', '"@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@"')`
    const refusals = async (number: string, filedOn = '2020-01-01') => {
      const { actor, request } = await requestFor('marina', { informed: { number, filedOn } })
      const outcome = await openCaseFile(house.db, actor, request, new Date())
      return outcome.done ? [] : outcome.refusals.map(({ kind }) => kind)
    }
    expect(await refusals('123')).toEqual(['number-form'])
    expect(await refusals('00190.103008/2020-98')).toEqual(['number-check-digits'])
    expect(await refusals('82667.000009/2018-89', '2999-01-01')).toEqual(['filed-in-future'])
    expect(await refusals('82667.000009/2018-89')).toEqual([])
    await house.db`delete from platform.setting where name = 'informed-mask'`
  })

  it('R1 that stands in the way of the next generated one is passed over', async () => {
    await allow(1)
    const moment = new Date('2034-01-05T12:00:00Z')
    const { actor, request } = await requestFor()
    const open = async (changes: Partial<OpenRequest> = {}) => {
      const outcome = await openCaseFile(house.db, actor, { ...request, ...changes }, moment)
      if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals))
      return outcome.value.number
    }
    const first = await open()
    const inTheWay = federalNumber(2, 2034)
    expect(await open({ informed: { number: inTheWay, filedOn: '2034-01-01' } })).toBe(inTheWay)
    expect([first, await open()].map(sequenceOf)).toEqual([1, 3])
  })
})

function sequenceOf(number: string): number {
  return Number(/\.(\d{6})\//.exec(number)?.[1])
}

function federalNumber(sequence: number, year: number): string {
  const mask = parseMask(federal)
  if (!mask.done) throw new Error('no mask')
  const number = formatCaseNumber(mask.value, { agencyCode: '', unitCode: '00111', sequence, year })
  return number.done ? number.value : ''
}
