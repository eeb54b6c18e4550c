import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, problemsOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

const save = async (fields: Record<string, string>) =>
  central.send(await central.open(admin('/parametros')), formTo('/parametros'), fields)
const settingOf = async (name: string) =>
  (await house.db<{ value: unknown }[]>`select value from platform.setting where name = ${name}`)[0]?.value

describe('the parameters of the installation', () => {
  it('are kept as the rules read them, with who changed them', async () => {
    const limits = 'pdf 200\n.MP4: 500 MB\nexe 0'
    const page = await save({ 'informed-number': '1', 'informed-mask': '', 'documents.file-limits': limits })
    expect(page.text).toContain('Parâmetros: salvos.')
    expect(page.text).toContain('por Clara Central')
    expect(await settingOf('informed-number')).toBe(1)
    expect(await settingOf('informed-mask')).toBe('')
    expect(await settingOf('documents.file-limits')).toEqual({ pdf: 209_715_200, mp4: 524_288_000, exe: 0 })
    expect(page.document.querySelector('textarea')?.textContent?.trim()).toBe('exe 0\nmp4 500\npdf 200')
  })

  it('that change who reads what are asked for again before', async () => {
    const question = await save({ 'per-document-internal': 'sim' })
    expect(question.status).toBe(422)
    expect(question.text).toContain('Nível de acesso por documento:')
    expect(await settingOf('per-document-internal')).toBe(false)
    const page = await central.send(question, formTo('/parametros'))
    expect(page.text).toContain('salvos')
    expect(await settingOf('per-document-internal')).toBe(true)
    expect(await settingOf('informed-number')).toBe(1)
    const [row] = await house.db`select platform.flag('per-document-internal') as flag`
    expect(row?.flag).toBe(true)
  })

  test.each([
    [{ 'informed-mask': '@ano:4@' }, 'informed-mask', /Falta a variável/],
    [{ 'informed-number': '7' }, 'informed-number', /Escolha/],
    [{ 'documents.file-limits': 'pdf muito' }, 'documents-file-limits', /forma “pdf 200”/],
    [{ 'documents.file-limits': 'pdf 99999' }, 'documents-file-limits', /forma “pdf 200”/],
  ])('typed as %j are refused beside %s', async (fields, field, message) => {
    const page = await save(fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  it('R4 are not there for who administrates one agency only', async () => {
    const local = await house.signIn('admin')
    expect((await local.open(admin('/parametros'))).status).toBe(404)
    const own = await local.open(admin('/unidades/nova'))
    const _csrf = own.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await local.post(admin('/parametros'), { _csrf, 'informed-number': '2' })).status).toBe(404)
    expect(await settingOf('informed-number')).toBe(1)
  })
})
