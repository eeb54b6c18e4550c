import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundle, stateOf, tryMove } from '../../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf, formOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
let marina: Person
let carla: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, carla] = await Promise.all([house.signIn('marina'), house.signIn('carla')])
})
afterAll(() => house.close())

const inProt = (path: string) => `/em/${at.prot}${path}`
const inCofic = (path: string) => `/em/${at.cofic}${path}`

async function aCaseWithDraft() {
  const caseFile = await aCaseFile(house, { level: 'restricted' })
  return { caseFile, draft: await aDraft(house, caseFile.digits, { text: 'Encaminhe-se para assinatura.' }) }
}

describe('on the pages of bundles', () => {
  it('R11 each item of an inclusion has its own result, and including can make available in the same step', async () => {
    const { caseFile, draft } = await aCaseWithDraft()
    const upload = await anUpload(house, caseFile.digits, { fileName: 'anexo.txt', content: 'Anexo.' })
    const number = await aBundle(house, { to: [at.cofic] })
    const page = await marina.open(inProt(`/blocos/inclusao?documento=${draft}&documento=${upload}`))
    const result = await marina.send(page, formOf('blocos/inclusao'), { bloco: number, ato: 'disponibilizar' })
    expect(result.text).toContain('um documento externo não é assinado')
    expect(result.text).toContain(`incluído no bloco ${number}`)
    expect(await stateOf(house, number)).toBe('available')
  })

  it('R12 groups, persons and signals narrow the list; a group is deleted only when empty', async () => {
    const groups = await marina.open(inProt('/blocos/grupos'))
    const made = await marina.send(groups, formOf('blocos/grupos'), { nome: 'Férias de fim de ano' })
    const [group] = await house.db<{ id: string }[]>`select id from bundles.bundle_group`
    expect((await marina.send(made, formOf('blocos/grupos'), { nome: 'ferias de fim de ano' })).errors).toHaveLength(1)
    const number = await aBundle(house, { kind: 'internal', description: 'Pendências de férias' })
    const marks = await marina.open(inProt(`/blocos/${number}/marcas`))
    const me = (await actorOf(house, 'marina', at.prot)).userId
    await marina.send(marks, 'form[action$="/atribuicao"]', { pessoa: me, grupo: group?.id ?? '' })
    const empty = await marina.send(await marina.open(inProt(`/blocos/${number}/marcas`)), '#comentado form', {
      texto: ' ',
      ato: 'por',
    })
    expect(empty.errors).toEqual(['Escreva o comentário.'])
    await marina.send(empty, '#comentado form', { texto: 'Ver com a chefia.', ato: 'por' })
    await marina.send(await marina.open(inProt(`/blocos/${number}/marcas`)), '#prioritario form', { ato: 'por' })
    const list = (query: string) => marina.open(inProt(`/blocos?tipo=internos&${query}`))
    for (const query of [
      'meus=sim',
      `grupo=${group?.id}`,
      'sinal=comentado',
      'sinal=prioritario',
      'palavra=pendencias',
    ]) {
      const page = await list(query)
      expect([query, page.document.querySelectorAll('#blocos tbody tr').length]).toEqual([query, 1])
      expect(page.html).toContain(`/blocos/${number}"`)
    }
    expect((await list('sinal=revisado')).text).toContain('Nenhum bloco')
    expect((await marina.open(inProt(`/blocos/${number}`))).text).toContain('Ver com a chefia.')
    expect((await marina.open(inProt('/blocos/impressao?tipo=internos&meus=sim'))).text).toContain('1 bloco')
    const again = await marina.open(inProt('/blocos/grupos'))
    const { csrf, key } = keysOf(again)
    const kept = await marina.post(inProt(`/blocos/grupos/${group?.id}`), { _csrf: csrf, _chave: key, ato: 'excluir' })
    expect(kept.errors[0]).toContain('ainda tem blocos')
    const theirs = await carla.open(inCofic('/blocos/grupos'))
    const foreign = { _csrf: keysOf(theirs).csrf, _chave: keysOf(theirs).key, ato: 'excluir' }
    expect((await carla.post(inCofic(`/blocos/grupos/${group?.id}`), foreign)).status).toBe(404)
  })

  it('R13 both sides annotate an item in its turn, and each reads what the other wrote', async () => {
    const { draft } = await aCaseWithDraft()
    const number = await aBundle(house, { to: [at.cofic], documents: [draft] })
    const page = await marina.open(inProt(`/blocos/${number}`))
    const annotate = page.document.querySelector('a[href$="/anotacao"]')?.getAttribute('href') ?? ''
    await marina.send(await marina.open(annotate), formOf('anotacao'), { texto: 'Urgente, vence hoje.' })
    await tryMove(house, number, 'make-available')
    const there = await carla.open(inCofic(`/blocos/${number}`))
    expect(there.text).toContain('Urgente, vence hoje.')
    const theirs = there.document.querySelector('a[href$="/anotacao"]')?.getAttribute('href') ?? ''
    await carla.send(await carla.open(theirs), formOf('anotacao'), { texto: 'Falta o anexo.' })
    const home = await marina.open(inProt(`/blocos/${number}`))
    expect(home.text).toContain('Falta o anexo.')
    expect(home.document.querySelector('a[href$="/anotacao"]')).toBeNull()
  })

  it('R14 only an empty block is deleted; its number is not given again', async () => {
    const caseFile = await aCaseFile(house)
    const number = await aBundle(house, { kind: 'internal', caseFiles: [caseFile.digits] })
    expect((await marina.open(inProt(`/blocos/${number}/exclusao`))).text).toContain('Só um bloco vazio')
    expect(await tryMove(house, number, 'delete')).toMatchObject({ done: false })
    const [item] = await house.db<{ id: string }[]>`select id from bundles.item where case_file_id = ${caseFile.id}`
    const removal = await marina.open(inProt(`/blocos/${number}/retirada?item=${item?.id}`))
    await marina.send(removal, formOf('retirada'))
    const page = await marina.open(inProt(`/blocos/${number}/exclusao`))
    expect((await marina.send(page, formOf('exclusao'))).status).toBe(200)
    expect(await stateOf(house, number)).toBeUndefined()
    expect(Number(await aBundle(house))).toBe(Number(number) + 1)
  })

  it('R1 numbers have neither gap nor twin, whoever comes at once', async () => {
    const before = Number(await aBundle(house))
    const made = await Promise.all(Array.from({ length: 6 }, () => aBundle(house)))
    expect(made.map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6].map((n) => before + n))
    const blank = await marina.send(await marina.open(inProt('/blocos/novo')), formOf('blocos/novo'), {
      descricao: ' ',
    })
    expect([blank.status, blank.errors]).toEqual([422, ['Descreva o bloco em até 250 caracteres.']])
    expect(Number(await aBundle(house))).toBe(before + 7)
  })

  it('who has no permission for blocks finds no such page', async () => {
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/blocos`)).status).toBe(404)
  })
})

function keysOf(page: Page): { csrf: string; key: string } {
  const value = (name: string) => page.document.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? ''
  return { csrf: value('_csrf'), key: value('_chave') }
}
