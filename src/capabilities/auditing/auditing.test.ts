import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../../../test/access/routes.ts'
import { aGrant, aPerson, signInAs } from '../../../test/support/builders-admin.ts'
import { aCaseFile, alsoOpenIn, confirmPasswordFor, openForCommands } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { trailOf } from './index.ts'
import { resourceOf, resources } from './resources.rules.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let ana: Person
let auditor: Person
let local: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  paulo = await house.signIn('paulo')
  ana = await house.signIn('ana')
  await aPerson(house, { login: 'aurora', name: 'Aurora Auditora', grants: [] })
  await aGrant(house, 'aurora', { profile: 'Informática', unit: 'GS', administers: 'installation' })
  auditor = await signInAs(house, 'aurora')
  local = await house.signIn('ivo')
})
afterAll(() => house.close())

const ofCase = (digits: string, part = '', unit: string = at.prot) => `/em/${unit}/processos/${digits}${part}`
const ofDocument = (number: string, part = '', unit: string = at.prot) => `/em/${unit}/documentos/${number}${part}`
const audit = (query = '') => `/em/${at.gs}/auditoria${query}`
const write = () => trailOf(house.platform).write()
const written = async (caseFileId: string) =>
  (
    await house.db<{ resource: string }[]>`
    select resource from auditing.entry where case_file_id = ${caseFileId} order by id`
  ).map(({ resource }) => resource)

describe('what is recorded', () => {
  it('R1 every address of the program is one resource, or only comes along with a page, and every resource has one', () => {
    const routes = routesOf(house.app).map((route) => route.split(' ') as [string, string])
    const found = routes.map(([method, path]) => resourceOf(method, path.replace('/em/:unidade', '')))
    expect(resources.filter((resource) => !found.includes(resource)).map(({ key }) => key)).toEqual([])
    const silent = routes.filter((_, place) => !found[place]).map((route) => route.join(' '))
    expect(silent.length).toBeLessThan(25)
    expect(
      silent.filter((route) => /processos\/:numero(\/acessos)?$|documentos\/:numero(\/pdf)?$/.test(route)),
    ).toEqual([])
  })

  it('R2 a page of a public case file costs no statement of its own: it waits, and a round writes it', async () => {
    const { id, digits } = await aCaseFile(house)
    await write()
    await marina.open(ofCase(digits))
    expect(await written(id)).toEqual([])
    await house.workOff()
    expect(await written(id)).toEqual(['case-file'])
  })

  it('R3 what is restricted or confidential is on record before it is seen, whatever the rules', async () => {
    const restricted = await aCaseFile(house, { level: 'restricted' })
    const secret = await aCaseFile(house, { level: 'confidential' })
    await house.db`update auditing.rule set is_on = false where category = 'case-files'`
    const open = await aCaseFile(house)
    await marina.open(ofCase(restricted.digits))
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await marina.open(ofCase(secret.digits))
    await marina.open(ofCase(open.digits))
    await write()
    await house.db`update auditing.rule set is_on = true where category = 'case-files'`
    expect(await written(restricted.id)).toContain('case-file')
    expect(await written(secret.id)).toContain('case-file')
    expect(await written(open.id)).toEqual([])
  })

  it('R3 where the trail cannot be written, what is restricted is not shown', async () => {
    const { digits } = await aCaseFile(house, { level: 'restricted' })
    await house.db`alter table auditing.entry add constraint broken check (resource <> 'case-file') not valid`
    const { status } = await marina.open(ofCase(digits))
    await house.db`alter table auditing.entry drop constraint broken`
    expect(status).toBe(500)
    await write()
  })

  it('R4 holds no word of what was typed, no number and no secret link, only the shape of the address', async () => {
    await marina.open(`/em/${at.prot}/pesquisa?q=palavra-secreta`)
    await house.visitor().open('/nova-senha/um-segredo-comprido')
    await write()
    const rows = await house.db<{ row: string }[]>`select to_jsonb(e)::text as row from auditing.entry e`
    expect(rows.some(({ row }) => row.includes('/pesquisa'))).toBe(true)
    expect(rows.filter(({ row }) => /palavra-secreta|um-segredo|senha de teste/.test(row))).toEqual([])
  })

  it('R4 refusals and what is not there leave nothing', async () => {
    const { id, digits } = await aCaseFile(house, { level: 'confidential' })
    expect((await paulo.open(ofCase(digits))).status).toBe(404)
    await write()
    expect(await written(id)).toEqual([])
  })

  it('tells who has just signed in, which no request before knew', async () => {
    await house.signIn('carla')
    await write()
    const [row] = await house.db<{ login: string }[]>`
      select a.login from auditing.entry e join identity.account a on a.id = e.account_id
       where e.resource = 'sign-in' order by e.id desc limit 1`
    expect(row?.login).toBe('carla')
  })

  it('R5 is never changed nor taken away', async () => {
    await expect(house.db`delete from auditing.entry`).rejects.toThrow()
    await expect(house.db`update auditing.entry set ip = ''`).rejects.toThrow()
    await expect(house.db`truncate auditing.entry`).rejects.toThrow()
  })
})

describe('the page of the auditor', () => {
  it('R6 is there for auditors alone, and looking at it is on record before it is seen', async () => {
    expect((await marina.open(`/em/${at.prot}/auditoria`)).status).toBe(404)
    const before = await count('audit')
    expect((await auditor.open(audit())).status).toBe(200)
    expect(await count('audit')).toBe(before + 1)
    expect((await auditor.open(audit('/planilha'))).status).toBe(200)
    expect(await count('audit')).toBe(before + 2)
  })

  it('filters by person, unit, resource, address, day and number', async () => {
    const { number, digits } = await aCaseFile(house)
    const document = await aDraft(house, digits)
    await marina.open(ofCase(digits))
    await paulo.open(ofDocument(document))
    await write()
    const lines = async (query: string) =>
      (await auditor.open(audit(query))).document.querySelectorAll('#trilha tbody tr').length
    expect(await lines(`?numero=${digits}`)).toBe(2)
    expect(await lines(`?numero=${encodeURIComponent(number)}&usuario=marina`)).toBe(1)
    expect(await lines(`?numero=${document}`)).toBe(1)
    expect(await lines(`?numero=${digits}&recurso=document`)).toBe(1)
    expect(await lines(`?numero=${digits}&unidade-sigla=prot`)).toBe(2)
    expect(await lines(`?numero=${digits}&unidade-sigla=gs`)).toBe(0)
    expect(await lines(`?numero=${digits}&ip=10.9.9.9`)).toBe(0)
    expect(await lines(`?numero=${digits}&de=2001-01-01&ate=2001-01-02`)).toBe(0)
    expect((await auditor.open(audit('/planilha?usuario=marina'))).text).toContain('Marina Protocolista')
  })

  it('R7 is no credential: hidden case files stand in it without number, and asked by it they have no entries', async () => {
    const secret = await aCaseFile(house, { level: 'confidential', summary: 'Denúncia que ninguém sabe' })
    const restricted = await aCaseFile(house, { level: 'restricted' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await openForCommands(house, 'marina', at.prot, secret.id)
    const draft = await aDraft(house, secret.digits)
    await marina.open(ofDocument(draft))
    await marina.open(ofCase(restricted.digits))
    await write()
    const page = await auditor.open(audit('?usuario=marina'))
    expect(page.text).toContain('processo de acesso reservado')
    const sheet = await auditor.open(audit('/planilha?usuario=marina'))
    for (const hidden of [secret.number, secret.digits, draft, 'Denúncia', restricted.number]) {
      expect(page.html).not.toContain(hidden)
      expect(sheet.html).not.toContain(hidden)
    }
    const asked = await auditor.open(audit(`?numero=${secret.digits}`))
    const nobodys = await auditor.open(audit('?numero=99999999999999999'))
    expect(asked.text).toContain('Nenhum registro')
    expect(asked.document.querySelector('main .empty')?.textContent).toBe(
      nobodys.document.querySelector('main .empty')?.textContent,
    )
    expect((await auditor.open(audit(`?numero=${draft}`))).document.querySelectorAll('#trilha tr').length).toBe(0)
    expect((await auditor.open(audit(`?numero=${restricted.digits}`))).text).toContain(restricted.number)
  })

  it('R8 an auditor of a unit sees it and those below, nothing outside of any unit, and changes no rule', async () => {
    await (await house.signIn('rita')).open(`/em/${at.rj}/pesquisa`)
    await marina.open(`/em/${at.prot}/pesquisa`)
    await write()
    const page = await local.open(audit())
    expect(page.text).toContain('Marina Protocolista')
    expect(page.text).not.toContain('Rita do Rio')
    expect((await local.open(audit('?recurso=sign-in'))).document.querySelectorAll('#trilha tr').length).toBe(0)
    expect((await auditor.open(audit())).text).toContain('Rita do Rio')
    expect((await local.open(audit('/regras'))).document.querySelectorAll('#regras tbody a').length).toBe(0)
    expect((await local.open(audit('/regras/nova'))).status).toBe(404)
    expect((await local.post(audit('/regras'), { descricao: 'Minha' })).status).not.toBe(303)
  })
})

describe('rules', () => {
  it('R9 are made and changed by who operates the installation, and who changed what stays', async () => {
    const form = await auditor.open(audit('/regras/nova?categoria=general'))
    const refused = await auditor.send(form, 'form[action$="/auditoria/regras"]', { descricao: 'x' })
    expect(refused.status).toBe(422)
    expect(refused.errors).toHaveLength(2)
    await auditor.send(form, 'form[action$="/auditoria/regras"]', {
      descricao: 'Mesa do mês',
      ligada: 'sim',
      recursos: ['desk'],
    })
    const [rule] = await house.db`select id, is_on from auditing.rule where description = 'Mesa do mês'`
    expect(rule?.is_on).toBe(true)
    const before = await count('desk')
    await marina.open(`/em/${at.prot}/mesa`)
    await write()
    expect(await count('desk')).toBe(before + 1)
    const page = await auditor.open(audit(`/regras/${rule?.id}`))
    await auditor.send(page, `form[action$="/auditoria/regras/${rule?.id}"]`, {
      descricao: 'Mesa',
      ligada: [],
      recursos: ['desk'],
    })
    await marina.open(`/em/${at.prot}/mesa`)
    await write()
    expect(await count('desk')).toBe(before + 1)
    const changes = await house.db`
      select c.is_on, a.login from auditing.rule_change c join identity.account a on a.id = c.account_id
       where c.rule_id = ${rule?.id} order by c.id`
    expect(changes.map(({ is_on, login }) => `${login} ${is_on}`)).toEqual(['aurora true', 'aurora false'])
    expect((await auditor.open(audit('/regras'))).text).toContain('Aurora Auditora')
  })
})

describe('who opened it', () => {
  it('R10 is told to the unit that has it, person by person, and to nobody else', async () => {
    const { id, digits } = await aCaseFile(house)
    const document = await aDraft(house, digits)
    await alsoOpenIn(house, id, at.asses)
    await paulo.open(ofCase(digits))
    await paulo.open(ofDocument(document))
    await paulo.open(ofDocument(document))
    await write()
    const page = await marina.open(ofCase(digits, '/acessos'))
    expect(page.status).toBe(200)
    const row = [...page.document.querySelectorAll('#leitores tbody tr')].find((one) =>
      one.textContent?.includes('Paulo'),
    )
    expect(row?.textContent).toContain('PROT')
    expect(row?.querySelector('td:last-child')?.textContent).toContain('3')
    const ofOne = await marina.open(ofDocument(document, '/acessos'))
    expect(ofOne.document.querySelector('#leitores tbody td:last-child')?.textContent).toContain('2')
    expect((await marina.open(ofCase(digits))).html).toContain(ofCase(digits, '/acessos'))
    expect((await house.signIn('carla').then((carla) => carla.open(ofCase(digits, '/acessos', at.cofic)))).status).toBe(
      404,
    )
    const beto = await house.signIn('beto')
    expect((await beto.open(ofCase(digits, '/acessos', at.asses))).status).toBe(404)
  })

  it('R10 of what is confidential only to holders after the password', async () => {
    const secret = await aCaseFile(house, { level: 'confidential' })
    expect((await paulo.open(ofCase(secret.digits, '/acessos'))).status).toBe(404)
    const locked = await marina.open(ofCase(secret.digits, '/acessos'))
    expect(locked.url).toContain('/senha')
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const page = await marina.open(ofCase(secret.digits, '/acessos'))
    expect(page.text).toContain('Marina Protocolista')
  })
})

describe('marks on confidential pages', () => {
  it('R11 stand on every page of it, with name, unit and moment, and on no other', async () => {
    const secret = await aCaseFile(house, { level: 'confidential' })
    const open = await aCaseFile(house, { level: 'restricted' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await openForCommands(house, 'marina', at.prot, secret.id)
    const draft = await aDraft(house, secret.digits)
    for (const path of [ofCase(secret.digits), ofCase(secret.digits, '/historico'), ofDocument(draft)]) {
      const { document } = await marina.open(path)
      const mark = document.querySelector('svg.secrecy-mark')
      expect(mark?.textContent).toContain('Marina Protocolista')
      expect(mark?.textContent).toMatch(/PROT · \d\d\/\d\d\/\d{4} às \d\d:\d\d/)
      expect(mark?.getAttribute('aria-hidden')).toBe('true')
      expect(mark?.outerHTML).not.toContain('style=')
    }
    expect((await marina.open(ofCase(open.digits))).document.querySelector('.secrecy-mark')).toBeNull()
    expect((await ana.open(`/em/${at.asses}/mesa`)).document.querySelector('.secrecy-mark')).toBeNull()
  })
})

async function count(resource: string): Promise<number> {
  const [row] = await house.db<
    { n: number }[]
  >`select count(*)::int as n from auditing.entry where resource = ${resource}`
  return row?.n ?? 0
}
