import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  aDraft,
  alsoOpenIn,
  concludedIn,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { actOn, rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { followCaseFile, markCaseFile, markDocument } from './index.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, ana] = [await house.signIn('marina'), await house.signIn('ana')]
})
afterAll(() => house.close())

const list = `/em/${at.prot}/acompanhamentos`
const listForm = 'form[action*="/acompanhamentos"][method=post]'

describe('special follow-up', () => {
  it('R6 is of a whole unit, in several groups, also of what is concluded, and found by its observation', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await concludedIn(house, id, at.prot)
    const after = await actOn(marina, at.prot, '/acompanhamento', [digits], {
      novo_grupo: 'Ações judiciais',
      observacao: 'Prazo do Ministério Público',
    })
    expect(after.text).toContain('agora é acompanhado pela unidade.')
    await actOn(marina, at.prot, '/acompanhamento', [digits], { novo_grupo: 'Do secretário' })
    const paulo = await house.signIn('paulo')
    const found = await paulo.open(`${list}?q=${encodeURIComponent('ministerio publico')}`)
    expect(rowOf(found, 'acompanhados', number)).toMatch(/Concluído.*Ações judiciais.*Prazo do Ministério Público/)
    expect((await paulo.open(list)).document.querySelectorAll('#acompanhados tbody tr')).toHaveLength(2)
    expect((await ana.open(`/em/${at.asses}/acompanhamentos`)).html).not.toContain(number)
    const twice = await actOn(marina, at.prot, '/acompanhamento', [digits], { novo_grupo: 'Do secretário' })
    expect(twice.errors[0]).toContain('O processo já é acompanhado aí.')
  })

  it('R6 takes any public one, a restricted one only if it passed here, a confidential one only by credential', async () => {
    const [open, restricted, confidential] = [
      await aCaseFile(house),
      await aCaseFile(house, { level: 'restricted' }),
      await aCaseFile(house, { level: 'confidential' }),
    ]
    const now = house.platform.clock()
    const follow = async (digits: string, login: 'ana' | 'marina', unit: typeof at.asses | typeof at.prot) =>
      followCaseFile(
        house.db,
        await actorOf(house, login, unit),
        { caseNumber: digits, watchlistIds: [], observation: '' },
        now,
      )
    expect(await follow(open.digits, 'ana', at.asses)).toMatchObject({ done: true })
    expect(await follow(restricted.digits, 'ana', at.asses)).toMatchObject({ refusals: [{ kind: 'never-here' }] })
    expect(await follow(restricted.digits, 'marina', at.prot)).toMatchObject({ done: true })
    expect(await follow(confidential.digits, 'ana', at.asses)).toBeUndefined()
    const mixed = await postAnyway(ana, `/em/${at.asses}/acompanhamento`, {
      processo: [restricted.digits, confidential.digits, (await aCaseFile(house)).digits],
    })
    expect(mixed.text).toContain(`${restricted.number}: O processo nunca passou por esta unidade.`)
    expect(mixed.text).toContain(`${confidential.digits}: processo não encontrado.`)
    expect(mixed.text).toContain('agora é acompanhado pela unidade.')
  })

  it('R6 shows no more of a case file that closed to the unit since', async () => {
    const { digits, id, number } = await aCaseFile(house)
    await actOn(ana, at.asses, '/acompanhamento', [digits], { observacao: 'de longe' })
    const seen = () => ana.open(`/em/${at.asses}/acompanhamentos?q=${digits}`)
    expect((await seen()).text).toContain(number)
    const [basis] = await house.db<
      { id: string }[]
    >`select id from classification.legal_basis where level = 'restricted'`
    await house.db`update cases.case_file set level = 'restricted', effective_level = 'restricted', legal_basis_id = ${basis?.id ?? ''} where id = ${id}`
    expect((await seen()).html).not.toContain(number)
    const [entry] = await house.db<{ id: string }[]>`select id from watchlists.entry where case_file_id = ${id}`
    const url = `/em/${at.asses}/acompanhamentos`
    const gone = await postAnyway(ana, url, { entrada: entry?.id ?? '', acao: 'excluir' })
    expect(gone.status).toBe(422)
    expect(gone.errors[0]).toContain('não foi encontrado')
  })

  it('R2 is changed and left in batch, with a result for each', async () => {
    const files = [await aCaseFile(house), await aCaseFile(house)]
    const digits = files.map((file) => file.digits)
    await actOn(marina, at.prot, '/acompanhamento', digits, { novo_grupo: 'De partida' })
    await actOn(marina, at.prot, '/acompanhamento', [digits[0] ?? ''], { novo_grupo: 'De chegada' })
    const rows = await house.db<{ id: string; name: string; digits: string; list: string }[]>`
      select e.id, w.name, c.digits, w.id as list from watchlists.entry e join watchlists.watchlist w on w.id = e.watchlist_id
        join cases.case_file c on c.id = e.case_file_id where w.name in ('De partida', 'De chegada') order by w.name, c.digits`
    const leaving = rows.filter(({ name }) => name === 'De partida').map(({ id }) => id)
    const target = rows.find(({ name }) => name === 'De chegada')?.list ?? ''
    const page = await marina.open(list)
    const moved = await marina.send(page, listForm, { entrada: leaving, mudar_grupo: target, acao: 'alterar' })
    expect(moved.text).toContain(`${files[0]?.number}: já está neste grupo`)
    expect(moved.text).toContain(`${files[1]?.number}: acompanhamento alterado.`)
    const left = await marina.send(await marina.open(list), listForm, { entrada: leaving, acao: 'excluir' })
    expect(left.text).toContain('2 itens feitos')
    const nothing = await marina.send(await marina.open(list), listForm, { acao: 'alterar' })
    expect(nothing.errors).toEqual(['Marque na lista o que quer alterar ou excluir.'])
    // A group of another unit is no group here.
    const [theirs] = await house.db<{ id: string }[]>`
      insert into watchlists.watchlist (unit_id, name) select id, 'Alheio' from organization.unit where slug = ${at.asses} returning id`
    const kept = rows.find(({ name }) => name === 'De chegada')?.id ?? ''
    const bad = await marina.send(await marina.open(list), listForm, {
      entrada: kept,
      mudar_grupo: theirs?.id ?? '',
      acao: 'alterar',
    })
    expect(bad.status).toBe(422)
  })

  it('has groups that are renamed, and deleted once empty', async () => {
    const groups = `${list}/grupos`
    const made = await marina.send(await marina.open(groups), 'form[action$="/grupos"]', { nome: 'Vazio' })
    expect(made.text).toContain('Grupo criado.')
    const [row] = await house.db<{ id: string }[]>`select id from watchlists.watchlist where name = 'Vazio'`
    const one = await marina.open(`${groups}/${row?.id}`)
    const renamed = await marina.send(one, `form[action$="/${row?.id}"]`, { nome: 'Cheio', acao: 'salvar' })
    expect(renamed.text).toContain('Cheio')
    const { digits } = await aCaseFile(house)
    await actOn(marina, at.prot, '/acompanhamento', [digits], { grupos: row?.id ?? '' })
    const full = await marina.send(await marina.open(`${groups}/${row?.id}`), `form[action$="/${row?.id}"]`, {
      acao: 'excluir',
    })
    expect(full.errors).toEqual(['Ainda há processos neste grupo. Mude-os de grupo antes de excluí-lo.'])
    expect((await ana.open(`/em/${at.asses}/acompanhamentos/grupos/${row?.id}`)).status).toBe(404)
  })
})

describe('favourites', () => {
  const mine = `/em/${at.prot}/favoritos`

  it('R7 are of one person, case files and documents together, in groups', async () => {
    const { digits, number } = await aCaseFile(house)
    const document = await aDraft(house, digits)
    expect((await actOn(marina, at.prot, '/favorito', [digits], { grupo: 'Meus casos' })).text).toContain(
      'guardado nos seus favoritos.',
    )
    const page = await marina.open(`/em/${at.prot}/documentos/${document}/favorito`)
    await marina.send(page, 'form[action$="/favorito"]', { grupo: 'Modelos' })
    const all = await marina.open(mine)
    expect(rowOf(all, 'favoritos', 'Despacho')).toMatch(/para usá-lo como modelo.*Modelos/)
    expect((await marina.open(`${mine}?grupo=Modelos`)).document.querySelectorAll('#favoritos tbody tr')).toHaveLength(
      1,
    )
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(mine)).html).not.toContain(number)
    const [row] = await house.db<{ id: string }[]>`select id from watchlists.favourite order by id limit 1`
    await postAnyway(paulo, mine, { favorito: row?.id ?? '', acao: 'retirar' })
    const moved = await marina.send(all, 'form[action*="/favoritos"][method=post]', {
      favorito: row?.id ?? '',
      mudar_grupo: 'Outro',
      acao: 'mudar',
    })
    expect(moved.text).toContain('1 favorito mudou de grupo.')
    const out = await marina.send(await marina.open(mine), 'form[action*="/favoritos"][method=post]', {
      favorito: row?.id ?? '',
      acao: 'retirar',
    })
    expect(out.text).toContain('1 favorito retirado.')
  })

  it('R6 R7 hold nothing that the gate hides, then or later', async () => {
    const { digits, id } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses)
    const draft = await aDraft(house, digits)
    const confidential = await aCaseFile(house, { level: 'confidential' })
    const restricted = await aCaseFile(house, { level: 'restricted' })
    const actor = await actorOf(house, 'ana', at.asses)
    const now = house.platform.clock()
    const groupName = ''
    expect(await markDocument(house.db, actor, { number: draft, groupName }, now)).toMatchObject({
      done: false,
      refusals: [{ kind: 'content-closed' }],
    })
    expect(await markCaseFile(house.db, actor, { caseNumber: confidential.digits, groupName }, now)).toBeUndefined()
    expect(await markCaseFile(house.db, actor, { caseNumber: restricted.digits, groupName }, now)).toMatchObject({
      done: false,
    })
    await house.db`insert into watchlists.favourite (account_id, case_file_id, document_id, added_at)
      select ${actor.userId}::bigint, ${id}::bigint, d.id, now() from documents.document d where d.number = ${draft}
      union all select ${actor.userId}::bigint, ${confidential.id}::bigint, null, now()`
    const page = await ana.open(`/em/${at.asses}/favoritos`)
    expect(page.html).not.toContain(draft)
    expect(page.html).not.toContain(confidential.number)
  })
})
