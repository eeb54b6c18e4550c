import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  eventsOf,
  formOf,
  legalBasisOf,
  openCaseOnPages,
  types,
} from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { typesToOpen } from '../fields/find-choices.ts'
import { type OpenRequest, openCaseFile } from './open-case-file.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())

async function requestFor(login: 'marina' | 'rita' = 'marina', changes: Partial<OpenRequest> = {}) {
  const unit = login === 'rita' ? at.rj : at.prot
  const actor = await actorOf(house, login, unit)
  const type = (await typesToOpen(house.db, actor)).find(({ name }) => name === types.request)
  const request: OpenRequest = {
    typeId: type?.id ?? '',
    summary: '',
    recordClassIds: type?.suggestedClassIds ?? [],
    parties: [],
    priority: undefined,
    level: 'public',
    legalBasisId: undefined,
    observation: '',
    ...changes,
  }
  return { actor, request }
}

describe('opening a case file on the pages', () => {
  it('asks the type first, then what it needs, and puts the case file on the desk of the unit', async () => {
    const marina = await house.signIn('marina')
    const page = await openCaseOnPages(marina, at.prot, {
      especificacao: 'Restituição de imposto pago duas vezes',
      observacao: 'Veio pelo balcão.',
      prioridade: 'age-60',
    })
    const digits = new URL(page.url, 'http://x').pathname.split('/').at(-1) ?? ''
    expect(page.url).toContain(`/em/${at.prot}/processos/${digits}?resultado=`)
    const [row] = await house.db`
      select c.id, c.number, c.summary, c.priority, c.level, c.effective_level, h.origin, h.received_by = c.opened_by as received,
             h.seen_at is not null as seen, o.text
        from cases.case_file c join cases.holding h on h.case_file_id = c.id and h.closed_at is null
        join cases.passage p on p.case_file_id = c.id and p.unit_id = h.unit_id
        left join cases.observation o on o.case_file_id = c.id where c.digits = ${digits}`
    expect(row).toMatchObject({
      summary: 'Restituição de imposto pago duas vezes',
      priority: 'age-60',
      level: 'public',
      effective_level: 'public',
      origin: 'generated',
      received: true,
      seen: true,
      text: 'Veio pelo balcão.',
    })
    expect(row?.number).toMatch(/^00111\.\d{6}\/\d{4}-\d{2}$/)
    expect(await eventsOf(house, row?.id)).toEqual(['case-opened'])
  })

  it('shows first the types that the unit uses', async () => {
    const rita = await house.signIn('rita')
    const names = async () =>
      [...(await rita.open(`/em/${at.rj}/processos/novo`)).document.querySelectorAll('#tipos th a')].map(
        (a) => a.textContent,
      )
    expect(await names()).toEqual([types.request, types.vacation])
    await aCaseFile(house, {
      by: 'rita',
      unit: at.rj,
      type: types.vacation,
      level: 'restricted',
      parties: [{ newName: 'Servidora do Rio' }],
    })
    expect(await names()).toEqual([types.vacation, types.request])
  })

  it('does not offer a type kept to other units, nor one that was deactivated', async () => {
    const [type] = await house.db`insert into classification.case_type (name, allowed_levels, suggested_level)
      values ('Só do gabinete', '{public}', 'public') returning id`
    await house.db`insert into classification.case_type_scope (case_type_id, unit_id)
      select ${type?.id}, id from organization.unit where slug = ${at.gs}`
    const marina = await house.signIn('marina')
    const ana = await house.signIn('ana')
    expect((await marina.open(`/em/${at.prot}/processos/novo`)).text).not.toContain('Só do gabinete')
    expect((await marina.open(`/em/${at.prot}/processos/novo?tipo=${type?.id}`)).status).toBe(404)
    expect((await ana.open(`/em/${at.gs}/processos/novo`)).text).toContain('Só do gabinete')
    await house.db`update classification.case_type set deactivated_at = now() where id = ${type?.id}`
    expect((await ana.open(`/em/${at.gs}/processos/novo`)).text).not.toContain('Só do gabinete')
    const { actor, request } = await requestFor('marina', { typeId: type?.id })
    expect(await openCaseFile(house.db, actor, request, new Date())).toMatchObject({
      refusals: [{ kind: 'type-not-offered' }],
    })
  })

  it('tells every problem at once, and keeps what was typed', async () => {
    const marina = await house.signIn('marina')
    const page = await openCaseOnPages(marina, at.prot, {
      especificacao: 'Assunto que não pode se perder',
      nivel: 'restricted',
      hipotese: '',
      classe: [],
    })
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'Escolha ao menos uma classe do plano de classificação.',
      'Escolha a hipótese legal: o nível restrito a exige.',
    ])
    expect(page.document.querySelector('textarea[name=especificacao]')?.textContent).toContain('Assunto que não pode')
    expect(page.document.querySelector('input[value=restricted]')?.hasAttribute('checked')).toBe(true)
  })

  it('refuses a legal basis of another level or no longer in force', async () => {
    const fiscal = await legalBasisOf(house.db, 'confidential')
    const { actor, request } = await requestFor('marina', { level: 'restricted', legalBasisId: fiscal })
    const open = (changes: Partial<OpenRequest>) =>
      openCaseFile(house.db, actor, { ...request, ...changes }, new Date())
    expect(await open({})).toMatchObject({ refusals: [{ kind: 'legal-basis-of-another-level' }] })
    expect(await open({ legalBasisId: '999999' })).toMatchObject({ refusals: [{ kind: 'legal-basis-missing' }] })
    const [old] = await house.db`insert into classification.legal_basis (name, law, level, deactivated_at)
      values ('Antiga', 'Lei revogada', 'restricted', now()) returning id`
    expect((await open({ legalBasisId: old?.id })).done).toBe(false)
  })

  it('takes no structural or unknown class', async () => {
    const [structural] = await house.db`select id from classification.record_class where structural`
    const { actor, request } = await requestFor('marina', { recordClassIds: [structural?.id, '999999'] })
    expect(await openCaseFile(house.db, actor, request, new Date())).toMatchObject({
      refusals: [{ kind: 'record-class-not-offered', codes: '010, desconhecida' }],
    })
  })

  it('finds classes by code or words without script', async () => {
    const [other] = await house.db`insert into classification.record_class (code, description)
      values ('052.2', 'Arrecadação de tributos') returning id`
    const marina = await house.signIn('marina')
    for (const text of ['052', 'tributos arrecadacao']) {
      const page = await openCaseOnPages(marina, at.prot, { nova_classe: text, acao: 'procurar' })
      expect(page.status).toBe(200)
      expect(page.document.querySelector(`input[name=classe][value="${other?.id}"]`)).not.toBeNull()
    }
  })

  it('without the permission there is no such page', async () => {
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/processos/novo`)).status).toBe(404)
    expect((await ivo.open(`/em/${at.prot}/processos/novo`)).status).toBe(404)
  })
})

describe('interested parties', () => {
  it('are found by name, accents aside, and ticked', async () => {
    const [contact] =
      await house.db`insert into people.contact (name, cpf) values ('José da Conceição', '52998224725') returning id`
    const marina = await house.signIn('marina')
    const found = await openCaseOnPages(marina, at.prot, {
      especificacao: 'Pedido',
      novo_interessado: 'conceicao JOSE',
      acao: 'procurar',
    })
    expect(found.status).toBe(200)
    expect(found.text).toContain('José da Conceição (CPF ***.982.247-**)')
    expect(found.text).not.toContain('529.982.247-25')
    expect(found.document.querySelector('textarea[name=especificacao]')?.textContent).toContain('Pedido')
    const done = await marina.send(found, formOf('novo'), { interessado: `c${contact?.id}`, acao: 'abrir' })
    const parties =
      await house.db`select contact_id from cases.interested_party p join cases.case_file c on c.id = p.case_file_id
      where c.digits = ${new URL(done.url, 'http://x').pathname.split('/').at(-1) ?? ''}`
    expect(parties).toEqual([{ contact_id: contact?.id }])
  })

  it('a name that nobody has is registered with the case file, in one go', async () => {
    const marina = await house.signIn('marina')
    const found = await openCaseOnPages(marina, at.prot, { novo_interessado: 'Associação dos Lojistas' })
    expect(found.text).toContain('Associação dos Lojistas (cadastrar como pessoa física)')
    expect(await house.db`select 1 from people.contact where name = 'Associação dos Lojistas'`).toHaveLength(0)
    await marina.send(found, formOf('novo'), { acao: 'abrir' })
    expect(await house.db`select kind from people.contact where name = 'Associação dos Lojistas'`).toEqual([
      { kind: 'organization' },
    ])
  })

  it('come with the focus where the person was: on what was found, or on the field that found nothing', async () => {
    await house.db`insert into people.contact (name) values ('Vera Focal')`
    const marina = await house.signIn('marina')
    const focusAfter = async (typed: Record<string, string>) => {
      const page = await openCaseOnPages(marina, at.prot, { especificacao: 'Sem perda', ...typed })
      expect(page.document.querySelector('textarea[name=especificacao]')?.textContent).toContain('Sem perda')
      return [...page.document.querySelectorAll('[autofocus]')].map((one) =>
        `${one.getAttribute('name') ?? one.id} ${/^[a-z]/.exec(one.getAttribute('value') ?? '') ?? ''}`.trim(),
      )
    }
    expect(await focusAfter({ novo_interessado: 'vera focal', acao: 'procurar-interessado' })).toEqual([
      'interessado c',
    ])
    expect(await focusAfter({ novo_interessado: 'Pessoa Nova', acao: 'abrir' })).toEqual(['interessado n'])
    expect(await focusAfter({ novo_interessado: '11122233344', acao: 'procurar-interessado' })).toEqual([
      'novo_interessado',
    ])
    expect(await focusAfter({ nova_classe: 'inexistente', acao: 'procurar' })).toEqual(['nova_classe'])
    expect(await focusAfter({ acao: 'procurar-interessado' })).toEqual(['novo_interessado'])
  })

  it('begin after the summary, where the focus is when the form opens', async () => {
    const marina = await house.signIn('marina')
    const list = await marina.open(`/em/${at.prot}/processos/novo`)
    const href = list.document.querySelector('#tipos tbody a')?.getAttribute('href') ?? ''
    const fresh = await marina.open(href)
    const focused = [...fresh.document.querySelectorAll('[autofocus]')].map((one) => one.getAttribute('name'))
    expect(focused).toEqual(['especificacao'])
  })

  it('the button that searches never opens the case file, even with nothing to search for', async () => {
    const marina = await house.signIn('marina')
    const page = await openCaseOnPages(marina, at.prot, { acao: 'procurar' })
    expect([page.status, page.url]).toEqual([200, `/em/${at.prot}/processos/novo`])
  })

  it('are at most twenty', async () => {
    const parties = Array.from({ length: 21 }, (_, index) => ({ newName: `Pessoa ${index}` }))
    const { actor, request } = await requestFor('marina', { parties })
    expect(await openCaseFile(house.db, actor, request, new Date())).toMatchObject({
      refusals: [{ kind: 'too-many-parties', most: 20 }],
    })
    expect(await house.db`select 1 from people.contact where name = 'Pessoa 0'`).toHaveLength(0)
  })

  it('R7 an individual type has one party, and a party one case file of it, however many ask at once', async () => {
    const [contact] = await house.db`insert into people.contact (name) values ('Servidor de Férias') returning id`
    const vacation = { type: types.vacation, level: 'restricted' } as const
    await expect(aCaseFile(house, vacation)).rejects.toThrow('one-party-exactly')
    const parties = [{ contactId: contact?.id as string }]
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => aCaseFile(house, { ...vacation, parties })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('party-has-one')
  })

  it('R7 the refusal points to the earlier case file where it may be listed, and to its unit elsewhere', async () => {
    const [contact] = await house.db`insert into people.contact (name) values ('Maria das Férias') returning id`
    const parties = [{ contactId: contact?.id as string }]
    const vacation = { type: types.vacation, parties }
    const earlier = await aCaseFile(house, { ...vacation, level: 'restricted' })
    await expect(aCaseFile(house, vacation)).rejects.toThrow(earlier.number)
    const elsewhere = aCaseFile(house, { ...vacation, by: 'ana', unit: at.asses })
    await expect(elsewhere).rejects.toThrow('"unitAcronym":"PROT"')
    await expect(elsewhere).rejects.not.toThrow(earlier.number)
  })
})

describe('a confidential case file', () => {
  it('R5 gives its opener the first credential, tells it, and asks for the password', async () => {
    const marina = await house.signIn('marina')
    const hipotese = await legalBasisOf(house.db, 'confidential')
    const page = await openCaseOnPages(marina, at.prot, { nivel: 'confidential', hipotese })
    const digits = page.url.split('/')[4] ?? ''
    const [row] = await house.db`select c.id, a.login, u.slug from cases.case_file c
      join cases.credential k on k.case_file_id = c.id and k.ended_at is null
      join identity.account a on a.id = k.account_id join organization.unit u on u.id = k.unit_id where c.digits = ${digits}`
    expect(row).toMatchObject({ login: 'marina', slug: at.prot })
    expect(await eventsOf(house, row?.id)).toEqual(['case-opened', 'credential-granted'])
  })
})
