import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, confirmPasswordFor, postAnyway } from '../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../test/support/builders-deadlines.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { addDays, localDate } from '../../platform/calendar/index.ts'

/** A Friday, at ten in Brasília. */
const friday = new Date('2026-11-20T10:00:00-03:00')

describe('deadlines of a unit', () => {
  let house: TestHouse
  let marina: Person
  let ana: Person
  const prot = (path: string) => `/em/${at.prot}${path}`
  const formTo = (path: string) => `form[action$="${path}"]`

  beforeAll(async () => {
    house = await openTestHouse()
    house.setClock(friday)
    marina = await house.signIn('marina')
    ana = await house.signIn('ana')
    await house.db`insert into organization.holiday (on_date, name) values ('2026-11-24', 'Dia da Cidade')`
  })
  afterAll(() => house.close())

  const setOnPages = async (digits: readonly string[], fields: Record<string, string>): Promise<Page> => {
    const page = await marina.open(prot(`/prazos/novo?${digits.map((one) => `processo=${one}`).join('&')}`))
    return marina.send(page, formTo('/prazos'), { texto: 'Responder', ...fields })
  }
  const dues = async (caseFileId: string) => {
    const rows = await house.db<{ due: string }[]>`
      select due_on::text || coalesce(' ' || due_time::text, '') as due from deadlines.deadline
       where case_file_id = ${caseFileId} and deleted_at is null order by id`
    return rows.map(({ due }) => due)
  }

  it('R1 is counted in working days of the agency, and shown day by day before it is set', async () => {
    const file = await aCaseFile(house)
    const fields = { dias: '3', contagem: 'uteis' }
    const shown = await setOnPages([file.digits], { ...fields, acao: 'contar' })
    expect(shown.status).toBe(200)
    expect(shown.document.querySelector('#contagem')?.textContent).toContain('Não conta: feriado: Dia da Cidade')
    expect(shown.document.querySelector('[name=dias]')?.getAttribute('value')).toBe('3')
    expect(await dues(file.id)).toEqual([])
    const after = await marina.send(shown, formTo('/prazos'))
    expect(after.text).toContain('prazo definido para 26/11/2026.')
    expect(after.text).toContain('Prazos desta unidade')
    expect(after.text).toContain('Faltam 6 dias')
    expect(await dues(file.id)).toEqual(['2026-11-26'])
  })

  it('several stand in one case file, with text and hour; each is changed, concluded, reopened and deleted', async () => {
    const file = await aCaseFile(house)
    await setOnPages([file.digits], { texto: 'Ouvir a Fazenda', dia: '2026-11-23', hora: '14h30' })
    const both = await setOnPages([file.digits], { texto: 'Responder', dia: '2026-11-20' })
    expect(both.text).toContain('Ouvir a Fazenda')
    expect(both.text).toContain('23/11/2026 às 14:30')
    expect(both.text).toContain('Vence hoje')
    const [first] = await house.db<{ id: string }[]>`
      select id from deadlines.deadline where case_file_id = ${file.id} order by id`
    const path = `/prazos/${first?.id}`
    const concluded = await marina.send(both, formTo(`${path}/conclusao`))
    expect(concluded.text).toContain('Prazo “Ouvir a Fazenda”: concluído.')
    expect(concluded.text).toContain('Cumprido em 20/11/2026')
    const refused = await marina.send(await marina.open(prot(`${path}/alteracao`)), formTo('/alteracao'), {
      texto: 'Outro',
    })
    expect(refused.status).toBe(422)
    expect(refused.errors.join()).toContain('já foi concluído')
    await marina.send(concluded, formTo(`${path}/reabertura`))
    const changed = await marina.send(await marina.open(prot(`${path}/alteracao`)), formTo('/alteracao'), {
      dia: '',
      dias: '5',
      contagem: 'corridos',
    })
    expect(changed.text).toContain('alterado para 25/11/2026 às 14:30.')
    const gone = await marina.send(await marina.open(prot(`${path}/exclusao`)), formTo('/exclusao'))
    expect(gone.text).toContain('excluído.')
    expect(await dues(file.id)).toEqual(['2026-11-20'])
    expect((await marina.open(prot(path))).status).toBe(404)
    const history = await marina.open(prot(`/processos/${file.digits}/historico?visao=completa`))
    for (const sentence of [
      'às 14:30: Ouvir a Fazenda',
      'cumprido',
      'reaberto',
      'alterado de 23/11/2026 para 25/11/2026',
      'excluído',
    ]) {
      expect(history.text).toContain(sentence)
    }
  })

  it('R3 is invisible to other units, in page, list, desk and history', async () => {
    const file = await aCaseFile(house)
    const id = await aDeadline(house, file.digits, { text: 'Segredo do Protocolo' })
    const page = await marina.open(prot(`/envio?processo=${file.digits}`))
    const [asses] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
    await marina.send(page, formTo('/envio'), { destinos: asses?.id ?? '', manter: 'sim' })
    const there = (path: string) => ana.open(`/em/${at.asses}${path}`)
    for (const path of [
      '/mesa',
      '/prazos?situacao=todos',
      `/processos/${file.digits}`,
      `/processos/${file.digits}/historico?visao=completa`,
    ]) {
      expect((await there(path)).html).not.toContain('Segredo do Protocolo')
    }
    const absent = await there('/prazos/999999')
    const hidden = await there(`/prazos/${id}`)
    expect([hidden.status, hidden.text]).toEqual([404, absent.text])
    expect((await postAnyway(ana, `/em/${at.asses}/prazos/${id}/conclusao`)).status).toBe(404)
    expect((await marina.open(prot('/mesa'))).html).toContain('Segredo do Protocolo')
  })

  it('R4 belongs to the unit: it stays when the case file goes, and may still be concluded', async () => {
    const file = await aCaseFile(house)
    const id = await aDeadline(house, file.digits, { text: 'Cobrar resposta' })
    const [asses] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
    await marina.send(await marina.open(prot(`/envio?processo=${file.digits}`)), formTo('/envio'), {
      destinos: asses?.id ?? '',
    })
    const list = await marina.open(prot('/prazos'))
    expect(list.document.querySelector('#prazos')?.textContent ?? '').not.toContain('Cobrar resposta')
    expect(list.text).toContain('1 prazo de processo que já saiu desta unidade não está nesta lista.')
    for (const query of ['onde=ja-sairam', 'onde=todos', `filtro=${file.digits}`, 'filtro=cobrar', 'dia=2026-11-20']) {
      const { document } = await marina.open(prot(`/prazos?${query}`))
      expect([query, document.querySelector('#prazos')?.textContent]).toEqual([
        query,
        expect.stringContaining('Cobrar resposta'),
      ])
    }
    const refused = await setOnPages([file.digits], { dia: '2026-12-01' })
    expect(refused.errors.join()).toContain('não está aberto nesta unidade')
    const after = await marina.send(
      await marina.open(prot(`/processos/${file.digits}`)),
      formTo(`/prazos/${id}/conclusao`),
    )
    expect(after.text).toContain('concluído.')
  })

  it('R5 in a confidential case file is for holders of a credential alone', async () => {
    const file = await aCaseFile(house, { level: 'confidential' })
    expect((await marina.open(prot(`/prazos/novo?processo=${file.digits}`))).status).toBe(404)
    await confirmPasswordFor(marina, at.prot, file.digits, password)
    await setOnPages([file.digits], { texto: 'Prazo sigiloso', dia: '2026-11-20' })
    const [row] = await house.db<{ id: string }[]>`select id from deadlines.deadline where case_file_id = ${file.id}`
    expect((await marina.open(prot('/prazos'))).text).toContain('Prazo sigiloso')
    const paulo = await house.signIn('paulo')
    for (const path of ['/prazos', '/mesa']) expect((await paulo.open(prot(path))).html).not.toContain('Prazo sigiloso')
    expect((await paulo.open(prot(`/prazos/${row?.id}`))).status).toBe(404)
    expect((await postAnyway(paulo, prot(`/prazos/${row?.id}/conclusao`))).status).toBe(404)
    expect((await postAnyway(paulo, prot('/prazos/lote'), { prazo: row?.id ?? '', acao: 'excluir' })).status).toBe(404)
    const calendar = (await paulo.open(prot('/prazos'))).document.querySelector(
      '[aria-current=date] .month-calendar__count',
    )
    const own = (await marina.open(prot('/prazos'))).document.querySelector(
      '[aria-current=date] .month-calendar__count',
    )
    expect(Number(own?.textContent?.replace('!', ''))).toBe(Number(calendar?.textContent?.replace('!', '')) + 1)
  })

  it('is set for many chosen on the desk, with a result for each', async () => {
    const [one, other, blocked] = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
    await house.db`update cases.case_file set state = 'blocked' where id = ${blocked.id}`
    const desk = await marina.open(prot('/mesa'))
    expect(desk.document.querySelector('button[formaction$="/prazos/novo"]')?.getAttribute('form')).toBe('selecao')
    const after = await setOnPages([one.digits, other.digits, blocked.digits], { dia: '2026-11-27' })
    expect(after.url).toContain('/mesa')
    expect(after.text).toContain(`${one.number}: prazo definido para 27/11/2026.`)
    expect(after.text).toContain(`${blocked.number}: O processo está bloqueado`)
    expect([await dues(one.id), await dues(other.id), await dues(blocked.id)]).toEqual([
      ['2026-11-27'],
      ['2026-11-27'],
      [],
    ])
    const marks = [...(after.document.querySelectorAll('#processos .tag:not([class*=tag--])') ?? [])]
    expect(marks.some((mark) => mark.textContent?.includes('Prazo: faltam 7 dias'))).toBe(true)
  })

  it('many are changed, concluded and deleted at once, with a result for each', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    const ids = [await aDeadline(house, one.digits), await aDeadline(house, other.digits)]
    const address = prot(`/prazos/lote?processo=${one.digits}&processo=${other.digits}`)
    const none = await marina.send(await marina.open(address), formTo('/prazos/lote'), { prazo: [], acao: 'concluir' })
    expect([none.status, none.errors]).toEqual([422, ['Marque um ou mais prazos.']])
    const changed = await marina.send(await marina.open(address), formTo('/prazos/lote'), {
      acao: 'alterar',
      dias: '2',
      contagem: 'uteis',
    })
    expect(changed.url).toContain('/mesa')
    expect([await dues(one.id), await dues(other.id)]).toEqual([['2026-11-25'], ['2026-11-25']])
    const form = await marina.open(prot(`/prazos/lote?prazo=${ids[0]}&prazo=${ids[1]}`))
    await postAnyway(marina, prot(`/prazos/${ids[0]}/conclusao`))
    const concluded = await marina.send(form, formTo('/prazos/lote'), { acao: 'concluir' })
    expect(concluded.url).toContain('/prazos?')
    expect(concluded.text).toContain('O prazo já foi concluído')
    expect(concluded.text).toContain('concluído.')
    const gone = await marina.send(form, formTo('/prazos/lote'), { acao: 'excluir', _chave: 'outra-chave-de-teste' })
    expect(gone.text).toContain('2 itens feitos')
    expect([await dues(one.id), await dues(other.id)]).toEqual([[], []])
  })

  it('is listed by state and year, and the month has yellow days and red ones', async () => {
    const file = await aCaseFile(house, { summary: 'Calendário' })
    await aDeadline(house, file.digits, { text: 'Próximo ano', term: { due: localDate('2027-01-15') } })
    await aDeadline(house, file.digits, { text: 'De hoje', term: { due: localDate('2026-11-20') }, dueTime: '11:00' })
    const inTime = await aDeadline(house, file.digits, {
      text: 'No dia trinta',
      term: { due: localDate('2026-11-30') },
    })
    await postAnyway(marina, prot(`/prazos/${inTime}/conclusao`))
    house.setClock(new Date('2026-11-20T11:01:00-03:00'))
    const list = async (query: string) =>
      (await marina.open(prot(`/prazos?${query}`))).document.querySelector('#prazos')?.textContent ?? ''
    const told = async (query: string) => {
      const text = await list(query)
      return ['Próximo ano', 'De hoje', 'No dia trinta'].filter((one) => text.includes(one))
    }
    expect(await told('')).toEqual(['Próximo ano', 'De hoje'])
    expect(await told('situacao=atrasados')).toEqual(['De hoje'])
    const desk = await marina.open(prot(`/mesa?filtro=${file.digits}`))
    const row = desk.document.querySelector('#processos tbody tr')
    expect(row?.className).toContain('table__row--late')
    expect(row?.querySelector('th')?.textContent).toContain('Vencido')
    expect(row?.querySelector('td:nth-of-type(5)')?.textContent).not.toContain('definido por')
    expect(await told('situacao=concluidos')).toEqual(['No dia trinta'])
    expect(await told('situacao=todos&ano=2027')).toEqual(['Próximo ano'])
    expect(await told('filtro=PROXIMO')).toEqual(['Próximo ano'])
    expect(await told('dia=2026-11-30')).toEqual(['No dia trinta'])
    expect(await list('situacao=atrasados')).toContain('Venceu hoje às 11:00')
    const { document } = await marina.open(prot('/prazos?mes=2026-11'))
    const dayOf = (day: string) =>
      [...document.querySelectorAll('.month-calendar__day')].find(
        (cell) => cell.querySelector('.month-calendar__number')?.textContent === day,
      )
    expect(dayOf('30')?.className).toContain('--warning')
    expect(dayOf('20')?.className).toContain('--danger')
    expect(dayOf('20')?.textContent).toContain('atrasado')
    expect(dayOf('1')?.className).not.toContain('--')
    house.setClock(friday)
  })

  it('R6 keeps its date when holidays change, and the list says which ones would move', async () => {
    const file = await aCaseFile(house)
    const term = { from: localDate('2026-12-01'), days: 5, counting: 'working' } as const
    const id = await aDeadline(house, file.digits, { text: 'Contado antes', term })
    await house.db`insert into organization.holiday (on_date, name) values ('2026-12-03', 'Luto oficial')`
    expect(await dues(file.id)).toEqual(['2026-12-08'])
    const moved = await marina.open(prot('/prazos?situacao=feriados-mudaram'))
    expect(moved.document.querySelector('#prazos')?.textContent).toContain('hoje contaria até 09/12/2026')
    expect((await marina.open(prot(`/prazos/${id}`))).text).toContain('venceria em 09/12/2026')
    await house.db`delete from organization.holiday where on_date = '2026-12-03'`
    const same = await marina.open(prot(`/prazos/${id}`))
    expect(same.document.querySelectorAll('#contagem tbody tr')).toHaveLength(8)
  })

  it('a form with what is wrong comes back with every word of it', async () => {
    const file = await aCaseFile(house)
    const page = await setOnPages([file.digits], { texto: 'Texto digitado', dias: 'dez', hora: 'meio-dia' })
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['Informe de 1 a 1000 dias.', 'Escreva a hora como 14:30, ou deixe vazio.'])
    expect(page.document.querySelector('[name=texto]')?.getAttribute('value')).toBe('Texto digitado')
    const past = await setOnPages([file.digits], { dia: addDays(localDate('2026-11-20'), -1) })
    expect(past.errors.join()).toContain('já teria vencido em 19/11/2026')
    const unknown = await marina.send(await marina.open(prot('/prazos/novo')), formTo('/prazos'), {
      numero: '123',
      texto: 'X',
      dia: '2026-12-01',
    })
    expect(unknown.errors).toEqual(['Processo não encontrado. Confira o número.'])
    const byNumber = await marina.send(unknown, formTo('/prazos'), { numero: file.number })
    expect(byNumber.text).toContain('prazo definido para 01/12/2026.')
    const inspector = await house.signIn('ivo')
    expect((await inspector.open(`/em/${at.gs}/prazos/novo`)).status).toBe(404)
  })
})
