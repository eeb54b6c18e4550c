import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, problemsOf } from '../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { fillMail, queueNotices, variablesIn } from '../../platform/outbox/index.ts'
import { caseSentMail, sendCaseFile } from '../routing/index.ts'
import { mailKinds } from './kinds.ts'

describe('the kinds of mail', () => {
  test.each(mailKinds.map((kind) => [kind.name, kind] as const))(
    'R1 %s says nothing of itself that it has no variable for, and uses those that it needs',
    (_, kind) => {
      const known = Object.keys(kind.variables)
      expect(variablesIn(`${kind.subject} ${kind.body}`).filter((name) => !known.includes(name))).toEqual([])
      expect(kind.needs.filter((name) => !variablesIn(kind.body).includes(name))).toEqual([])
      const examples = Object.fromEntries(Object.entries(kind.variables).map(([name, { example }]) => [name, example]))
      expect(variablesIn(Object.values(fillMail(kind, examples)).join(' '))).toEqual([])
    },
  )

  it('R1 are all the mails that the program sends by itself: nothing else puts a plain mail into the outbox', async () => {
    const folder = join(import.meta.dirname, '../..')
    const files = await readdir(folder, { recursive: true })
    const sources = files.filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('platform/outbox/'),
    )
    const texts = await Promise.all(
      sources.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
    )
    expect(texts.filter(([, text]) => /\bqueueMail\b/.test(text)).map(([file]) => file)).toEqual([])
    const queued = new Set(
      texts.flatMap(([, text]) => [...text.matchAll(/queueNotices\(\s*\w+,\s*(\w+)/g)].map(([, kind]) => kind)),
    )
    const declared = texts.flatMap(([, text]) =>
      [...text.matchAll(/export const (\w+): MailKind\b/g)].map(([, kind]) => kind),
    )
    expect([...queued].sort()).toEqual(declared.sort())
    expect(declared).toHaveLength(mailKinds.length)
    expect(new Set(mailKinds.map(({ name }) => name)).size).toBe(mailKinds.length)
  })
})

describe('filling in', () => {
  it('R2 whatever the values are, the subject is one line and no value is read as a variable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const filled = fillMail({ subject: '@a@ e @b@', body: '@a@\n@b@' }, { a: one, b: other })
        expect(filled.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(filled.body).not.toMatch(/(?![\n\t])\p{Cc}/u)
      }),
    )
    expect(fillMail({ subject: '@a@', body: '@a@ @b@' }, { a: '@b@', b: 'x' })).toEqual({
      subject: '@b@',
      body: '@b@ x',
    })
    expect(fillMail({ subject: 'Oi @a@', body: '@constructor@' }, { a: 'x\r\nBcc: mal@exemplo.org' })).toEqual({
      subject: 'Oi x Bcc: mal@exemplo.org',
      body: '@constructor@',
    })
  })
})

describe('the register', () => {
  let house: TestHouse
  let central: Person
  beforeAll(async () => {
    house = await openTestHouse()
    central = await aCentralAdministrator(house)
    await house.db`insert into organization.unit_email (unit_id, address)
      select id, 'gs@exemplo.gov.br' from organization.unit where slug = ${at.gs} on conflict do nothing`
  })
  afterAll(() => house.close())

  const path = `/emails/${caseSentMail.name}`
  const save = async (fields: Record<string, string>): Promise<Page> =>
    central.send(await central.open(admin(path)), formTo(path), fields)
  const sendOne = async () => {
    const caseFile = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    const [gs] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.gs}`
    const request = { caseNumber: caseFile.digits, to: [gs?.id ?? ''], keepOpen: false, notify: true }
    expect((await sendCaseFile(house.db, actor, request, house.platform.clock()))?.done).toBe(true)
    const mails = await house.db<{ sender: string | null; subject: string; body: string }[]>`
      select sender, subject, body from mail.message where recipient = 'gs@exemplo.gov.br' order by id desc limit 1`
    return { number: caseFile.number, mail: mails[0] }
  }
  const count = async () => (await house.db<{ n: number }[]>`select count(*)::int as n from mail.message`)[0]?.n

  it('R3 what is changed goes out from then on, with the sender and the values; back to the original, as before', async () => {
    const page = await save({
      remetente: 'Protocolo <protocolo@exemplo.gov.br>',
      assunto: 'Chegou @numero@',
      mensagem: 'De @origem@.',
    })
    expect(page.text).toContain('Envio de processo: texto salvo.')
    const { number, mail } = await sendOne()
    expect(mail).toEqual({
      sender: 'Protocolo <protocolo@exemplo.gov.br>',
      subject: `Chegou ${number}`,
      body: 'De PROT.',
    })
    expect((await central.open(admin('/emails'))).text).toContain('Alterado')
    const ask = await central.open(admin(`${path}/original`))
    expect((await central.send(ask, formTo(`${path}/original`))).text).toContain('de volta ao texto original')
    const after = await sendOne()
    expect(after.mail).toMatchObject({ sender: null, subject: `Processo ${after.number} enviado para GS` })
    const changes = await central.open(admin(`${path}/alteracoes`))
    expect(changes.text).toContain('Chegou @numero@')
    expect(changes.text).toContain('Clara Central (GS)')
    expect((await central.open(admin(`${path}/original`))).status).toBe(404)
  })

  it('R4 switched off, none goes; what may not be switched off goes all the same', async () => {
    const before = await count()
    const form = await central.open(admin(path))
    const off = await central.send(form, formTo(path), { enviar: [] as never })
    expect(off.text).toContain('texto salvo')
    await sendOne()
    expect(await count()).toBe(before)
    await save({ enviar: 'sim' })
    await house.db`insert into mail.template (kind, subject, body, off, changed_at, changed_by)
      select 'new-password', 'Nova senha', 'Abra @endereco@', true, now(), id from identity.account limit 1`
    const password = mailKinds.find(({ name }) => name === 'new-password') ?? caseSentMail
    await queueNotices(house.db, password, [{ recipient: 'a@exemplo.org', values: { endereco: 'https://x' } as never }])
    expect(await count()).toBe((before ?? 0) + 1)
    const page = await central.open(admin('/emails/new-password'))
    expect(page.document.querySelector('input[name="enviar"]')).toBeNull()
  })

  it('shows how it looks with examples, without saving', async () => {
    const form = await central.open(admin(path))
    const page = await central.send(form, formTo(path), { assunto: 'Prova @unidade@', ato: 'exemplo' })
    expect(page.status).toBe(200)
    expect(page.document.querySelector('#exemplo')?.textContent).toContain('Prova GS')
    expect((await central.open(admin(path))).html).not.toContain('Prova @unidade@')
  })

  test.each([
    [{ assunto: '' }, 'assunto', /Informe o assunto/],
    [{ assunto: 'Processo @sigilo@' }, 'assunto', /não tem a variável @sigilo@\. As que tem são: @numero@/],
    [{ mensagem: 'Olá @nome@.' }, 'mensagem', /não tem a variável @nome@/],
    [{ remetente: 'ninguém' }, 'remetente', /Escreva um endereço/],
    [{ remetente: 'a@exemplo.org\r\nBcc: b@exemplo.org' }, 'remetente', /Escreva um endereço/],
  ])('refuses %j beside %s', async (fields, field, message) => {
    const page = await save(fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  it('R5 refuses a recovery without its address, and a kind that is none', async () => {
    const recovery = '/emails/new-password'
    const page = await central.send(await central.open(admin(recovery)), formTo(recovery), { mensagem: 'Olá, @nome@.' })
    expect(problemsOf(page).mensagem).toMatch(/não serve sem a variável @endereco@/)
    expect((await central.open(admin('/emails/inventado'))).status).toBe(404)
    const _csrf = page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await central.post(admin('/emails/inventado'), { _csrf, assunto: 'Olá', mensagem: 'Olá' })).status).toBe(
      404,
    )
    const local = await house.signIn('admin')
    for (const address of ['/emails', path, `${path}/original`]) {
      expect((await local.open(admin(address))).status).toBe(404)
    }
  })
})
