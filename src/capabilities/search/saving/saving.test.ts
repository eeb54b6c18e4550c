import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, alsoOpenIn, confirmPasswordFor, openForCommands } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
})
afterAll(() => house.close())

const within = (person: Person, digits: string, q: string, unit: string = at.prot) =>
  person.open(`/em/${unit}/processos/${digits}/pesquisa?q=${encodeURIComponent(q)}`)

describe('PES-009 searching within a case file', () => {
  it('R12 finds by the syntax of the whole search, in texts and files, indexed or not, in the order of the tree', async () => {
    const { digits } = await aCaseFile(house)
    const text = await aDraft(house, digits, { text: 'Defere-se a licitação sustentável.' })
    const file = await anUpload(house, digits, { content: 'Ata da licitação.' })
    await anUpload(house, digits, { content: 'Outra coisa.' })
    await house.workOff()
    const found = async (q: string) =>
      [...(await within(marina, digits, q)).document.querySelectorAll('.result__name a')].map(
        (one) => /\((\d{7})\)/.exec(one.textContent ?? '')?.[1],
      )
    expect(await found('licitacao')).toEqual([text, file])
    expect(await found('licitação não sustentável')).toEqual([file])
    expect(await found('"licitação sustentável"')).toEqual([text])
    expect(await found('sustent*')).toEqual([text])
    const fresh = await aDraft(house, digits, { text: 'Licitações de ontem.' })
    expect(await found('licitacao')).toEqual([text, file, fresh])
    expect((await within(marina, digits, 'de para')).text).toContain('não são pesquisadas sozinhas')
    expect((await within(marina, digits, 'inexistente')).text).toContain('Nada foi encontrado neste processo')
    expect((await within(marina, digits, "' | & ( !")).status).toBe(200)
  })

  it('R1 tells nothing of what this reader may not read, neither result nor snippet nor count', async () => {
    const { id, digits } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses, 'ana')
    await aDraft(house, digits, { text: 'Palavra guardada na minuta.' })
    expect((await within(ana, digits, 'guardada', at.asses)).text).toContain('Nada foi encontrado')
    const restricted = await aCaseFile(house, { level: 'restricted' })
    const number = await aDraft(house, restricted.digits, { text: 'Palavra guardada no restrito.' })
    await signDocument(house, number)
    await house.workOff()
    expect((await within(ana, restricted.digits, 'guardada', at.asses)).text).not.toContain('no restrito')
    expect((await within(marina, restricted.digits, 'guardada')).text).toContain('no restrito')
  })

  it('R9 reads what is confidential without keeping it in the index, for holders', async () => {
    const { id, digits } = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, digits, password)
    await openForCommands(house, 'marina', at.prot, id)
    const number = await aDraft(house, digits, { text: 'Depoimento sob segredo.' })
    await house.workOff()
    expect((await within(marina, digits, 'depoimento')).text).toContain(number)
    expect((await within(ana, digits, 'depoimento', at.asses)).status).toBe(404)
    const indexed =
      await house.db`select 1 from search.document_text x join documents.document d on d.id = x.document_id
      where d.number = ${number}`
    expect(indexed).toHaveLength(0)
  })
})

describe('PES-007 saved searches', () => {
  const list = `/em/${at.prot}/pesquisas-salvas`

  it('R13 are kept by name, run again, renamed, written over and deleted, each by its own person', async () => {
    const results = await marina.open(`/em/${at.prot}/pesquisa?q=inexistente&ordem=data`)
    expect(results.status).toBe(200)
    const page = await marina.open(`${list}?q=licita%C3%A7%C3%A3o&tipo=processos&passou=sim&x=y`)
    expect((await marina.send(page, '#salvar', { nome: ' ' })).errors).toEqual(['Dê um nome à pesquisa.'])
    const saved = await marina.send(page, '#salvar', { nome: 'Licitações daqui' })
    const link = saved.document.querySelector('#pesquisas a')?.getAttribute('href') ?? ''
    expect(link).toBe(`/em/${at.prot}/pesquisa?q=licita%C3%A7%C3%A3o&tipo=processos&passou=sim&ordem=data`)
    expect((await marina.open(link)).document.querySelector('.search-page input[name=q]')?.getAttribute('value')).toBe(
      'licitação',
    )
    await marina.send(await marina.open(`${list}?q=outra`), '#salvar', { nome: 'LICITAÇÕES DAQUI' })
    const over = await marina.open(list)
    expect(over.document.querySelectorAll('#pesquisas tbody tr')).toHaveLength(1)
    const [row] = await house.db`select id from search.saved_search`
    expect((await ana.open(`/em/${at.asses}/pesquisas-salvas`)).text).toContain('Nenhuma pesquisa salva')
    const stranger = await ana.open(`/em/${at.asses}/pesquisas-salvas?q=minha`)
    const csrf = stranger.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
    const theft = { _csrf: csrf, _chave: 'teste-de-pesquisa', nome: 'Roubada' }
    expect((await ana.post(`/em/${at.asses}/pesquisas-salvas/${row?.id}/exclusao`, theft)).status).toBe(404)
    const renamed = await marina.send(over, `form[action$="/${row?.id}"]`, { nome: 'Outro nome' })
    expect(renamed.text).toContain('Outro nome')
    const gone = await marina.send(renamed, 'form[action$="/exclusao"]')
    expect(gone.text).toContain('Nenhuma pesquisa salva')
  })
})
