import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  concludedIn,
  confirmPasswordFor,
  done,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { actOn, aLabel, labelled, rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { grantCredential } from '../cases/index.ts'
import { deleteLabel, includeLabel, removeLabel, writeNote } from './index.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, paulo, ana] = [await house.signIn('marina'), await house.signIn('paulo'), await house.signIn('ana')]
})
afterAll(() => house.close())

const desk = `/em/${at.prot}/mesa`

describe('a note', () => {
  it('R1 is of the whole unit, and of no other', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses)
    const after = await actOn(marina, at.prot, '/anotacao', [digits], {
      anotacao: 'Ligar para o setor',
      prioridade: 'sim',
    })
    expect(after.text).toContain('anotação salva.')
    expect((await paulo.open(`/em/${at.prot}/processos/${digits}`)).text).toContain('Ligar para o setor')
    expect(rowOf(await paulo.open(`${desk}?filtro=${digits}`), 'processos', number)).toContain('Anotação prioritária')
    for (const url of [
      `/processos/${digits}`,
      `/mesa?filtro=${digits}`,
      `/anotacao?processo=${digits}`,
      `/mesa/planilha`,
    ]) {
      const page = await ana.open(`/em/${at.asses}${url}`)
      expect(page.status).toBe(200)
      expect(page.html).not.toContain('Ligar para')
    }
  })

  it('R2 is one: the next takes its place, and a blank one takes it away', async () => {
    const { digits, id } = await aCaseFile(house)
    await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: 'Primeira' })
    await actOn(paulo, at.prot, '/anotacao', [digits], { anotacao: 'Segunda' })
    const rows = () => house.db`select text from watchlists.note where case_file_id = ${id}`
    expect(await rows()).toMatchObject([{ text: 'Segunda' }])
    const form = await marina.open(`/em/${at.prot}/anotacao?processo=${digits}`)
    expect(form.document.querySelector('textarea')?.textContent).toContain('Segunda')
    expect((await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: '  ' })).text).toContain(
      'anotação apagada.',
    )
    expect(await rows()).toHaveLength(0)
  })

  it('R1 in a confidential case file is of its writer alone, beside that of a colleague with a credential', async () => {
    const { digits, id, number } = await aCaseFile(house, { level: 'confidential' })
    const [here, now] = [await actorOf(house, 'marina', at.prot), house.platform.clock()]
    await confirmPasswordFor(marina, at.prot, digits, password)
    const [session] = await house.db<{ hash: string }[]>`
      select encode(session_hash, 'hex') as hash from identity.confirmation where case_file_id = ${id}`
    const actor = { ...here, sessionHash: session?.hash ?? '' }
    const colleague = await actorOf(house, 'paulo', at.prot)
    await done(grantCredential(house.db, actor, { digits, accountId: colleague.userId, unitId: colleague.unitId }, now))
    await confirmPasswordFor(paulo, at.prot, digits, password)
    await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: 'Suspeita de Marina' })
    const seen = `/em/${at.prot}/processos/${digits}`
    expect((await marina.open(seen)).text).toContain('Suspeita de Marina')
    expect((await marina.open(`${desk}?filtro=${digits}`)).html).toContain('Suspeita de Marina')
    for (const url of [
      seen,
      `${desk}?filtro=${digits}`,
      `/em/${at.prot}/anotacao?processo=${digits}`,
      `${desk}/planilha`,
    ]) {
      const page = await paulo.open(url)
      expect(page.html).toContain(number)
      expect(page.html).not.toContain('Suspeita')
    }
    await actOn(paulo, at.prot, '/anotacao', [digits], { anotacao: 'Lembrete de Paulo' })
    expect((await marina.open(seen)).text).toContain('Suspeita de Marina')
    expect((await marina.open(seen)).text).not.toContain('Lembrete')
    // Without a credential not even that there is something to write on.
    const secretaria = await house.signIn('secretaria')
    expect((await secretaria.open(`/em/${at.gs}/anotacao?processo=${digits}`)).status).toBe(404)
  })

  it('R1 does not travel, and is taken away on sending where that is wanted', async () => {
    const [kept, gone] = [await aCaseFile(house), await aCaseFile(house)]
    const [asses] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
    for (const [file, fields] of [
      [kept, {}],
      [gone, { remover_anotacao: 'sim' }],
    ] as const) {
      await actOn(marina, at.prot, '/anotacao', [file.digits], { anotacao: 'Só nossa' })
      const sent = await actOn(marina, at.prot, '/envio', [file.digits], { destinos: asses?.id ?? '', ...fields })
      expect(sent.text).toContain('enviado para')
      expect((await ana.open(`/em/${at.asses}/processos/${file.digits}`)).text).not.toContain('Só nossa')
    }
    const left =
      await house.db`select 1 from watchlists.note where case_file_id = any (${[kept.id, gone.id]}::bigint[])`
    expect(left).toHaveLength(1)
    expect((await marina.open(`/em/${at.prot}/envio?processo=${(await aCaseFile(house)).digits}`)).text).not.toContain(
      'Remover a anotação',
    )
  })

  it('R2 on many tells what became of each: done, refused, and not there', async () => {
    const [open, concluded] = [await aCaseFile(house), await aCaseFile(house)]
    await concludedIn(house, concluded.id, at.prot)
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    const processo = [open.digits, concluded.digits, hidden.digits, '99999999999']
    const after = await postAnyway(marina, `/em/${at.prot}/anotacao`, { processo, anotacao: 'Em lote' })
    expect(after.url).toContain('/mesa?resultado=')
    const message = after.document.querySelector('.message')?.textContent ?? ''
    expect(message).toContain(`${open.number}: anotação salva.`)
    expect(message).toContain(`${concluded.number}: O processo não está aberto nesta unidade.`)
    expect(message).toContain(`${hidden.digits}: processo não encontrado.`)
    expect(message).not.toContain(hidden.number)
    expect(message).toContain('99999999999: processo não encontrado.')
  })

  it('R2 all of it refused keeps what was typed, and an overlong one is told beside its field', async () => {
    const { digits, id } = await aCaseFile(house)
    const long = await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: 'x'.repeat(501) })
    expect(long.status).toBe(422)
    expect(long.errors).toEqual(['A anotação tem mais de 500 caracteres. Abrevie.'])
    const form = await marina.open(`/em/${at.prot}/anotacao?processo=${digits}`)
    await concludedIn(house, id, at.prot)
    const refused = await marina.send(form, 'form[action$="/anotacao"]', { anotacao: 'Tarde demais' })
    expect(refused.status).toBe(422)
    expect(refused.document.querySelector('textarea')?.textContent).toContain('Tarde demais')
    expect((await marina.open(`/em/${at.prot}/anotacao`)).text).toContain('Marque um ou mais processos')
  })
})

describe('a label', () => {
  it('R3 is registered with name and colour, one of its name in the unit, and deleted only while never used', async () => {
    const form = await marina.open(`/em/${at.prot}/marcadores/novo`)
    expect(form.document.querySelectorAll('input[name=cor]')).toHaveLength(32)
    const made = await marina.send(form, 'form[action$="/marcadores"]', { nome: 'Urgente', cor: 'red' })
    expect(made.text).toContain('Marcador criado.')
    expect(made.text).toContain('círculo vermelho')
    const again = await marina.send(form, 'form[action$="/marcadores"]', {
      nome: 'URGENTE',
      cor: 'blue',
      _chave: 'outra-chave',
    })
    expect(again.errors).toEqual(['A unidade já tem um marcador com este nome. Escolha outro nome.'])
    const odd = await marina.send(form, 'form[action$="/marcadores"]', {
      nome: 'X',
      cor: 'furta-cor',
      _chave: 'mais-outra',
    })
    expect(odd.errors).toEqual(['Escolha uma cor da lista.'])

    const unused = await aLabel(house, 'Nunca usado')
    const page = await marina.open(`/em/${at.prot}/marcadores/${unused}`)
    expect((await marina.send(page, 'form[action$="/exclusao"]')).text).toContain('Marcador excluído.')

    const used = await aLabel(house, 'Já usado')
    const { digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    await labelled(house, digits, used)
    await done(removeLabel(house.db, actor, { caseNumber: digits, labelId: used }, new Date()))
    expect((await marina.open(`/em/${at.prot}/marcadores/${used}`)).text).toContain('não pode ser excluído')
    expect(await deleteLabel(house.db, actor, used)).toMatchObject({ done: false, refusals: [{ kind: 'used' }] })
    await expect(house.db`delete from watchlists.label where id = ${used}`).rejects.toThrow(/foreign key/)
  })

  it('R4 out of use stays where it is and is put on nothing more', async () => {
    const labelId = await aLabel(house, 'Fora de moda')
    const [with_, without] = [await aCaseFile(house), await aCaseFile(house)]
    await labelled(house, with_.digits, labelId)
    const page = await marina.open(`/em/${at.prot}/marcadores/${labelId}`)
    await marina.send(page, `form[action$="/marcadores/${labelId}"]`, { em_uso: '' })
    expect((await marina.open(`/em/${at.prot}/processos/${with_.digits}`)).text).toContain('Fora de moda')
    const refused = await actOn(marina, at.prot, '/marcacao', [without.digits], { marcador: labelId, acao: 'incluir' })
    expect(refused.errors).toEqual(['Este marcador está fora de uso. Escolha outro.'])
  })

  it('R4 is of its unit: another one neither sees it, nor puts it on, nor counts it', async () => {
    const labelId = await aLabel(house, 'Só do protocolo')
    const { digits, id } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses)
    await labelled(house, digits, labelId, 'segredo da casa')
    for (const url of [
      '/mesa',
      '/marcadores',
      `/processos/${digits}`,
      `/processos/${digits}/marcadores`,
      '/mesa/planilha',
    ]) {
      const page = await ana.open(`/em/${at.asses}${url}`)
      expect(page.status).toBe(200)
      expect(page.html).not.toContain('Só do protocolo')
      expect(page.html).not.toContain('segredo da casa')
    }
    expect((await ana.open(`/em/${at.asses}/marcadores/${labelId}`)).status).toBe(404)
    expect((await ana.open(`/em/${at.asses}/mesa?marcador=${labelId}`)).text).toContain('Nenhum processo nesta lista')
    const there = await actorOf(house, 'ana', at.asses)
    const outcome = await includeLabel(house.db, there, { caseNumber: digits, labelId, text: '' }, new Date())
    expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'no-such-label' }] })
    await expect(house.db`
      insert into watchlists.labelling (label_id, unit_id, case_file_id, changed_at, changed_by)
      values (${labelId}, ${there.unitId}, ${id}, now(), ${there.userId})
      on conflict (label_id, case_file_id) do update set unit_id = excluded.unit_id`).rejects.toThrow(/foreign key/)
  })

  it('R4 counts and filters the whole desk: open ones that this person may see, and no concluded one', async () => {
    const labelId = await aLabel(house, 'Contado')
    const files = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
    for (const { digits } of files) await labelled(house, digits, labelId)
    await concludedIn(house, files[2]?.id ?? '', at.prot)
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    await house.db`insert into watchlists.labelling (label_id, unit_id, case_file_id, changed_at, changed_by)
      select ${labelId}, unit_id, ${hidden.id}, now(), created_by from watchlists.label where id = ${labelId}`
    const page = await marina.open(`${desk}?marcador=${labelId}`)
    expect(page.document.querySelectorAll('#processos tbody tr')).toHaveLength(2)
    expect(page.text).toContain('Contado (2)')
    expect(rowOf(await marina.open(`/em/${at.prot}/marcadores`), 'marcadores', 'Contado')).toContain('2 processos')
    expect((await paulo.open(`${desk}?marcador=${labelId}`)).text).toContain('Contado (3)')
    const without = await marina.open(`${desk}?marcador=sem&filtro=${files[0]?.digits}`)
    expect(without.text).toContain('Nenhum processo nesta lista')
  })

  it('R5 keeps who put it on, changed its text and took it off, and nobody rewrites that', async () => {
    const labelId = await aLabel(house, 'Com história')
    const { digits, id } = await aCaseFile(house)
    const here = `/em/${at.prot}/processos/${digits}/marcadores`
    const on = await marina.send(await marina.open(here), `form[action$="${here}"]`, { marcador: labelId, texto: 'um' })
    expect(on.text).toContain('marcador incluído.')
    const one = await paulo.open(`${here}/${labelId}`)
    await paulo.send(one, `form[action$="/${labelId}"]`, { texto: 'dois', acao: 'alterar' })
    const off = await paulo.send(await paulo.open(`${here}/${labelId}`), `form[action$="/${labelId}"]`, {
      acao: 'retirar',
    })
    expect(off.text).toMatch(/retirado: dois.*alterado: dois.*incluído: um/)
    expect(off.text).toContain('O processo não tem marcadores')
    await expect(house.db`delete from watchlists.labelling_event where case_file_id = ${id}`).rejects.toThrow(
      /append-only/,
    )
    expect((await ana.open(`/em/${at.asses}/processos/${digits}/marcadores`)).text).not.toContain('Com história')
  })

  it('R2 on many says of each what became of it, and several stand on one case file', async () => {
    const [first, second] = [await aLabel(house, 'Primeiro'), await aLabel(house, 'Segundo')]
    const files = [await aCaseFile(house), await aCaseFile(house)]
    const digits = files.map((file) => file.digits)
    await labelled(house, digits[0] ?? '', first)
    const after = await actOn(marina, at.prot, '/marcacao', digits, { marcador: first, acao: 'incluir' })
    expect(after.text).toContain(`${files[0]?.number}: O processo já tem este marcador.`)
    expect(after.text).toContain(`${files[1]?.number}: marcador incluído.`)
    await actOn(marina, at.prot, '/marcacao', digits, { marcador: second, acao: 'incluir', texto: 'com texto' })
    const row = rowOf(await marina.open(`${desk}?filtro=${digits[0]}`), 'processos', files[0]?.number ?? '')
    expect(row).toMatch(/Primeiro.*Segundo: com texto/)
    const off = await actOn(marina, at.prot, '/marcacao', digits, { marcador: first, acao: 'retirar' })
    expect(off.text).toContain('2 itens feitos')
  })

  it('is kept by who may change case files, not by who may only look', async () => {
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/marcadores`)).status).toBe(404)
    const { digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'ana', at.asses)
    const never = await writeNote(house.db, actor, { caseNumber: digits, text: 'a', priority: false }, new Date())
    expect(never).toMatchObject({ done: false, refusals: [{ kind: 'never-here' }, { kind: 'concluded-here' }] })
  })
})
