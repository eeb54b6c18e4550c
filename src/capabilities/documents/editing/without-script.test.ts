import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '../../../../test/support/builders-cases.ts'
import {
  anOpenedEditor,
  documentAddress,
  eventsOfDocument,
  textOf,
  withBody,
  writeText,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { toText } from '../../../rich-text/index.ts'
import { saveVersion } from './save-version.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const editorForm = 'form[data-editor]'

describe('the editor without script', () => {
  it('offers a field for each free section, shows the locked ones, and saves a version', async () => {
    const { number, page } = await anOpenedEditor(house, marina)
    expect(page.document.querySelectorAll('textarea')).toHaveLength(1)
    expect(page.document.querySelector('.document-section--locked')?.textContent).toContain('Secretaria de Estado')
    expect(page.document.querySelector(editorForm)?.textContent).toContain(
      'Aqui o texto só fica guardado quando você aciona “Salvar versão”.',
    )
    const after = await marina.send(page, editorForm, { secao_corpo: 'Defiro o pedido.\n\n- um\n- dois' })
    expect(after.text).toContain('Versão 2 salva.')
    expect(toText((await textOf(house, number)).content)).toContain('Defiro o pedido.\n• um\n• dois')
    expect(await eventsOfDocument(house, number)).toEqual(['document-created', 'document-saved'])
  })

  it('saves and goes on to the signing', async () => {
    const { number, page } = await anOpenedEditor(house, marina)
    const button = page.document.querySelector(`${editorForm} button[name=acao]`)
    expect([button?.getAttribute('value'), button?.textContent]).toEqual(['assinar', 'Salvar e assinar'])
    const signing = await marina.send(page, editorForm, { secao_corpo: 'Defiro e assino.', acao: 'assinar' })
    expect(signing.document.querySelector('h1')?.textContent).toContain('Assinar')
    expect(toText((await textOf(house, number)).content)).toContain('Defiro e assino.')
  })

  it('asks before a table is lost, and keeps what was typed', async () => {
    const { number } = await anOpenedEditor(house, marina)
    const { content, version } = await textOf(house, number)
    const actor = await actorOf(house, 'marina', at.prot)
    const next = withBody(content, '| a | b |\n|---|---|\n| 1 | 2 |')
    await saveVersion(house.db, actor, { number, content: next, baseVersion: version }, new Date())
    const page = await marina.open(documentAddress(number, '/editor'))
    const refused = await marina.send(page, editorForm, { secao_corpo: 'Sem a tabela.' })
    expect(refused.status).toBe(422)
    expect(refused.errors[0]).toContain('O texto perdeu tabela 1')
    expect(refused.document.querySelector('textarea')?.textContent).toContain('Sem a tabela.')
    const done = await marina.send(refused, editorForm, { confirma_retirada: 'sim' })
    expect(done.text).toContain('Versão 3 salva.')
  })

  it('R6 shows both texts when somebody saved meanwhile, and saves mine only when asked again', async () => {
    const { number, page } = await anOpenedEditor(house, marina)
    await writeText(house, number, 'Texto do Paulo.', { by: 'paulo' })
    const conflict = await marina.send(page, editorForm, { secao_corpo: 'Texto da Marina.' })
    expect(conflict.status).toBe(422)
    expect(conflict.text).toContain('Paulo Protocolista salvou outra versão')
    expect(conflict.document.querySelector('.rt-compare')?.textContent).toContain('Marina')
    expect(toText((await textOf(house, number)).content)).toContain('Texto do Paulo.')
    const done = await marina.send(conflict, editorForm)
    expect(done.text).toContain('Versão 3 salva.')
    expect(toText((await textOf(house, number)).content)).toContain('Texto da Marina.')
  })
})
