import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../src/platform/embedded-postgres/free-port.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { startMetrics } from '../../src/platform/metrics/index.ts'
import { aPerson, signInAs } from '../support/builders-admin.ts'
import { aCaseFile, confirmPasswordFor, postAnyway } from '../support/builders-cases.ts'
import { aDraft, anUpload } from '../support/builders-documents.ts'
import { copyOf } from '../support/builders-output.ts'
import { signOnPage } from '../support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'

/** T-34: words that may stand in the database and on pages, and in no line of the log. */
const secret = {
  wrongPassword: 'senha-que-ninguem-tem',
  text: 'zqtextosigilosoqz',
  file: 'zqarquivosigilosoqz',
  cpf: '52998224725',
  name: 'Fulana Zqnomeqz',
  remark: 'zqobservacaoqz',
} as const

const lines: string[] = []
const log = openLog('trace', { write: (line) => lines.push(line) })
let house: TestHouse
let marina: Person
let caller: Caller

beforeAll(async () => {
  house = await openTestHouse({ log })
  marina = await house.signIn('marina')
  caller = callerOf(house.app, marina)
})
afterAll(() => house.close())

describe('T-34 no secret and no word of anybody is in the log', () => {
  it('when everything goes well, or is refused', async () => {
    await house.visitor().signIn('marina', secret.wrongPassword)
    const { digits } = await aConfidentialCase()
    await marina.open(`/em/${at.prot}/pesquisa?q=${secret.text}`)
    await marina.open(`/em/${at.prot}/contatos?q=${secret.cpf}`)
    await house.app.inject({
      method: 'PUT',
      url: `/em/${at.prot}/documentos/1/rascunho`,
      payload: `{${secret.text}`,
      headers: json(),
    })
    await house.app.inject({ method: 'POST', url: '/entrar', payload: secret.text, headers: { 'content-type': 'x/y' } })
    const file = { field: 'arquivos', name: 'pedido.txt', content: Buffer.from(secret.file) }
    await caller.upload(`/em/${at.prot}/processos/${digits}/documentos/externo`, file, { tipo: '1' })
    const visitor = house.visitor()
    const page = await visitor.open('/esqueci-a-senha')
    await visitor.send(page, 'form[action="/esqueci-a-senha"]', { usuario: 'marina' })
    await house.workOff()
    expectNothingTold()
  })

  it('when the database refuses a row, and quotes it', async () => {
    const { digits, draft } = await aConfidentialCase()
    const here = `/em/${at.prot}`
    await failing('documents.version', `plain_text like '%${secret.text}%'`, async () => {
      const page = await marina.open(`${here}/documentos/${draft}/editor`)
      expect((await marina.send(page, 'form[data-editor]', { secao_corpo: `De novo ${secret.text}` })).status).toBe(500)
    })
    await failing('people.contact', `cpf = '${secret.cpf}'`, async () => {
      const fields = { natureza: 'person', nome: secret.name, cpf_ou_cnpj: secret.cpf }
      expect((await postAnyway(marina, `${here}/contatos`, fields)).status).toBe(500)
    })
    await failing('cases.observation', `text like '%${secret.remark}%'`, async () => {
      const fields = { observacao: `Ainda ${secret.remark}` }
      expect((await postAnyway(marina, `${here}/processos/${digits}/observacao`, fields)).status).toBe(500)
    })
    expectFaultsTold(3)
    expectNothingTold()
  })

  it('when a value cannot be what it should be, and the message says which', async () => {
    const { draft } = await aConfidentialCase()
    await house.db.unsafe(`
      create function documents.fail_on_text() returns trigger language plpgsql as $$
        begin perform new.plain_text::int; return new; end $$;
      create trigger fails before insert on documents.version for each row execute function documents.fail_on_text()`)
    const page = await marina.open(`/em/${at.prot}/documentos/${draft}/editor`)
    const after = await marina.send(page, 'form[data-editor]', { secao_corpo: `E mais ${secret.text}` })
    expect(after.status).toBe(500)
    expect(after.html).not.toContain('invalid input')
    await house.db.unsafe('drop trigger fails on documents.version; drop function documents.fail_on_text()')
    expectFaultsTold(4)
    expectNothingTold()
  })

  it('when the job that reads a file, or indexes a text, fails on it', async () => {
    await failing('documents.extracted_text', `text like '%${secret.file}%'`, async () => {
      const { digits } = await aCaseFile(house)
      await anUpload(house, digits, { content: `Requer ${secret.file}.` })
      await house.workOff().catch(() => undefined)
    })
    expect(lines.some((line) => line.includes('a job failed'))).toBe(true)
    await failing('search.case_text', `words @@ to_tsquery('portuguese', '${secret.remark}')`, async () => {
      await aCaseFile(house, { observation: secret.remark })
      await house.workOff().catch(() => undefined)
    })
    expect(lines.some((line) => line.includes('could not be indexed'))).toBe(true)
    expectNothingTold()
  })

  it('when a page with a secret in its address falls over', async () => {
    const token = 'zqlinksecretoqz'.padEnd(43, 'x')
    await house.db.unsafe('alter table identity.one_time_link rename to put_aside')
    expect((await house.visitor().open(`/nova-senha/${token}`)).status).toBe(500)
    await house.db.unsafe('alter table identity.put_aside rename to one_time_link')
    expect(lines.at(-1)).toContain('/nova-senha/:token')
    expect(lines.join('')).not.toContain(token)
    expectNothingTold()
  })
})

describe('T-34 nor in what else tells of the program', () => {
  it('the log that is kept and shown to who audits, the list of mail, and the figures for who collects them', async () => {
    const { digits } = await aConfidentialCase()
    await failing('cases.observation', `text like '%${secret.remark}%'`, async () => {
      const fields = { observacao: `Outra vez ${secret.remark}` }
      const answer = await postAnyway(marina, `/em/${at.prot}/processos/${digits}/observacao`, fields)
      expect([answer.status, secretsIn(answer.html)]).toEqual([500, []])
    })
    const operates = { profile: 'Informática', unit: 'GS', administers: 'installation' } as const
    await aPerson(house, {
      login: 'aurora',
      name: 'Aurora Auditora',
      email: 'aurora@exemplo.invalid',
      grants: [operates],
    })
    const visitor = house.visitor()
    const forgotten = await visitor.open('/esqueci-a-senha')
    await visitor.send(forgotten, 'form[action="/esqueci-a-senha"]', { usuario: 'aurora' })
    await house.workOff()
    const operator = await signInAs(house, 'aurora')
    const kept = await operator.open(`/em/${at.gs}/auditoria/log`)
    expect([kept.status, kept.text.includes('request failed'), secretsIn(kept.html)]).toEqual([200, true, []])
    const rows = await house.db<{ line: string }[]>`select to_jsonb(l)::text as line from auditing.log_line l`
    expect([rows.length > 0, secretsIn(rows.map(({ line }) => line).join('\n'))]).toEqual([true, []])
    const [mail] = await house.db<{ text: string }[]>`
      select to_jsonb(m)::text as text from mail.message m where to_jsonb(m)::text like '%/nova-senha/%' limit 1`
    const link = /nova-senha\/([\w-]{20,})/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(link).not.toBe('')
    const outbox = await operator.open(`/em/${at.gs}/sistema/correio`)
    expect([outbox.status, secretsIn(outbox.html), outbox.html.includes(link)]).toEqual([200, [], false])
    const figures = await figuresOf()
    expect(figures).toContain('carimbo_http_answer_seconds_count')
    expect([secretsIn(figures), figures.includes(digits), figures.includes('/processos/')]).toEqual([[], false, false])
    expectNothingTold()
    expect(lines.some((line) => line.includes(link))).toBe(false)
  })
})

async function figuresOf(): Promise<string> {
  const port = await freePort()
  const stop = await startMetrics(house.platform, port)
  try {
    return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  } finally {
    await stop()
  }
}

/** With a signed text, a draft, a file and a party with a CPF in it; copied, too. */
async function aConfidentialCase(): Promise<{ digits: string; draft: string }> {
  const { digits } = await aCaseFile(house, { parties: [{ newName: secret.name }], observation: secret.remark })
  const signed = await aDraft(house, digits, { text: secret.text })
  await signOnPage(marina, at.prot, signed, { cargo: 'Analista' })
  const draft = await aDraft(house, digits, { text: secret.text })
  await anUpload(house, digits, { content: secret.file })
  const page = await marina.open(`/em/${at.prot}/processos/${digits}/nivel`)
  const [basis] = await house.db<
    { id: string }[]
  >`select id from classification.legal_basis where level = 'confidential'`
  await marina.send(page, 'form[action$="/nivel"]', { nivel: 'confidential', hipotese: basis?.id ?? '' })
  await confirmPasswordFor(marina, at.prot, digits, secret.wrongPassword)
  await confirmPasswordFor(marina, at.prot, digits, password)
  await copyOf(house, marina, at.prot, digits, { kind: 'zip', only: [signed] })
  return { digits, draft }
}

/** Has the database refuse the rows of which this is true, as a broken rule would, and quote them. */
async function failing(table: string, when: string, work: () => Promise<void>): Promise<void> {
  await house.db.unsafe(`alter table ${table} add constraint fails_here check (not (${when})) not valid`)
  try {
    await work()
  } finally {
    await house.db.unsafe(`alter table ${table} drop constraint fails_here`)
  }
}

function expectFaultsTold(atLeast: number): void {
  expect(lines.filter((line) => line.includes('request failed')).length).toBeGreaterThanOrEqual(atLeast)
}

function expectNothingTold(): void {
  expect(secretsIn(lines.join('\n'))).toEqual([])
}

function secretsIn(told: string): string[] {
  const cookies = marina.cookies().map(({ value }) => value)
  const kept = [password, ...Object.values(secret), caller.csrf, caller.sessionHash, ...cookies]
  return kept.filter((one) => told.includes(one))
}

function json() {
  const cookie = marina.cookies().map(({ name, value }) => `${name}=${value}`)
  return { 'content-type': 'application/json', cookie: cookie.join('; '), 'x-csrf-token': caller.csrf }
}
