import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, legalBasisOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, lockAsIfSent } from '../../../../test/support/builders-documents.ts'
import { aPdf, askForCopy, copyOf, idOf, openZip, wordsOf } from '../../../../test/support/builders-output.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, type Login, password } from '../../../../test/support/world.ts'
import { changeLevel } from '../../cases/level/change-level.ts'
import { cancelDocument } from '../../documents/index.ts'
import { sendCaseFile } from '../../routing/index.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let carla: Person
let ana: Person

beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, paulo, carla, ana] = await Promise.all([
    house.signIn('marina'),
    house.signIn('paulo'),
    house.signIn('carla'),
    house.signIn('ana'),
  ])
})
afterAll(() => house.close())

const copyAt = (id: string, unit: string = at.prot) => `/em/${unit}/exportacoes/${id}`

async function aSignedCase(level: 'public' | 'restricted' = 'public') {
  const opened = await aCaseFile(house, { level })
  const number = await aDraft(house, opened.digits, { text: 'Palavra-do-despacho.' })
  await signDocument(house, number)
  return { ...opened, document: number }
}

async function restrict(digits: string) {
  const actor = await actorOf(house, 'marina', at.prot)
  const request = { level: 'restricted', legalBasisId: await legalBasisOf(house.db, 'restricted') } as const
  const outcome = await changeLevel(house.db, actor, digits, request, house.platform.clock())
  expect(outcome?.done).toBe(true)
}

describe('a copy is of who asked for it, where it was asked for', () => {
  test('R6 nobody else finds it, not even a colleague of the same unit', async () => {
    const { digits } = await aSignedCase()
    const { id } = await copyOf(house, marina, at.prot, digits)
    for (const path of ['', '/arquivo', '/andamento']) {
      expect((await paulo.open(copyAt(id) + path)).status, path).toBe(404)
      expect((await carla.open(copyAt(id, at.cofic) + path)).status, path).toBe(404)
    }
    expect((await house.visitor().open(`${copyAt(id)}/arquivo`)).url).toContain('/entrar')
    expect((await paulo.open(`/em/${at.prot}/exportacoes`)).html).not.toContain(copyAt(id))
    expect((await marina.open(`/em/${at.prot}/exportacoes`)).html).toContain(copyAt(id))
  })

  test('R6 nor does the same person in another unit', async () => {
    const { digits } = await aSignedCase()
    const { id } = await copyOf(house, ana, at.asses, digits)
    expect((await ana.open(`${copyAt(id, at.asses)}/arquivo`)).status).toBe(200)
    expect((await ana.open(`${copyAt(id, at.gs)}/arquivo`)).status).toBe(404)
    expect((await ana.open(copyAt(id, at.gs))).status).toBe(404)
  })

  test.each(['0', '-1', '1e3', 'abc', '999999999999', '99999999999999999999'])('there is no copy %s', async (id) => {
    expect((await marina.open(copyAt(id))).status).toBe(404)
    expect((await marina.open(`${copyAt(id)}/arquivo`)).status).toBe(404)
  })
})

describe('access that was lost', () => {
  test('R6 after the copy was made: it is not handed over, and the page says why', async () => {
    const { digits } = await aSignedCase()
    const { id, file } = await copyOf(house, carla, at.cofic, digits)
    expect(await wordsOf(file.bytes)).toContain('Palavra-do-despacho')
    await restrict(digits)
    expect((await carla.open(`${copyAt(id, at.cofic)}/arquivo`)).status).toBe(404)
    expect((await carla.open(copyAt(id, at.cofic))).text).toContain('Esta cópia não pode mais ser baixada')
  })

  test('R1 before the copy was made: it holds nothing that was lost', async () => {
    const { digits } = await aSignedCase()
    const asked = await askForCopy(carla, at.cofic, digits, { kind: 'zip' })
    await restrict(digits)
    await house.workOff()
    const page = await carla.open(asked.url)
    expect(page.text).toContain('A cópia não foi feita')
    expect(page.text).toContain('Nenhum dos documentos escolhidos pode ser lido nesta unidade agora.')
    expect((await carla.open(`${asked.url}/arquivo`)).status).toBe(404)
  })

  test('R6 by the cancelling of one document: the whole copy is closed', async () => {
    const { digits, document } = await aSignedCase()
    await aDraft(house, digits, { text: 'Outro.' })
    await lockAsIfSent(house, document)
    const { id, file } = await copyOf(house, marina, at.prot, digits, { kind: 'zip' })
    expect(file.status).toBe(200)
    const actor = await actorOf(house, 'marina', at.prot)
    const cancelled = await cancelDocument(
      house.db,
      { ...actor, permissions: new Set([...actor.permissions, 'documents.cancel']) },
      { number: document, reason: 'Assinado por engano.' },
      house.platform.clock(),
    )
    expect(cancelled?.done).toBe(true)
    expect((await marina.open(`${copyAt(id)}/arquivo`)).status).toBe(404)
    const again = openZip((await copyOf(house, marina, at.prot, digits, { kind: 'zip' })).file.bytes)
    expect(again.manifest.naoIncluidos).toMatchObject([{ documento: document, motivo: 'O documento foi cancelado.' }])
  })

  test.each([
    [
      'the account',
      "update identity.account set disabled_at = now() where login = 'paulo'",
      'update identity.account set disabled_at = null',
    ],
    [
      'the permission',
      "delete from identity.profile_permission where permission = 'output.export'",
      "insert into identity.profile_permission select id, 'output.export' from identity.profile where name = 'Básico'",
    ],
  ])('R1 without %s the copy is not made', async (_, take, giveBack) => {
    const { digits } = await aSignedCase()
    const asked = await askForCopy(paulo, at.prot, digits)
    await house.db.unsafe(take)
    await house.workOff()
    await house.db.unsafe(giveBack)
    expect((await paulo.open(asked.url)).text).toContain('não tem mais permissão')
  })
})

describe('a confidential case file', () => {
  async function aSecret() {
    const secret = await aCaseFile(house, { level: 'confidential' })
    // Commands of the builders run in a session without a name; it gives the password too.
    await house.db`insert into identity.confirmation (session_hash, case_file_id, until)
      values ('', ${secret.id}, ${new Date(house.platform.clock().getTime() + 60_000)})`
    const number = await aDraft(house, secret.digits, { text: 'Palavra-sigilosa.' })
    await house.db`delete from identity.confirmation where session_hash = ''`
    return { ...secret, document: number }
  }

  test('R6 asks for the password before the form, and again before the file when it has run out', async () => {
    const secret = await aSecret()
    const form = `/em/${at.prot}/processos/${secret.digits}/exportacao`
    expect((await marina.open(form)).url).toContain('/senha')
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const { id, file } = await copyOf(house, marina, at.prot, secret.digits)
    expect(await wordsOf(file.bytes)).toContain('Palavra-sigilosa')
    expect(await wordsOf(file.bytes)).toContain('Acesso limitado')

    house.passTime(31 * 60_000)
    const asked = await marina.open(`${copyAt(id)}/arquivo`)
    expect(asked.url).toContain(`/processos/${secret.digits}/senha`)
    const list = await marina.open(`/em/${at.prot}/exportacoes`)
    expect(list.html).toContain(copyAt(id))
    expect(list.html).not.toContain(secret.number)
    const back = await marina.send(asked, 'form[action$="/senha"]', { senha: password })
    expect(back.url).toBe(copyAt(id))
    expect((await marina.open(`${copyAt(id)}/arquivo`)).status).toBe(200)
  })

  test('the password that was given when it was asked for holds while it waits in the queue', async () => {
    const secret = await aSecret()
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const asked = await askForCopy(marina, at.prot, secret.digits)
    house.passTime(31 * 60_000)
    await house.workOff()
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    expect((await marina.open(asked.url)).text).toContain('A cópia está pronta')
  })

  test('R6 without the credential nothing is left of it, not even in the list', async () => {
    const secret = await aSecret()
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const { id } = await copyOf(house, marina, at.prot, secret.digits, { kind: 'zip' })
    await house.db`update cases.credential set ended_at = now(), ending = 'revoked', ended_by = account_id where case_file_id = ${secret.id}`
    for (const path of ['', '/arquivo', '/andamento']) expect((await marina.open(copyAt(id) + path)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/exportacoes`)).html).not.toContain(copyAt(id))
    expect((await marina.open(`/em/${at.prot}/documentos/${secret.document}/pdf`)).status).toBe(404)
  })

  test('R1 one that lost its credential while it waited is not copied', async () => {
    const secret = await aSecret()
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const id = idOf(await askForCopy(marina, at.prot, secret.digits))
    await house.db`update cases.credential set ended_at = now(), ending = 'revoked', ended_by = account_id where case_file_id = ${secret.id}`
    await house.workOff()
    const [row] = await house.db`select state, sha256 from output.export where id = ${id}`
    expect(row).toEqual({ state: 'failed', sha256: null })
  })
})

describe('R1 a copy holds what documents.may_read allows, and not a word of anything else', () => {
  const actors: readonly [Login, keyof typeof at][] = [
    ['marina', 'prot'],
    ['ana', 'asses'],
    ['ana', 'gs'],
    ['carla', 'cofic'],
    ['rita', 'rj'],
  ]
  const makers: readonly [Login, keyof typeof at][] = [
    ['marina', 'prot'],
    ['ana', 'asses'],
    ['ana', 'gs'],
  ]

  test.each([
    ['public', 1],
    ['public', 2],
    ['restricted', 3],
  ] as const)('a %s case file of chance %i', { timeout: 90_000 }, async (level, seed) => {
    const chance = chances(seed)
    const { digits, id: caseFileId } = await aCaseFile(house, { level })
    const starter = await actorOf(house, 'marina', at.prot)
    const to = [(await actorOf(house, 'ana', at.asses)).unitId, (await actorOf(house, 'ana', at.gs)).unitId]
    await sendCaseFile(house.db, starter, { caseNumber: digits, to, keepOpen: true }, house.platform.clock())
    const words = new Map<string, string>()
    for (let count = 0; count < 8; count += 1) {
      const [by, unit] = makers[chance(makers.length)] ?? ['marina', 'prot']
      const word = `Segredo${seed}x${count}x`
      const maker = {
        by,
        unit: at[unit],
        level: level === 'public' && chance(8) === 0 ? 'restricted' : 'public',
      } as const
      const number =
        chance(3) === 0
          ? await anUpload(house, digits, { ...maker, fileName: 'anexo.pdf', content: await aPdf(house, word) })
          : await aDraft(house, digits, { ...maker, text: word, treeName: chance(2) === 0 ? `Nome${word}` : '' })
      words.set(number, word)
      const [row] = await house.db`select kind from documents.document where number = ${number}`
      if (row?.kind === 'authored' && chance(2) === 0) await signDocument(house, number, { by, unit: at[unit] })
    }
    for (const [login, slug] of actors) {
      const unit = at[slug]
      const actor = await actorOf(house, login, unit)
      const person = await house.signIn(login)
      const allowed = await house.db<{ number: string }[]>`
        select lpad(d.number::text, 7, '0') as number from documents.document d join cases.case_file c on c.id = d.case_file_id
         where c.id = ${caseFileId} and documents.may_read(d, c, ${actor.userId}, ${actor.unitId}, false)`
      const expected = allowed.map(({ number }) => number).sort()
      const page = await person.open(`/em/${unit}/processos/${digits}/exportacao`)
      if (expected.length === 0) {
        expect(page.text).toContain('Não há o que copiar')
        continue
      }
      const kind = chance(2) === 0 ? 'pdf' : 'zip'
      const { file } = await copyOf(house, person, unit, digits, { kind })
      const text = kind === 'pdf' ? await wordsOf(file.bytes) : await wordsOfZip(file.bytes)
      const found = [...words].filter(([, word]) => new RegExp(`(?<!Nome)${word}`).test(text)).map(([number]) => number)
      expect(found.sort(), `${login} at ${slug}, ${kind}`).toEqual(expected)
      const named = [...words].filter(([, word]) => text.includes(`Nome${word}`)).map(([number]) => number)
      expect(
        named.filter((number) => !expected.includes(number)),
        `names for ${login} at ${slug}`,
      ).toEqual([])
    }
  })
})

async function wordsOfZip(bytes: Uint8Array): Promise<string> {
  const zip = openZip(bytes)
  const pdfs = zip.names.filter((name) => name.endsWith('.pdf'))
  const texts = await Promise.all(pdfs.map((name) => wordsOf(zip.files[name] ?? new Uint8Array())))
  return [...texts, JSON.stringify(zip.manifest)].join(' ')
}

/** Chance that can be had again: 0 to `below` - 1. */
function chances(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return (state >>> 8) % below
  }
}
