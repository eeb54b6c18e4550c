import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { actorOf, done } from '../../../../test/support/builders-cases.ts'
import {
  anOpenedEditor,
  csrfOf,
  documentAddress,
  draftsOf,
  lockAsIfSent,
  rowOf,
  signAsDocumentsKnow,
  withBody,
} from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { openDatabase } from '../../../platform/db/index.ts'
import { type RichText, toText } from '../../../rich-text/index.ts'
import { cancelDocument } from '../keeping/remove-document.ts'
import { saveDraft } from './save-draft.ts'

let house: TestHouse
let marina: Person
let paulo: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, paulo] = await Promise.all([house.signIn('marina'), house.signIn('paulo')])
})
afterAll(() => house.close())

describe('drafts', () => {
  it('R7 are kept while typing, are no version, and are offered again at the next opening', async () => {
    const { number, csrf, content, version } = await anOpenedEditor(house, marina)
    const body = { content: withBody(content, 'Ainda escrevo.'), baseVersion: version, session: 's', sequence: 1 }
    const reply = await marina.exchange('PUT', documentAddress(number, '/rascunho'), body, csrf)
    expect(reply).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await rowOf(house, number)).toMatchObject({ version: 1 })
    const again = await marina.open(documentAddress(number, '/editor'))
    expect(again.document.querySelector('textarea')?.textContent).toContain('Ainda escrevo.')
    expect(again.text).toContain('Este é o seu rascunho')
    const json = JSON.parse((await marina.open(documentAddress(number, '/conteudo'))).html)
    expect(json).toMatchObject({ version: 1, draft: { version: 1 } })
    // One press opens what is lost; the second throws it away.
    const question = again.document.querySelector('[data-aviso-de-rascunho] details')
    expect(question?.hasAttribute('open')).toBe(false)
    expect(question?.querySelector('summary')?.textContent).toContain('Descartar o rascunho')
    expect(question?.textContent).toMatch(
      /guardado às \d\d:\d\d: um texto de \d+ palavras\. A versão 1, já salva, continua como está\./,
    )
    expect(again.document.querySelectorAll('form[action$="/descarte"]')).toHaveLength(1)
    expect(question?.querySelector('form[action$="/descarte"] button')?.textContent).toContain(
      'Descartar o que digitei',
    )
    await marina.send(again, 'form[action$="/descarte"]')
    expect(await draftsOf(house, number)).toEqual([])
  })

  it('R7 that say what the version says are none: what was undone is told by nobody as waiting', async () => {
    const { number, csrf, content, version } = await anOpenedEditor(house, marina)
    const send = (text: RichText, sequence: number, session = 's') =>
      marina.exchange(
        'PUT',
        documentAddress(number, '/rascunho'),
        { content: text, baseVersion: version, session, sequence },
        csrf,
      )
    await send(withBody(content, 'Uma palavra.'), 1)
    const undone = await send(content, 3)
    expect(undone.body).toMatchObject({ sameAsVersion: true, version: 1, number: 1 })
    expect(await draftsOf(house, number)).toEqual([])
    expect((await marina.open(documentAddress(number))).text).not.toContain('rascunho que ainda não está')
    // Come late, it takes nothing from what was typed after it.
    expect((await send(withBody(content, 'Outra palavra.'), 5)).body).not.toHaveProperty('sameAsVersion')
    await send(content, 4)
    expect(await draftsOf(house, number)).toEqual(['marina: Outra palavra.'])
  })

  it.each(['locked', 'cancelled'])(
    'R7 of a document that was %s since are shown, copied and thrown away',
    async (how) => {
      const { number, csrf, content, version } = await anOpenedEditor(house, marina)
      const address = documentAddress(number, '/rascunho')
      const body = { content: withBody(content, 'Fica comigo.'), baseVersion: version, session: 's', sequence: 7 }
      expect((await marina.exchange('PUT', address, body, csrf)).status).toBe(200)
      await signAsDocumentsKnow(house, number)
      await lockAsIfSent(house, number)
      const actor = await actorOf(house, 'marina', at.prot)
      const mayCancel = { ...actor, permissions: new Set([...actor.permissions, 'documents.cancel' as const]) }
      if (how === 'cancelled')
        await done(cancelDocument(house.db, mayCancel, { number, reason: 'Feito por engano.' }, new Date()))

      const document = await marina.open(documentAddress(number))
      expect(document.text).toContain('rascunho que não pode mais ser salvo neste documento')
      const page = await marina.open(documentAddress(number, '/editor'))
      expect(page.status).toBe(409)
      expect(page.document.querySelector('#rascunho .document-sheet')?.textContent).toContain('Fica comigo.')
      expect(page.document.querySelector('[data-copiar]')?.getAttribute('data-copiar')).toContain('Fica comigo.')
      expect(page.document.querySelector('[data-digitado-aqui]')?.getAttribute('data-sequencia')).toBe('7')
      const others = await paulo.open(documentAddress(number, '/editor'))
      expect(others.text).not.toContain('Fica comigo.')
      const after = await marina.send(page, 'form[action$="/descarte"]')
      expect(after.status).toBe(200)
      expect(after.url).toContain(documentAddress(number))
      expect(after.text).not.toContain('rascunho')
      expect(await draftsOf(house, number)).toEqual([])
    },
  )

  it('R7 go when the person saves a version; those of others stay', async () => {
    const { number, csrf, content, version } = await anOpenedEditor(house, marina)
    const theirs = await paulo.open(documentAddress(number, '/editor'))
    const send = (person: Person, token: string, text: string) =>
      person.exchange(
        'PUT',
        documentAddress(number, '/rascunho'),
        { content: withBody(content, text), baseVersion: version, session: 's', sequence: 1 },
        token,
      )
    await send(marina, csrf, 'Da Marina')
    await send(paulo, csrfOf(theirs), 'Do Paulo')
    expect(await draftsOf(house, number)).toEqual(['marina: Da Marina', 'paulo: Do Paulo'])
    const saved = await marina.exchange(
      'POST',
      documentAddress(number, '/versao'),
      { content: withBody(content, 'Da Marina'), baseVersion: 1 },
      csrf,
    )
    expect(saved).toMatchObject({ status: 200, body: { version: 2, number: 2 } })
    expect(await draftsOf(house, number)).toEqual(['paulo: Do Paulo'])
    const conflict = await send(paulo, csrfOf(theirs), 'Do Paulo ainda')
    expect(conflict.status).toBe(409)
    expect(conflict.body).toMatchObject({ version: 2, by: { name: 'Marina Protocolista' } })
    expect(toText((conflict.body as { content: never }).content)).toContain('Da Marina')
    expect(await draftsOf(house, number)).toEqual(['paulo: Do Paulo'])
  })

  it('R8 an answer that comes late never covers a newer one of the same page', async () => {
    const { number, content, version } = await anOpenedEditor(house, marina)
    const actor = await actorOf(house, 'marina', at.prot)
    const send = (text: string, session: string, sequence: number) =>
      saveDraft(
        house.db,
        actor,
        { number, content: withBody(content, text), baseVersion: version, session, sequence },
        new Date(),
      )
    await send('novo', 'página 1', 5)
    expect(await send('velho', 'página 1', 4)).toMatchObject({ done: true })
    expect(await draftsOf(house, number)).toEqual(['marina: novo'])
    await send('de outra página', 'página 2', 1)
    expect(await draftsOf(house, number)).toEqual(['marina: de outra página'])
  })

  it('R8 many at once leave the last one', async () => {
    const { number, content, version } = await anOpenedEditor(house, marina)
    const actor = await actorOf(house, 'marina', at.prot)
    const pool = await openDatabase({ url: house.databaseUrl, poolSize: 8, statementTimeoutMs: 15_000, prepare: true })
    await Promise.all(Array.from({ length: 8 }, () => pool`select pg_sleep(0.05)`))
    const sequences = Array.from({ length: 24 }, (_, index) => (index * 7) % 24)
    const outcomes = await Promise.all(
      sequences.map((sequence) =>
        saveDraft(
          pool,
          actor,
          { number, content: withBody(content, `n ${sequence}`), baseVersion: version, session: 's', sequence },
          new Date(),
        ),
      ),
    )
    await pool.end()
    expect(outcomes.every((outcome) => outcome?.done)).toBe(true)
    expect(await draftsOf(house, number)).toEqual(['marina: n 23'])
  })

  test.each([
    ['not a text', { content: 'nada' }, 422],
    ['too deep', { content: { type: 'doc', content: [deep(80)] } }, 422],
    ['without a version', { baseVersion: 'x' }, 400],
  ] as const)('that are %s are refused with a sentence', async (_name, changes, status) => {
    const { number, csrf, content, version } = await anOpenedEditor(house, marina)
    const reply = await marina.exchange(
      'PUT',
      documentAddress(number, '/rascunho'),
      { content, baseVersion: version, ...changes },
      csrf,
    )
    expect(reply.status).toBe(status)
    expect((reply.body as { message: string }).message).toMatch(/\.$/)
  })

  it('cost one statement', async () => {
    const { number, content, version } = await anOpenedEditor(house, marina)
    const actor = await actorOf(house, 'marina', at.prot)
    let statements = 0
    const counting = new Proxy(house.db, {
      apply: (target, self, args) => {
        // Fragments are written by the same function; only what is a whole statement is sent.
        if (/^\s*(insert|select|update|delete|with)/i.test(String(args[0]?.[0]))) statements += 1
        return Reflect.apply(target, self, args)
      },
    })
    await saveDraft(counting, actor, { number, content, baseVersion: version, session: 's', sequence: 1 }, new Date())
    expect(statements).toBe(1)
  })
})

describe('who has the pen', () => {
  it('R12 is the one who opened the editor, until no sign of life comes for a minute', async () => {
    const { number, csrf, content, version } = await anOpenedEditor(house, marina)
    const theirs = csrfOf(await paulo.open(documentAddress(number, '/editor')))
    const here = (person: Person, token: string, body: object = {}) =>
      person.exchange('POST', documentAddress(number, '/presenca'), body, token)
    expect((await here(marina, csrf)).body).toMatchObject({ mine: true })
    expect((await here(paulo, theirs)).body).toMatchObject({ mine: false, holder: { name: 'Marina Protocolista' } })
    const body = { content: withBody(content, 'x'), baseVersion: version, session: 's', sequence: 1 }
    const held = await paulo.exchange('PUT', documentAddress(number, '/rascunho'), body, theirs)
    expect(held.status).toBe(423)
    expect((await paulo.exchange('POST', documentAddress(number, '/versao'), body, theirs)).status).toBe(423)
    const page = await paulo.open(documentAddress(number, '/editor'))
    expect(page.text).toContain('Marina Protocolista está escrevendo neste documento')
    house.passTime(61_000)
    expect((await here(paulo, theirs)).body).toMatchObject({ mine: true })
    expect((await here(marina, csrf)).body).toMatchObject({ mine: false })
  })

  it('R12 may be taken over, and given back by leaving', async () => {
    const { number, csrf } = await anOpenedEditor(house, marina)
    await marina.exchange('POST', documentAddress(number, '/presenca'), {}, csrf)
    const page = await paulo.open(documentAddress(number, '/editor'))
    await paulo.send(page, 'form[action$="/assumir"]')
    const theirs = csrfOf(page)
    expect((await paulo.exchange('POST', documentAddress(number, '/presenca'), {}, theirs)).body).toMatchObject({
      mine: true,
    })
    await paulo.exchange('POST', documentAddress(number, '/presenca'), { leaving: true }, theirs)
    expect((await marina.exchange('POST', documentAddress(number, '/presenca'), {}, csrf)).body).toMatchObject({
      mine: true,
    })
  })
})

function deep(levels: number): unknown {
  let block: unknown = { type: 'paragraph', attrs: { style: 'justified' } }
  for (let level = 0; level < levels; level += 1) block = { type: 'blockquote', content: [block] }
  return { type: 'section', attrs: { key: 'corpo', kind: 'body', locked: false }, content: [block] }
}
