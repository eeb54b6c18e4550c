import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf, legalBasisOf } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  eventsOfDocument,
  rowOf,
  signAsDocumentsKnow,
  textOf,
  typeIdOf,
} from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { doc, section, toText } from '../../../rich-text/index.ts'
import { addStandardText } from '../../knowledge/index.ts'
import { type DraftRequest, draftDocument } from './draft-document.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())

const nounForm = 'form[action$="/documentos"]'

async function requestFor(
  caseDigits: string,
  type: string,
  changes: Partial<DraftRequest> = {},
): Promise<DraftRequest> {
  return {
    caseDigits,
    typeId: await typeIdOf(house, type),
    initialText: { kind: 'template' },
    description: '',
    treeName: '',
    datedOn: todayIn(house.platform.clock()),
    level: 'public',
    legalBasisId: undefined,
    ...changes,
  }
}

describe('a new document on the pages', () => {
  it('R1 gets its nº SEI, its first version and its event, with the variables filled in', async () => {
    const { digits } = await aCaseFile(house, { summary: 'Isenção de taxa' })
    const marina = await house.signIn('marina')
    const choose = await marina.open(`/em/${at.prot}/processos/${digits}/documentos/novo`)
    expect(choose.text).toContain('Externo: enviar arquivos')
    expect(choose.text.indexOf('Externo')).toBeLessThan(choose.text.indexOf('Despacho'))
    const link = [...choose.document.querySelectorAll('a')].find((a) => a.textContent === 'Ofício')
    const form = await marina.open(link?.getAttribute('href') ?? '')
    const after = await marina.send(form, nounForm, {
      descricao: 'Resposta ao contribuinte',
      nome_na_arvore: 'Resposta',
    })
    const number = /documentos\/(\d{7,})\/editor$/.exec(after.url)?.[1] ?? ''
    expect(number).toMatch(/^\d{7,}$/)
    const row = await rowOf(house, number)
    expect(row).toMatchObject({
      type_number: `1/${new Date().getFullYear()}`,
      description: 'Resposta ao contribuinte',
      version: 1,
    })
    const text = toText((await textOf(house, number)).content)
    expect(text).toContain('Secretaria de Estado da Tributação')
    expect(text).toContain('Protocolo')
    expect(await eventsOfDocument(house, number)).toEqual(['document-created'])
  })

  it('shows first the types that the unit uses', async () => {
    const { digits } = await aCaseFile(house, { by: 'rita', unit: at.rj })
    const rita = await house.signIn('rita')
    const used = async () =>
      [
        ...(await rita.open(`/em/${at.rj}/processos/${digits}/documentos/novo`)).document.querySelectorAll(
          '#tipos-usados a',
        ),
      ].map((a) => a.textContent)
    expect(await used()).toEqual([])
    await aDraft(house, digits, { by: 'rita', unit: at.rj, type: 'Ofício' })
    await aDraft(house, digits, { by: 'rita', unit: at.rj, type: 'Despacho' })
    await aDraft(house, digits, { by: 'rita', unit: at.rj, type: 'Despacho' })
    expect(await used()).toEqual(['Despacho', 'Ofício'])
  })

  it('comes back with what was typed and a sentence beside each field', async () => {
    const { digits } = await aCaseFile(house)
    const marina = await house.signIn('marina')
    const page = await marina.open(
      `/em/${at.prot}/processos/${digits}/documentos/novo?tipo=${await typeIdOf(house, 'Despacho')}`,
    )
    const after = await marina.send(page, nounForm, {
      texto_inicial: 'documento',
      documento_modelo: 'abc',
      nivel: 'restrito',
      hipotese: '',
      data: '2099-01-01',
      descricao: 'Fica aqui',
    })
    expect(after.status).toBe(422)
    expect(after.errors).toEqual(['Informe o número (nº SEI) do documento que serve de modelo.'])
    const again = await marina.send(after, nounForm, { texto_inicial: 'modelo' })
    expect(again.status).toBe(422)
    expect(again.errors).toEqual([
      'A data do documento não pode ser depois de hoje.',
      'Escolha a hipótese legal que justifica o nível de acesso.',
    ])
    expect(again.document.querySelector('textarea[name="descricao"]')?.textContent).toContain('Fica aqui')
  })

  it('sent twice with the same key, is made once', async () => {
    const { digits, id } = await aCaseFile(house)
    const marina = await house.signIn('marina')
    const page = await marina.open(
      `/em/${at.prot}/processos/${digits}/documentos/novo?tipo=${await typeIdOf(house, 'Despacho')}`,
    )
    const [one, other] = await Promise.all([marina.send(page, nounForm), marina.send(page, nounForm)])
    expect(one?.url).toBe(other?.url)
    const [row] = await house.db`select count(*)::int as count from documents.document where case_file_id = ${id}`
    expect(row?.count).toBe(1)
  })
})

describe('who may begin a document', () => {
  it('is not there for who may not write, and where the case file is closed to them', async () => {
    const { digits } = await aCaseFile(house)
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/processos/${digits}/documentos/novo`)).status).toBe(404)
    const marina = await house.signIn('marina')
    expect((await marina.open(`/em/${at.prot}/processos/99999999999/documentos/novo`)).status).toBe(404)
  })

  it('is told by the page why not, where the case file is not open in the unit', async () => {
    const { digits } = await aCaseFile(house)
    const ana = await house.signIn('ana')
    const page = await ana.open(`/em/${at.asses}/processos/${digits}/documentos/novo`)
    expect(page.text).toContain('O processo não está aberto nesta unidade')
    const ana2 = await actorOf(house, 'ana', at.asses)
    const outcome = await draftDocument(house.db, ana2, await requestFor(digits, 'Despacho'), new Date())
    expect(outcome?.done).toBe(false)
  })

  it('EST-006: a unit without address is told what is missing', async () => {
    const { digits } = await aCaseFile(house)
    await house.db`update organization.unit set address = '' where slug = ${at.prot}`
    const actor = await actorOf(house, 'marina', at.prot)
    const outcome = await draftDocument(house.db, actor, await requestFor(digits, 'Despacho'), new Date())
    await house.db`update organization.unit set address = 'Centro Administrativo' where slug = ${at.prot}`
    expect(outcome).toEqual({ done: false, refusals: [{ kind: 'unit-without-address', unit: 'PROT' }] })
  })

  test.each([
    ['a type only for files', { typeName: 'Requerimento' }, 'type-unavailable'],
    ['a day that has not come', { datedOn: '2999-01-01' as LocalDate }, 'future-date'],
    ['a standard text of nobody', { initialText: { kind: 'standard-text', id: '999' } }, 'standard-text-gone'],
    ['a model that is not there', { initialText: { kind: 'document', number: '98765432' } }, 'model-not-found'],
  ] as const)('is refused %s', async (_name, given, kind) => {
    const { digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    const { typeName = 'Despacho', ...changes }: Partial<DraftRequest> & { typeName?: string } = given
    const request = await requestFor(digits, typeName, changes)
    const outcome = await draftDocument(house.db, actor, request, new Date())
    expect(outcome?.done === false && outcome.refusals.map((refusal) => refusal.kind)).toEqual([kind])
  })
})

describe('the initial text', () => {
  it('is the standard text of the unit, filled in, inside the sections of the template', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const content = doc(section('corpo', 'body', 'Encaminho o processo @processo@, de @destinatario_nome@.'))
    const made = await addStandardText(house.db, actor, { name: 'Encaminhamento', content }, new Date())
    const { digits, number: caseNumber } = await aCaseFile(house)
    const id = made.done ? made.value.id : ''
    const number = await aDraft(house, digits, { initialText: { kind: 'standard-text', id } })
    const text = toText((await textOf(house, number)).content)
    expect(text).toContain(`Encaminho o processo ${caseNumber}, de @destinatario_nome@.`)
    expect(text).toContain('Secretaria de Estado da Tributação')
    const marina = await house.signIn('marina')
    const editor = await marina.open(`/em/${at.prot}/documentos/${number}/editor`)
    expect(editor.text).toContain('Não há o que pôr no lugar de @destinatario_nome@')
  })

  it('is another document of the unit, whose body comes along and whose letterhead does not', async () => {
    const first = await aCaseFile(house)
    const model = await aDraft(house, first.digits, { text: 'Texto que se aproveita.' })
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { type: 'Ofício', initialText: { kind: 'document', number: model } })
    const text = toText((await textOf(house, number)).content)
    expect(text).toContain('Texto que se aproveita.')
    expect(text).toContain('Ofício nº')
  })

  it('R4 is never taken from what may not be read: it answers as if the model were not there', async () => {
    const theirs = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const draft = await aDraft(house, theirs.digits, { by: 'ana', unit: at.asses, text: 'Segredo da minuta.' })
    const closed = await aCaseFile(house, { by: 'ana', unit: at.asses, level: 'restricted' })
    const restricted = await aDraft(house, closed.digits, { by: 'ana', unit: at.asses, text: 'Segredo restrito.' })
    await signAsDocumentsKnow(house, restricted, { by: 'ana', unit: at.asses })
    const { digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    const answers = await Promise.all(
      [draft, restricted, '99999999'].map(async (number) =>
        draftDocument(
          house.db,
          actor,
          await requestFor(digits, 'Despacho', { initialText: { kind: 'document', number } }),
          new Date(),
        ),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ done: false, refusals: [{ kind: 'model-not-found' }] })]),
    )
  })

  it('turns black what it was taken from in another unit: taking a text is reading it', async () => {
    const theirs = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const model = await aDraft(house, theirs.digits, { by: 'ana', unit: at.asses, text: 'Parecer.' })
    await signAsDocumentsKnow(house, model, { by: 'ana', unit: at.asses })
    const { digits } = await aCaseFile(house)
    await aDraft(house, digits, { initialText: { kind: 'document', number: model } })
    expect(await rowOf(house, model)).toMatchObject({ lock_cause: 'consulta pela unidade PROT' })
  })
})

describe('the level of a new document', () => {
  it('R5 gives its own to the whole case file, and the history tells both', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await aDraft(house, digits, { level: 'restricted' })
    const [row] = await house.db`select level, effective_level from cases.case_file where id = ${id}`
    expect(row).toEqual({ level: 'public', effective_level: 'restricted' })
    expect(await rowOf(house, number)).toMatchObject({
      level: 'restricted',
      legal_basis_id: await legalBasisOf(house.db, 'restricted'),
    })
    const kinds = await house.db<
      { kind: string }[]
    >`select kind from history.event where case_file_id = ${id} order by id`
    expect(kinds.map(({ kind }) => kind)).toContain('effective-level-changed')
  })
})
