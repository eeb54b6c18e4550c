import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aBundle } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf, done } from '../../../test/support/builders-cases.ts'
import {
  aDraft,
  anUpload,
  lockAsIfSent,
  openElsewhere,
  rowOf,
  signAsDocumentsKnow,
} from '../../../test/support/builders-documents.ts'
import { aVehicle, letPublish, publish } from '../../../test/support/builders-publishing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { cellsOf, ownDocumentActs } from '../../../test/support/matrix-tables.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { todayIn } from '../../platform/calendar/index.ts'

let house: TestHouse
let marina: Person
let ana: Person
let carla: Person
let bulletin: string
beforeAll(async () => {
  house = await openTestHouse()
  await letPublish(house)
  bulletin = await aVehicle(house, { everyDay: true })
  ;[marina, ana, carla] = await Promise.all([house.signIn('marina'), house.signIn('ana'), house.signIn('carla')])
})
afterAll(() => house.close())

type Built = { readonly digits: string; readonly number: string }
const body = 'Conteúdo que só alguns leem.'

const states = {
  draft: async (): Promise<Built> => {
    const { digits } = await aCaseFile(house)
    return { digits, number: await aDraft(house, digits, { text: body }) }
  },
  'signed, yellow': async () => {
    const built = await states.draft()
    await signAsDocumentsKnow(house, built.number)
    return built
  },
  'signed, black': async () => {
    const built = await states['signed, yellow']()
    await lockAsIfSent(house, built.number)
    return built
  },
  'in a bundle': async () => {
    const built = await states.draft()
    await aBundle(house, { to: [at.cofic], documents: [built.number], available: true })
    return built
  },
  cancelled: async () => {
    const built = await states['signed, black']()
    const page = await marina.open(address(built.number, '/cancelamento'))
    await marina.send(page, form('cancelamento'), { motivo: 'Emitido por engano.' })
    return built
  },
  published: async () => {
    const built = await states.draft()
    await signDocument(house, built.number)
    await done(publish(house, built.number, bulletin, todayIn(house.platform.clock())))
    return built
  },
  'external, untouched': async () => {
    const { digits } = await aCaseFile(house)
    return { digits, number: await anUpload(house, digits, { content: body }) }
  },
  'external, seen': async () => {
    const built = await states['external, untouched']()
    await openElsewhere(house, built.number, await actorOf(house, 'ana', at.asses))
    return built
  },
}

const address = (number: string, part: string, unit: string = at.prot) => `/em/${unit}/documentos/${number}${part}`
const form = (noun: string) => `form[action$="/${noun}"]`

/** Tries the act on its page, as people do, and says whether it was done. */
const acts: Record<(typeof cells)[number]['act'], (number: string) => Promise<boolean>> = {
  'edit content': (number) => edit(marina, number, at.prot),
  'edit as receiver': (number) => edit(carla, number, at.cofic),
  'replace file': async (number) => {
    const page = await marina.open(address(number, '/substituicao'))
    if (page.status !== 200) return false
    const file = { field: 'arquivos', name: 'outro.txt', type: '', content: `${Math.random()}` }
    const after = await marina.send(page, form('substituicao'), { formato: 'nato-digital' }, [file])
    return after.url.endsWith(number)
  },
  'edit metadata': async (number) => {
    const page = await marina.open(address(number, '/dados'))
    if (page.status !== 200) return false
    const descricao = `Descrição ${Math.random()}`
    await marina.send(page, form('dados'), { descricao })
    return (await rowOf(house, number)).description === descricao
  },
  delete: async (number) => {
    const page = await marina.open(address(number, '/exclusao'))
    if (page.status !== 200) return false
    await marina.send(page, form('exclusao'))
    return (await rowOf(house, number)).state === 'deleted'
  },
  cancel: async (number) => {
    const page = await marina.open(address(number, '/cancelamento'))
    if (page.status !== 200) return false
    await marina.send(page, form('cancelamento'), { motivo: 'Emitido por engano.' })
    return (await rowOf(house, number)).state === 'cancelled'
  },
  'use as model': async (number) => {
    const { digits } = await aCaseFile(house)
    const list = await marina.open(`/em/${at.prot}/processos/${digits}/documentos/novo`)
    const link = [...list.document.querySelectorAll('a')].find((a) => a.textContent === 'Despacho')
    const page = await marina.open(link?.getAttribute('href') ?? '')
    const after = await marina.send(page, form('documentos'), { texto_inicial: 'documento', documento_modelo: number })
    return /\/editor$/.test(after.url)
  },
}

async function edit(person: Person, number: string, unit: string): Promise<boolean> {
  const page = await person.open(address(number, '/editor', unit))
  if (page.status !== 200 || !page.document.querySelector('form[data-editor]')) return false
  const before = (await rowOf(house, number)).version
  await person.send(page, 'form[data-editor]', { secao_corpo: `Outro texto ${Math.random()}` })
  return (await rowOf(house, number)).version === before + 1
}

/** §10.2, the rows that are done with documents themselves. */
const cells = cellsOf(ownDocumentActs)

describe('R19 what each state allows, on the pages (§10.2)', () => {
  test.each(cells)('$act, $state: $sign', async ({ state, act, sign }) => {
    const { number } = await states[state]()
    const before = await rowOf(house, number)
    expect((await acts[act](number)) ? '✓' : '✗').toBe(sign)
    if (sign === '✗') expect(await rowOf(house, number)).toEqual(before)
  })

  test.each(cells.filter(({ state }) => state !== 'draft' && state !== 'cancelled'))(
    'another unit: $act, $state is never done',
    async ({ state, act }) => {
      const { number } = await states[state]()
      const before = await rowOf(house, number)
      for (const part of ['/editor', '/substituicao', '/dados', '/exclusao', '/cancelamento']) {
        const page = await ana.open(address(number, part, at.asses))
        expect([404, 409]).toContain(page.status)
        expect(page.text).not.toContain(body)
      }
      const csrf = (await ana.open(`/em/${at.asses}/textos-padrao/novo`)).document.querySelector('input[name="_csrf"]')
      const fields = {
        _csrf: csrf?.getAttribute('value') ?? '',
        motivo: 'Porque sim.',
        nivel: 'publico',
        descricao: act,
      }
      for (const part of ['/dados', '/exclusao', '/cancelamento']) {
        expect([404, 422]).toContain((await ana.post(address(number, part, at.asses), fields)).status)
      }
      const { locked_at: _locked, lock_cause: _cause, ...after } = await rowOf(house, number)
      expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('lock'))))
    },
  )

  it('nothing is done where the case file is not open in the unit', async () => {
    const { digits, number } = await states['signed, yellow']()
    await house.db`update cases.holding set closed_at = now(), closing = 'concluded' from cases.case_file c
      where c.id = case_file_id and c.digits = ${digits}`
    for (const part of ['/editor', '/dados', '/exclusao']) {
      const page = await marina.open(address(number, part))
      expect(page.status).toBe(409)
      expect(page.text).toContain('O processo não está aberto nesta unidade')
    }
  })
})

describe('R20 what may not be read is closed by every way', () => {
  const ways = (number: string, unit: string): (readonly [string, Promise<Page>])[] =>
    [
      '/arquivo',
      '/arquivo?baixar=sim',
      '/editor',
      '/conteudo',
      '/versoes',
      '/versoes/1',
      '/versoes/comparacao?de=1&ate=2',
    ].map((part) => [part, ana.open(address(number, part, unit))] as const)

  async function expectClosed(number: string) {
    for (const [part, opening] of ways(number, at.asses)) {
      const page = await opening
      expect(page.status, part).toBe(404)
      expect(page.html, part).not.toContain(body)
    }
  }

  it('a draft of another unit', async () => {
    const { number } = await states.draft()
    await expectClosed(number)
  })

  it('a restricted document where the case file never passed', async () => {
    const { digits } = await aCaseFile(house, { level: 'restricted' })
    await expectClosed(await anUpload(house, digits, { content: body }))
    const number = await aDraft(house, digits, { text: body })
    await signAsDocumentsKnow(house, number)
    await expectClosed(number)
    expect(await rowOf(house, number)).toMatchObject({ locked_at: null })
  })

  it('a cancelled one, for its own unit too', async () => {
    const { number } = await states.cancelled()
    for (const part of ['/arquivo', '/editor', '/conteudo', '/versoes', '/versoes/1', '/dados']) {
      const page = await marina.open(address(number, part))
      expect([404, 409], part).toContain(page.status)
      expect(page.html, part).not.toContain(body)
    }
    await expectClosed(number)
  })

  it('a deleted one', async () => {
    const { number } = await states.draft()
    const page = await marina.open(address(number, '/exclusao'))
    await marina.send(page, form('exclusao'))
    for (const part of ['/editor', '/versoes', '/dados', '/exclusao']) {
      expect((await marina.open(address(number, part))).status).toBe(404)
    }
  })

  it('a confidential one, until the password is given; and a colleague never learns that it is there', async () => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const before = (await marina.open(`/em/${at.prot}/processos/${digits}/documentos/novo`)).url
    expect(before).toMatch(/\/senha/)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/processos/${digits}/documentos/novo`)).status).toBe(404)
    const asked = await marina.open(before)
    await marina.send(asked, form('senha'), { senha: 'uma senha de teste' })
    const list = await marina.open(`/em/${at.prot}/processos/${digits}/documentos/novo`)
    const link = [...list.document.querySelectorAll('a')].find((a) => a.textContent === 'Despacho')
    const page = await marina.open(link?.getAttribute('href') ?? '')
    const after = await marina.send(page, form('documentos'))
    expect(after.url).toMatch(/\/editor$/)
    const number = /documentos\/(\d+)/.exec(after.url)?.[1] ?? ''
    expect((await paulo.open(address(number, '/editor'))).status).toBe(404)
    const other = await house.signIn('marina')
    expect((await other.open(address(number, '/editor'))).url).toMatch(/\/senha$/)
  })
})
