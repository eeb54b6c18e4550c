import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, eventsOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, textOf, withBody, writeText } from '../../../../test/support/builders-documents.ts'
import { shownOf } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at, password } from '../../../../test/support/world.ts'
import { saveVersion } from '../../documents/index.ts'
import { signaturesOf, signDocuments } from '../index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())

async function idOf(number: string): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return row?.id ?? ''
}

const signatures = async (number: string) => {
  const id = await idOf(number)
  return (await signaturesOf(house.db, [id])).get(id) ?? []
}

async function aWrittenDraft(text = 'Defiro o pedido.') {
  const caseFile = await aCaseFile(house)
  const number = await aDraft(house, caseFile.digits, { text })
  return { caseFile, number }
}

describe('many documents', () => {
  it('all drafts of the unit in the chosen case files are offered, and one refused holds no other back', async () => {
    const { caseFile, number } = await aWrittenDraft('Primeiro.')
    const second = await aDraft(house, caseFile.digits, { text: 'Segundo.' })
    const blank = await aDraft(house, caseFile.digits)
    const other = await aWrittenDraft('Terceiro.')
    const marina = await house.signIn('marina')
    const address = `/em/${at.prot}/assinatura?processo=${caseFile.digits}&processo=${other.caseFile.digits}`
    const page = await marina.open(address)
    const offered = [...page.document.querySelectorAll('input[name="documento"]')].map((box) =>
      box.getAttribute('value'),
    )
    expect(offered.map((one) => one?.split('.')[0])).toEqual([number, second, other.number])
    expect(page.text).toContain(blank)
    // Somebody saves the second one while the page is open.
    await writeText(house, second, 'Segundo, com outra redação.')
    const after = await marina.send(page, 'form[action$="/assinatura"]', {
      documento: offered.map(String),
      senha: password,
    })
    expect(after.url).toContain('/assinatura/resultado')
    expect(after.text).toContain('mudou depois que você abriu')
    expect(after.text).toContain('2 itens feitos')
    expect((await signatures(number)).length).toBe(1)
    expect((await signatures(other.number)).length).toBe(1)
    expect(await signatures(second)).toEqual([])
  })

  it('only those that stay checked are signed, and a wrong password keeps the choice', async () => {
    const one = await aWrittenDraft()
    const other = await aWrittenDraft()
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/assinatura?documento=${one.number}&documento=${other.number}`)
    const chosen = value(await shownOf(house, one.number))
    const wrong = await marina.send(page, 'form[action$="/assinatura"]', { documento: chosen, senha: 'errada' })
    expect(wrong.status).toBe(422)
    const checked = [...wrong.document.querySelectorAll('input[name="documento"][checked]')]
    expect(checked.map((box) => box.getAttribute('value'))).toEqual([chosen])
    await marina.send(wrong, 'form[action$="/assinatura"]', { senha: password })
    expect((await signatures(one.number)).length).toBe(1)
    expect(await signatures(other.number)).toEqual([])
  })

  it('none chosen is told beside the table, and nothing to sign has a page that says so', async () => {
    const { number } = await aWrittenDraft()
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/assinatura?documento=${number}`)
    const refused = await marina.send(page, 'form[action$="/assinatura"]', { documento: [], senha: password })
    expect(refused.errors.join()).toContain('Marque ao menos um documento')
    const empty = await marina.open(`/em/${at.prot}/assinatura?processo=${(await aCaseFile(house)).digits}`)
    expect(empty.status).toBe(200)
    expect(empty.text).toContain('Nenhum documento para assinar')
  })

  it('more than a hundred are refused as a whole', async () => {
    const { number } = await aWrittenDraft()
    const actor = await actorOf(house, 'marina', at.prot)
    const shown = await shownOf(house, number)
    const documents = Array.from({ length: 101 }, () => shown)
    const outcome = await signDocuments(house.db, actor, { documents, capacity: 'Analista' }, house.platform.clock())
    expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'too-many' }] })
  })
})

describe('at the same time', () => {
  it('R7 pressed twice, the form signs once', async () => {
    const { caseFile, number } = await aWrittenDraft()
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    const pages = await Promise.all(
      [1, 2, 3].map(() => marina.send(page, 'form[action$="/assinatura"]', { senha: password })),
    )
    expect(new Set(pages.map(({ url }) => url)).size).toBe(1)
    expect(await signatures(number)).toHaveLength(1)
    expect((await eventsOf(house, caseFile.id)).filter((kind) => kind === 'document-signed')).toHaveLength(1)
  })

  it('R8 an edit that comes first makes the signature of the text that was shown be refused', async () => {
    const { number } = await aWrittenDraft()
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { documents: [await shownOf(house, number)], capacity: 'Analista' }
    const { content, version } = await textOf(house, number)
    let signing: ReturnType<typeof signDocuments> | undefined
    await house.db.begin(async (trx) => {
      const save = { number, content: withBody(content, 'Indefiro.'), baseVersion: version }
      const saved = await saveVersion(trx, actor, save, house.platform.clock())
      expect(saved?.done).toBe(true)
      signing = signDocuments(house.db, actor, request, house.platform.clock())
      await someoneWaits()
    })
    const outcome = await signing
    expect(outcome?.done && outcome.value[0]?.outcome).toMatchObject({ done: false, refusals: [{ kind: 'changed' }] })
    expect(await signatures(number)).toEqual([])
  })

  it('R8 an edit that comes second waits, and makes a version without signatures', async () => {
    const { number } = await aWrittenDraft()
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { documents: [await shownOf(house, number)], capacity: 'Analista' }
    const { content, version } = await textOf(house, number)
    let saving: ReturnType<typeof saveVersion> | undefined
    await house.db.begin(async (trx) => {
      const signed = await signDocuments(trx, actor, request, house.platform.clock())
      expect(signed.done && signed.value[0]?.outcome.done).toBe(true)
      const save = { number, content: withBody(content, 'Indefiro.'), baseVersion: version }
      saving = saveVersion(house.db, actor, save, house.platform.clock())
      await someoneWaits()
    })
    expect((await saving)?.done).toBe(true)
    expect(await signatures(number)).toMatchObject([{ version, state: 'superseded', current: false }])
    const [row] = await house.db`select version, signature_count from documents.document where number = ${number}`
    expect(row).toMatchObject({ version: version + 1, signature_count: 0 })
  })

  it('R7 two people sign at once: both stand, one after the other, and both codes follow from them', async () => {
    const { number } = await aWrittenDraft()
    const shown = await shownOf(house, number)
    const actors = await Promise.all((['marina', 'paulo'] as const).map((login) => actorOf(house, login, at.prot)))
    const request = { documents: [shown], capacity: 'Analista' }
    await Promise.all(actors.map((actor) => signDocuments(house.db, actor, request, house.platform.clock())))
    expect((await signatures(number)).map(({ state }) => state)).toEqual(['valid', 'valid'])
  })

  it('more people than there are connections sign at once, and nobody waits for ever', async () => {
    const marina = await house.signIn('marina')
    const pages = []
    for (let count = 0; count < 14; count++) {
      const { number } = await aWrittenDraft()
      pages.push(await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`))
    }
    const answers = await Promise.all(
      pages.map((page) => marina.send(page, 'form[action$="/assinatura"]', { senha: password })),
    )
    expect(answers.every(({ url }) => url.includes('?resultado='))).toBe(true)
  })
})

/** Until a connection of this database stands waiting for a lock of another. */
async function someoneWaits(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] =
      await house.db`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (row) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody waits: the meeting did not take place')
}

function value({ number, version, sha256 }: { number: string; version: number; sha256: string }): string {
  return `${number}.${version}.${sha256}`
}
