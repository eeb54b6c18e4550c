import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, eventsOf, formOf } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { draftDocument } from '../documents/index.ts'

describe('the case page', () => {
  let house: TestHouse
  let marina: Person
  let ana: Person
  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
    ana = await house.signIn('ana')
  })
  afterAll(() => house.close())

  const draft = async (digits: string, level: 'public' | 'restricted' = 'public') => {
    const now = house.platform.clock()
    const [type] = await house.db<{ id: string }[]>`select id from classification.document_type where name = 'Despacho'`
    const [basis] = await house.db<
      { id: string }[]
    >`select id from classification.legal_basis where level = 'restricted'`
    const outcome = await draftDocument(
      house.db,
      await actorOf(house, 'marina', at.prot),
      {
        caseDigits: digits,
        typeId: type?.id ?? '',
        initialText: { kind: 'template' },
        description: '',
        treeName: '',
        datedOn: todayIn(now),
        level,
        legalBasisId: level === 'public' ? undefined : basis?.id,
      },
      now,
    )
    if (!outcome?.done) throw new Error(`no draft: ${JSON.stringify(outcome?.refusals)}`)
    return outcome.value.number
  }
  const acts = (page: Page) =>
    [...page.document.querySelectorAll('.action-bar .action')].map((act) => (act.textContent ?? '').trim())

  it('R1 says where it is, since when, with whom, and what is pending', async () => {
    const made = await aCaseFile(house, { summary: 'Restituição de imposto' })
    const number = await draft(made.digits)
    const page = await marina.open(`/em/${at.prot}/processos/${made.digits}`)
    expect(page.text).toContain('Onde o processo está')
    expect(page.text).toContain('PROT Protocolo')
    expect(page.text).toContain('1 documento ainda não assinado')
    expect(page.text).toContain(number)
    expect(page.text).toContain('Restituição de imposto')
  })

  it('a document offers to be signed until one has signed it, and to others still', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Defiro.' })
    const paulo = await house.signIn('paulo')
    const offered = async (person: Person) =>
      acts(await person.open(`/em/${at.prot}/documentos/${number}`)).includes('Assinar')
    expect([await offered(marina), await offered(paulo)]).toEqual([true, true])
    await signDocument(house, number)
    expect([await offered(marina), await offered(paulo)]).toEqual([false, true])
  })

  it('R1 says of what was sent away that it went unsigned, and no longer that it is pending here', async () => {
    const [made, other] = [await aCaseFile(house), await aCaseFile(house)]
    await draft(made.digits)
    const address = `/em/${at.prot}/processos/${made.digits}`
    expect((await marina.open(address)).text).toContain('Pendente nesta unidade')
    const [asses] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
    const form = await marina.open(`/em/${at.prot}/envio?processo=${made.digits}`)
    expect(form.text).toContain('Há documentos sem assinatura')
    expect((await marina.open(`/em/${at.prot}/envio?processo=${other.digits}`)).text).not.toContain('sem assinatura')
    await marina.send(form, 'form[action$="/envio"]', { destinos: asses?.id ?? '' })
    const after = await marina.open(address)
    expect(after.text).not.toContain('Pendente nesta unidade')
    expect(after.text).toContain('Ficou sem assinatura')
  })

  it('R2 offers what may be done here and now, and nothing else', async () => {
    const made = await aCaseFile(house)
    const open = acts(await marina.open(`/em/${at.prot}/processos/${made.digits}`))
    expect(open).toEqual(expect.arrayContaining(['Novo documento', 'Enviar', 'Atribuir', 'Concluir']))
    expect(open).not.toContain('Reabrir')
    const elsewhere = acts(await ana.open(`/em/${at.asses}/processos/${made.digits}`))
    expect(elsewhere).not.toContain('Enviar')
    expect(elsewhere).not.toContain('Novo documento')
  })

  it('R3 a draft of another unit stands in the tree by its name, and its content stays closed', async () => {
    const made = await aCaseFile(house)
    const number = await draft(made.digits)
    const ours = await marina.open(`/em/${at.prot}/documentos/${number}`)
    expect(ours.text).toContain('Secretaria de Estado da Tributação')
    const theirs = await ana.open(`/em/${at.asses}/documentos/${number}`)
    expect(theirs.status).toBe(200)
    expect(theirs.text).toContain('Conteúdo não disponível nesta unidade')
    expect(theirs.text).not.toContain('Secretaria de Estado da Tributação')
    expect(theirs.html).not.toContain('document-sheet')
  })

  it('R3 of a restricted case file another unit has tree and history by number, never content', async () => {
    const made = await aCaseFile(house, { level: 'restricted' })
    const number = await draft(made.digits)
    const page = await ana.open(`/em/${at.asses}/processos/${made.digits}`)
    expect(page.text).toContain('você vê a lista de documentos e o histórico, mas não o conteúdo')
    const document = await ana.open(`/em/${at.asses}/documentos/${number}`)
    expect(document.html).not.toContain('document-sheet')
  })

  it('R4 asks the holder for the password and does not exist for anybody else', async () => {
    const made = await aCaseFile(house, { level: 'confidential', summary: 'Assunto muito reservado' })
    const asked = await marina.open(`/em/${at.prot}/processos/${made.digits}`)
    expect(asked.url).toContain('/senha')
    expect(asked.text).not.toContain('Assunto muito reservado')
    await confirmPasswordFor(marina, at.prot, made.digits, password)
    expect((await marina.open(`/em/${at.prot}/processos/${made.digits}`)).text).toContain('Assunto muito reservado')
    const hidden = await ana.open(`/em/${at.asses}/processos/${made.digits}`)
    const absent = await ana.open(`/em/${at.asses}/processos/99999999999999999`)
    expect([hidden.status, absent.status]).toEqual([404, 404])
    expect(hidden.text).toBe(absent.text)
  })

  it('R5 an entry stands in the history for good; an empty or endless one is refused and kept on the page', async () => {
    const made = await aCaseFile(house)
    const address = `/em/${at.prot}/processos/${made.digits}/historico`
    const after = await marina.send(await marina.open(address), formOf('andamentos'), {
      texto: 'Telefonei ao contribuinte.',
    })
    expect(after.text).toContain('Telefonei ao contribuinte.')
    const refused = await marina.send(await marina.open(address), formOf('andamentos'), { texto: 'x'.repeat(1001) })
    expect(refused.status).toBe(422)
    expect(refused.errors.join()).toContain('até 1000 caracteres')
    expect(refused.document.querySelector('textarea')?.textContent).toContain('xxx')
    const empty = await marina.send(await marina.open(address), formOf('andamentos'), { texto: '  ' })
    expect(empty.errors.join()).toContain('Escreva o andamento')
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'manual-entry')).toHaveLength(1)
  })

  it('R6 shows of a long tree the folder asked for, that of the document, or the last, and every draft as pending', async () => {
    const made = await aCaseFile(house)
    const first = await draft(made.digits)
    // Many more of the same, as uploads that nobody has to sign.
    const numbers = await house.db<{ number: string }[]>`
      insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level, position)
      select case_file_id, 'uploaded', document_type_id, unit_id, created_at, created_by, dated_on, level, n
        from documents.document, generate_series(2, 130) n where number = ${first} order by n returning lpad(number::text, 7, '0') as number`
    const address = `/em/${at.prot}/processos/${made.digits}`
    const shown = async (url: string) => {
      const page = await marina.open(url)
      const links = [...page.document.querySelectorAll('#arvore a[href*="/documentos/"]')]
      return links.map((link) => /documentos\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1])
    }
    const all = [first, ...numbers.map(({ number }) => number)]
    expect(await shown(address)).toEqual(all.slice(100))
    expect(await shown(`${address}?pasta=2`)).toEqual(all.slice(50, 100))
    expect(await shown(`${address}?pasta=999`)).toEqual(all.slice(100))
    expect(await shown(`/em/${at.prot}/documentos/${first}`)).toEqual(all.slice(0, 50))
    expect(await shown(`/em/${at.prot}/documentos/${all[60]}`)).toEqual(all.slice(50, 100))
    const page = await marina.open(address)
    expect(page.text).toContain('1 documento ainda não assinado')
    expect(page.text).toContain('Documentos 101 a 130')
    const setting = async (value: string) => {
      await house.db`insert into platform.setting (name, value) values ('tree-folder-size', ${value}::text::jsonb)
        on conflict (name) do update set value = excluded.value`
      return shown(`${address}?pasta=2`)
    }
    expect(await setting('60')).toEqual(all.slice(60, 120))
    for (const odd of ['"vinte"', '3', '1000', '20.5', 'null']) expect(await setting(odd)).toEqual(all.slice(50, 100))
    await house.db`delete from platform.setting where name = 'tree-folder-size'`
    await house.db`update documents.document set state = 'deleted' where number = any (${all.slice(30)}::bigint[])`
    expect(await shown(address)).toEqual(all.slice(0, 30))
  })

  it('takes whatever stands in its address without falling', async () => {
    const made = await aCaseFile(house)
    for (const path of [
      `/processos/${made.digits}?pasta=-1`,
      `/processos/${made.digits}/historico?pagina=1e9&visao=x`,
      '/processos/abc',
      '/processos/%00',
      '/documentos/9999999',
      '/documentos/abc',
      '/documentos/99999999999999999999999',
    ]) {
      const page = await marina.open(`/em/${at.prot}${path}`)
      expect(page.status, path).toBeLessThan(500)
      expect(page.status, path).not.toBe(400)
    }
  })
})
