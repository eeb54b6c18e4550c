import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGrant, aPerson, signInAs } from '../../../../test/support/builders-admin.ts'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../test/support/builders-documents.ts'
import { sealAll } from '../../../../test/support/builders-proofs.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { proveHouse } from '../../proofs/index.ts'
import { trailOf } from '../index.ts'
import { deleteOldLines } from '../log/log.queries.ts'
import { logLineOf } from '../log/log-line.rules.ts'
import { removePastTerm } from './remove-past-term.ts'
import { readTerm } from './term.form.ts'
import { termWords } from './terms.rules.ts'

let house: TestHouse
let aurora: Person
let otto: Person
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  for (const [login, name] of [
    ['aurora', 'Aurora Auditora'],
    ['otto', 'Otto Operador'],
  ] as const) {
    await aPerson(house, { login, name, grants: [] })
    await aGrant(house, login, { profile: 'Informática', unit: 'GS', administers: 'installation' })
  }
  aurora = await signInAs(house, 'aurora')
  otto = await signInAs(house, 'otto')
})
afterAll(() => house.close())

const terms = `/em/${at.gs}/auditoria/prazos`
const yearsAgo = (years: number) => new Date(Date.now() - years * 366 * 86_400_000)
const ids = async () =>
  (await house.db<{ id: string }[]>`select id from auditing.entry order by id`).map(({ id }) => id)
const proof = () => proveHouse(house.db, house.platform.files, house.platform.config)

async function readLongAgo(route: string, years: number, times = 1, id?: string): Promise<void> {
  for (let n = 0; n < times; n++)
    trailOf(house.platform).note({
      at: yearsAgo(years),
      method: 'GET',
      route,
      ...{ number: undefined, id },
      actor: undefined,
      accountId: undefined,
      sessionHash: '',
      ip: '10.0.0.1',
      userAgent: 'Navegador',
      shown: [],
    })
  await trailOf(house.platform).write()
}

async function askTerm(who: Person, category: string, months: string) {
  const page = await who.open(terms)
  return who.send(page, 'form[action$="/auditoria/prazos"]', {
    categoria: category,
    meses: months,
    motivo: 'Tabela de guarda',
  })
}

/** As a superuser who has taken the guards away, in a transaction that is undone. */
async function spoil(statement: string): Promise<string[]> {
  let found: string[] = []
  await house.db
    .begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      await trx.unsafe(statement)
      const { broken } = await proveHouse(trx, house.platform.files, house.platform.config)
      found = broken.map((one) =>
        `${one.kind} ${'entry' in one ? one.entry : 'record' in one ? one.record : ''}`.trim(),
      )
      throw new Error('undone')
    })
    .catch((error: Error) => {
      if (error.message !== 'undone') throw error
    })
  return found
}

describe('seals over the trail', () => {
  it('R12 every entry stands in one bundle, of its category, and the seals of the history cover the bundle', async () => {
    const { digits } = await aCaseFile(house)
    await signDocument(house, await aDraft(house, digits, { text: 'Defiro.' }))
    await marina.open(`/em/${at.prot}/processos/${digits}`)
    await marina.open(`/em/${at.prot}/pesquisa`)
    await sealAll(house)
    const bundled = await house.db<{ id: string; category: string; resource: string }[]>`
      select e.id, b.category, e.resource from auditing.bundle b, unnest(b.entry_ids) as x (id)
        join auditing.entry e on e.id = x.id order by e.id`
    expect(bundled.map(({ id }) => id)).toEqual(await ids())
    expect(bundled.find(({ resource }) => resource === 'case-file')?.category).toBe('case-files')
    const { broken, entries } = await proof()
    expect(broken).toEqual([])
    expect(entries).toBe(bundled.length)
  })

  it('R12 whatever is changed, taken away, slipped in or reordered has a name', async () => {
    const [first, second] = await ids()
    expect(await spoil(`update auditing.entry set ip = '10.6.6.6' where id = ${first}`)).toContain(
      `entry-changed ${first}`,
    )
    expect(await spoil(`delete from auditing.entry where id = ${first}`)).toContain(`entry-missing ${first}`)
    expect(await spoil(`truncate auditing.entry`)).toContain(`entry-missing ${second}`)
    const slipped = await spoil(
      `insert into auditing.entry overriding system value select 99999999, at, account_id, substituting, unit_id, ip,
         user_agent, server, resource, operation, case_file_id, document_id, tx from auditing.entry where id = ${first}`,
    )
    expect(slipped).toContain('entry-slipped-in 99999999')
    const reordered = await spoil(
      `update auditing.entry e set at = o.at, ip = o.ip, resource = o.resource, operation = o.operation || ' '
         from auditing.entry o where e.id = ${first} and o.id = ${second}`,
    )
    expect(reordered).toContain(`entry-changed ${first}`)
    const [bundle] = await house.db<{ id: string }[]>`select id from auditing.bundle order by id limit 1`
    expect(await spoil(`delete from auditing.bundle where id = ${bundle?.id}`)).toContain(
      `record-missing trilha:${bundle?.id}`,
    )
  })
})

describe('terms of the trail', () => {
  it.each([
    ['12', 'general', true],
    ['11', 'general', false],
    ['59', 'documents', false],
    ['60', 'documents', true],
    ['', 'documents', true],
    ['1201', 'access', false],
    ['doze', 'access', false],
    ['12', 'toString', false],
  ])('of %s months for %s: %s', (meses, categoria, isGood) => {
    expect(readTerm({ meses, categoria, motivo: 'Tabela de guarda' }).problems.length === 0).toBe(isGood)
  })

  it('says them in years where they are whole', () => {
    expect([12, 18, 60, null].map(termWords)).toEqual(['1 ano', '18 meses', '5 anos', 'Para sempre'])
  })

  it('R13 are asked by one person and decided by another, and the database holds them to it', async () => {
    expect((await marina.open(`/em/${at.prot}/auditoria/prazos`)).status).toBe(404)
    await askTerm(aurora, 'general', '12')
    const again = await askTerm(aurora, 'general', '24')
    expect(again.status).toBe(422)
    expect(again.errors.join(' ')).toContain('Já há um pedido')
    const own = await aurora.open(terms)
    expect(own.text).toContain('Você pediu este prazo. Outra pessoa que opera toda a instalação precisa decidir.')
    expect(own.document.querySelector('form[action$="/decisao"]')).toBeNull()
    const [term] = await house.db<{ id: string }[]>`select id from auditing.term where decided_at is null`
    await aurora.post(`${terms}/${term?.id}/decisao`, { decisao: 'sim' })
    await expect(house.db`
      update auditing.term set decided_by = asked_by, decided_at = now(), is_granted = true where id = ${term?.id ?? ''}`).rejects.toThrow()
    expect(await removePastTerm(house.platform)).toBe(0)
    await otto.send(await otto.open(terms), `form[action$="/${term?.id}/decisao"]`, { decisao: 'sim' })
    const page = await aurora.open(terms)
    expect(page.document.querySelector('#prazos tbody tr')?.textContent).toMatch(/Geral.*1 ano.*Otto Operador.*Aurora/)
    await expect(house.db`update auditing.term set months = 24 where id = ${term?.id ?? ''}`).rejects.toThrow()
  })

  it('R14 what is past its term goes to a file that can be proved, with its line; the rest stays', async () => {
    await sealAll(house)
    await readLongAgo('/pesquisa', 2, 3)
    await readLongAgo('/processos/:numero/historico', 2)
    await sealAll(house)
    const before = await ids()
    expect(await removePastTerm(house.platform)).toBe(3)
    const after = await ids()
    expect(after).toHaveLength(before.length - 3)
    expect(await removePastTerm(house.platform)).toBe(0)
    await sealAll(house)
    const proved = await proof()
    expect(proved.broken).toEqual([])
    expect(proved.entriesMoved).toBe(3)
    const page = await aurora.open(terms)
    expect(page.document.querySelector('#retiradas tbody')?.textContent).toContain('3 registros')
    const [removal] = await house.db<{ id: string; sha256: string }[]>`
      select id, file_sha256 as sha256 from auditing.removal`
    const stream = await house.platform.files.open(removal?.sha256 ?? '')
    const lines: string[] = []
    if (stream) for await (const line of createInterface({ input: stream.pipe(createGunzip()) })) lines.push(line)
    expect(lines.map((line) => (JSON.parse(line) as string[])[10])).toEqual([
      'GET /pesquisa',
      'GET /pesquisa',
      'GET /pesquisa',
    ])
    expect((await aurora.open(`${terms}/retiradas/${removal?.id}`)).status).toBe(200)
    expect((await marina.open(`/em/${at.prot}/auditoria/prazos/retiradas/${removal?.id}`)).status).toBe(404)
    await house.platform.files.setAside(removal?.sha256 ?? '')
    expect((await proof()).broken).toContainEqual({ kind: 'file-missing', sha256: removal?.sha256 })
    await house.platform.files.bringBack(removal?.sha256 ?? '')
  })

  it('R14 nothing goes without a term, before it, or by hand; what was touched is not moved', async () => {
    const [id] = await ids()
    await expect(house.db`delete from auditing.entry where id = ${id ?? ''}`).rejects.toThrow('past their term')
    const [young] = await house.db<{ bundle: string; term: string }[]>`
      select b.id as bundle, t.id as term from auditing.bundle b join auditing.term t on t.category = b.category
       where t.is_granted and b.last_at > now() - interval '1 day' limit 1`
    await expect(house.db`
      insert into auditing.removal (term_id, bundle_ids, entries, file_sha256, file_bytes, first_at, last_at, removed_at)
      values (${young?.term ?? ''}, array[${young?.bundle ?? ''}::bigint], 1, ${'a'.repeat(64)}, 1, now(), now(), now())`).rejects.toThrow(
      'not past their term',
    )
    await sealAll(house)
    await readLongAgo('/pesquisa', 3)
    await sealAll(house)
    await house.db.begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      await trx`update auditing.entry set ip = '10.6.6.6' where at < now() - interval '1000 days'`
    })
    expect(await removePastTerm(house.platform)).toBe(0)
  })
})

describe('the log of the program', () => {
  const line = (facts: object) => JSON.stringify({ level: 50, time: Date.now(), msg: 'a job failed', ...facts })

  it('R15 keeps no number of a document and nothing that is no line', () => {
    const kept = logLineOf(line({ document: '0001234', caseFile: '77', task: 'output:copy', err: { type: 'Error' } }))
    expect(kept?.level).toBe('error')
    expect(kept?.facts).toContain('output:copy')
    expect(kept?.facts).not.toMatch(/0001234|77/)
    expect(logLineOf('not a line')).toBeUndefined()
    expect(logLineOf(line({ level: 40, msg: 'a\0b', account: 'x; drop' }))).toMatchObject({
      level: 'warning',
      words: 'ab',
      account: null,
    })
  })

  it('R15 is shown with who met the error, and goes by itself after its days', async () => {
    house.platform.log.level = 'error'
    await house.db`alter table auditing.rule rename to rule_away`
    expect((await aurora.open(`/em/${at.gs}/auditoria/regras`)).status).toBe(500)
    await house.db`alter table auditing.rule_away rename to rule`
    house.platform.log.level = 'silent'
    await house.workOff()
    const page = await aurora.open(`/em/${at.gs}/auditoria/log?tipo=error&usuario=aurora&texto=request`)
    expect(page.document.querySelector('#log tbody tr')?.textContent).toMatch(/Erro.*request failed.*Aurora Auditora/s)
    expect((await aurora.open(`/em/${at.gs}/auditoria/log?usuario=otto`)).text).toContain('Nenhuma linha')
    expect((await marina.open(`/em/${at.prot}/auditoria/log`)).status).toBe(404)
    expect(await deleteOldLines(house.db, new Date(Date.now() + 364 * 86_400_000))).toBe(0)
    expect(await deleteOldLines(house.db, new Date(Date.now() + 366 * 86_400_000))).toBeGreaterThan(0)
  })
})

describe('what was read of one person', () => {
  it('R16 tells register, case files and readers, and of what is hidden not even that it is there', async () => {
    const [contact] = await house.db<{ id: string }[]>`
      insert into people.contact (name, cpf) values ('Tereza Titular', '52998224725') returning id`
    const open = await aCaseFile(house)
    const secret = await aCaseFile(house, { level: 'confidential' })
    await house.db`insert into cases.interested_party (case_file_id, contact_id, position)
      select c.id, ${contact?.id ?? ''}, 9 from cases.case_file c where c.id = any (${[open.id, secret.id]}::text[]::bigint[])`
    await marina.open(`/em/${at.prot}/processos/${open.digits}`)
    await readLongAgo('/contatos/:id', 0, 1, contact?.id)
    await trailOf(house.platform).write()
    const list = await aurora.open(`/em/${at.gs}/auditoria/titulares?q=tereza`)
    expect(list.text).toContain('Tereza Titular')
    const page = await aurora.open(`/em/${at.gs}/auditoria/titulares/${contact?.id}`)
    expect(page.text).toContain('***.982.247-**')
    expect(page.document.querySelector('#processos')?.textContent).toContain(open.number)
    expect(page.html).not.toContain(secret.number)
    expect(page.document.querySelector('#leitores')?.textContent).toMatch(/Marina Protocolista.*PROT.*Processos/s)
    expect(page.document.querySelector('#leitores')?.textContent).toMatch(/Sem usuário.*Cadastro/s)
    expect((await marina.open(`/em/${at.prot}/auditoria/titulares/${contact?.id}`)).status).toBe(404)
  })
})

describe('readings without a user', () => {
  it('R17 of a public case file and its document name it; of what is not there, nothing', async () => {
    const { id, digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Defiro.' })
    await signDocument(house, number)
    await house.workOff()
    await house.db`update auditing.rule set is_on = true where category = 'access'`
    const visitor = house.visitor()
    expect((await visitor.open(`/consulta/${digits}`)).status).toBe(200)
    expect((await visitor.open(`/consulta/documentos/${number}`)).status).toBe(200)
    const hidden = await aCaseFile(house, { level: 'confidential' })
    expect((await visitor.open(`/consulta/${hidden.digits}`)).status).toBe(404)
    await trailOf(house.platform).write()
    const rows = await house.db<{ document: string | null }[]>`
      select d.number as document from auditing.entry e left join documents.document d on d.id = e.document_id
       where e.case_file_id = ${id} and e.account_id is null order by e.id`
    expect(rows.map(({ document }) => document)).toEqual([null, String(Number(number))])
    const [gone] = await house.db<{ n: number }[]>`
      select count(*)::int as n from auditing.entry where case_file_id = ${hidden.id}`
    expect(gone?.n).toBe(0)
  })
})
