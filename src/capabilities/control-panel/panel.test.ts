import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundle, unitIdOf } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf, aDraft, done } from '../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../test/support/builders-deadlines.ts'
import { actOn, aLabel, labelled } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { localDate } from '../../platform/calendar/index.ts'
import { makeBundle } from '../bundles/index.ts'
import { assignCaseFile, sendCaseFile } from '../routing/index.ts'
import { cardNames, offeredCards, shownCards } from './cards.ts'

/** The rows of a list, by the beginning of its address: where several tables stand, by the line of the card. */
const rowsOf: readonly (readonly [path: string, selector: (label: string) => string])[] = [
  ['/mesa', () => '#processos tbody tr'],
  ['/prazos', () => '#prazos tbody tr'],
  ['/retornos', (label) => (label === 'A devolver' ? '#a-devolver tbody tr' : '#aguardando tbody tr')],
  ['/blocos/documentos', () => '#documentos tbody tr'],
  ['/blocos', () => '#blocos tbody tr'],
  ['/acompanhamentos', () => '#acompanhados tbody tr'],
]

describe('the control panel', () => {
  let house: TestHouse
  let marina: Person
  const panel = `/em/${at.prot}/painel`

  beforeAll(async () => {
    house = await openTestHouse()
    house.setClock(new Date('2026-11-16T10:00:00-03:00'))
    marina = await house.signIn('marina')
    await furnish(house, marina)
    // Three days on, the first session is over.
    marina = await house.signIn('marina')
  })
  afterAll(() => house.close())

  it('R1 every number is that of the list which it opens, cards of every kind', async () => {
    const figures = figuresOf(await marina.open(panel))
    const compared: unknown[] = []
    for (const { label, href, count } of figures) {
      const list = await marina.open(href)
      const path = href.replace(`/em/${at.prot}`, '')
      const rows = rowsOf.find(([begins]) => path.startsWith(begins))?.[1](label) ?? ''
      compared.push([label, path, count, list.document.querySelectorAll(rows).length])
    }
    expect(compared.filter((one) => (one as unknown[])[2] !== (one as unknown[])[3])).toEqual([])
    // What asks for attention is a part of its line: the same list, narrowed.
    const lines = Map.groupBy(figures, ({ place }) => place)
    for (const [alert, whole] of [...lines.values()].filter(({ length }) => length === 2)) {
      const narrowed = queryOf(alert)
      for (const [name, value] of queryOf(whole)) expect(narrowed.get(name), alert?.href).toBe(value)
      expect(alert?.count ?? 0).toBeLessThanOrEqual(whole?.count ?? 0)
    }
    const some = figures.filter(({ count }) => count > 0).map(({ href }) => href.replace(`/em/${at.prot}`, ''))
    for (const [path] of rowsOf)
      expect(
        some.some((href) => href.startsWith(path)),
        path,
      ).toBe(true)
    expect(figures.length).toBeGreaterThan(28)
  })

  it('R2 what another person alone may know is in no number', async () => {
    const before = figuresOf(await marina.open(panel))
    const secret = await aCaseFile(house, { by: 'paulo', level: 'confidential' })
    expect(figuresOf(await marina.open(panel))).toEqual(before)
    const paulo = await house.signIn('paulo')
    const all = (page: Page) => figuresOf(page).find(({ label }) => label === 'Gerados')?.count ?? 0
    expect(all(await paulo.open(panel))).toBeGreaterThan(all(await marina.open(panel)) - 1)
    expect((await marina.open(panel)).html).not.toContain(secret.digits)
  })

  it('R3 each person chooses cards and order in each unit, and only there', async () => {
    const ana = await house.signIn('ana')
    const usual = titlesOf(await ana.open(`/em/${at.asses}/painel`))
    expect(usual).toHaveLength(9)
    const choice = await ana.open(`/em/${at.asses}/painel/cartoes`)
    const none = Object.fromEntries(
      [...choice.document.querySelectorAll('main select')].map((one) => [one.getAttribute('name') ?? '', '']),
    )
    const form = 'form[action$="/painel/cartoes"]'
    const shown = await ana.send(choice, form, { ...none, prazos: '1', abertos: '2' })
    expect(titlesOf(shown)).toEqual(['Controle de prazos', 'Processos abertos'])
    expect(titlesOf(await ana.open(`/em/${at.gs}/painel`))).toEqual(usual)
    expect(titlesOf(await (await house.signIn('beto')).open(`/em/${at.asses}/painel`))).not.toHaveLength(2)
    const refused = await ana.send(await ana.open(`/em/${at.asses}/painel/cartoes`), form, { prazos: 'primeiro' })
    expect([refused.status, refused.errors]).toEqual([422, ['Escolha o lugar do cartão, ou não o mostre.']])
    const again = await ana.open(`/em/${at.asses}/painel/cartoes`)
    expect(titlesOf(await ana.send(again, form, { acao: 'padrao' }))).toEqual(usual)
  })

  it('is the start page of whoever chose it, like the signature bundles; the desk otherwise (EST-035)', async () => {
    const choose = async (person: Person, fields: Record<string, string>) =>
      person.send(await person.open('/minha-conta/preferencias'), 'form[action="/minha-conta/preferencias"]', fields)
    expect((await marina.open('/inicio')).url).toBe(`/em/${at.prot}/mesa`)
    expect((await choose(marina, { inicio: 'painel', cores: 'escuras' })).text).toContain('Preferências salvas.')
    const start = await marina.open('/inicio')
    expect(start.url).toBe(panel)
    expect(start.document.documentElement.getAttribute('data-cores')).toBe('escuras')
    await choose(marina, { inicio: 'blocos', cores: 'do-sistema' })
    expect((await marina.open('/inicio')).url).toBe(`/em/${at.prot}/blocos?tipo=assinatura`)
    const ivo = await house.signIn('ivo')
    await choose(ivo, { inicio: 'blocos', cores: 'claras' })
    expect((await ivo.open('/inicio')).url).toBe(`/em/${at.gs}/mesa`)
    const refused = await choose(marina, { inicio: 'lua', cores: '' })
    expect([refused.status, refused.errors]).toEqual([422, ['Escolha a página inicial.', 'Escolha as cores.']])
    expect((await house.visitor().open('/minha-conta/preferencias')).url).toContain('/entrar')
  })
})

describe('the cards to show', () => {
  const noBundles = offeredCards(() => false)
  it.each([
    ['without a choice all', undefined, offeredCards(() => true), cardNames],
    ['chosen ones in their order', ['types', 'open'], cardNames, ['types', 'open']],
    ['none of what one may not use any more', ['bundles', 'open'], noBundles, ['open']],
    ['nothing that is no card', ['moon', 'open'], cardNames, ['open']],
    ['none where none were chosen', [], cardNames, []],
  ] as const)('are %s', (_, chosen, offered, shown) => {
    expect(shownCards(chosen, offered)).toEqual(shown)
  })
})

interface FigureOnPage {
  /** Which line of which card. */
  readonly place: string
  readonly label: string
  readonly href: string
  readonly count: number
}

function figuresOf(page: Page): FigureOnPage[] {
  return [...page.document.querySelectorAll('.panel__numbers a')].map((link) => ({
    place: `${link.closest('.panel__card')?.querySelector('h2')?.textContent}: ${link.closest('.panel__line')?.firstElementChild?.textContent}`,
    label: link.closest('.panel__line')?.firstElementChild?.textContent ?? '',
    href: link.getAttribute('href') ?? '',
    count: Number(/: ?(\d+)/.exec(link.textContent ?? '')?.[1] ?? Number.NaN),
  }))
}

function queryOf(figure: FigureOnPage | undefined): URLSearchParams {
  return new URLSearchParams(figure?.href.split('?')[1] ?? '')
}

function titlesOf(page: Page): (string | undefined)[] {
  return [...page.document.querySelectorAll('.panel__title')].map((title) => title.textContent?.trim())
}

/** Something for every number: received, generated, assigned, labelled, followed, late, in bundles, confidential. */
async function furnish(house: TestHouse, marina: Person): Promise<void> {
  const now = house.platform.clock()
  const [first, second, third] = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
  await aCaseFile(house, { level: 'confidential' })
  await aCaseFile(house, { level: 'restricted' })
  const mine = await actorOf(house, 'marina', at.prot)
  for (const [file, to] of [
    [first, mine.userId],
    [second, (await actorOf(house, 'paulo', at.prot)).userId],
  ] as const) {
    await done(assignCaseFile(house.db, mine, { caseNumber: file.digits, to }, now))
  }
  await labelled(house, first.digits, await aLabel(house, 'Urgente'))
  await actOn(marina, at.prot, '/acompanhamento', [first.digits], { novo_grupo: 'Do secretário', observacao: '' })
  await actOn(marina, at.prot, '/acompanhamento', [second.digits], { observacao: '' })
  await aDeadline(house, first.digits, { term: { due: localDate('2026-11-20') } })
  await aDeadline(house, second.digits, { term: { due: localDate('2026-11-17') } })
  await sendTo(house, 'marina', at.prot, third.digits, at.asses, '2026-11-18', true)
  const theirs = await aCaseFile(house, { by: 'ana', unit: at.asses })
  await sendTo(house, 'ana', at.asses, theirs.digits, at.prot, '2026-11-18', false)
  await sendTo(
    house,
    'ana',
    at.asses,
    (await aCaseFile(house, { by: 'ana', unit: at.asses })).digits,
    at.prot,
    '2026-12-20',
    true,
  )
  await aCaseFile(house, { by: 'ana', unit: at.asses, level: 'confidential' })
  const page = await marina.open(`/em/${at.prot}/blocos/grupos`)
  await marina.send(page, 'form[action$="/blocos/grupos"]', { nome: 'Do secretário' })
  const [group] = await house.db<{ id: string }[]>`select id from bundles.bundle_group`
  const bundle = {
    kind: 'signature',
    description: 'Do grupo',
    destinations: [],
    inOrder: false,
    signBy: undefined,
  } as const
  await done(makeBundle(house.db, mine, { ...bundle, groupId: group?.id }, now))
  const document = await aDraft(house, (await aCaseFile(house, { by: 'ana', unit: at.asses })).digits, {
    ...{ by: 'ana', unit: at.asses },
  })
  await aBundle(house, { by: 'ana', unit: at.asses, documents: [document], to: [at.prot], available: true })
  house.setClock(new Date('2026-11-19T10:00:00-03:00'))
}

async function sendTo(
  house: TestHouse,
  by: 'marina' | 'ana',
  from: (typeof at)[keyof typeof at],
  caseNumber: string,
  to: (typeof at)[keyof typeof at],
  returnDue: string,
  keepOpen: boolean,
): Promise<void> {
  const request = {
    ...{ caseNumber, to: [await unitIdOf(house, to)], keepOpen, returnDue: localDate(returnDue) },
    ...{ returnIn: undefined, reopenOn: undefined, notify: false, removeNote: false },
  }
  await done(sendCaseFile(house.db, await actorOf(house, by, from), request, house.platform.clock()))
}
