import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  aDraft,
  alsoOpenIn,
  concludedIn,
  confirmPasswordFor,
  done,
  eventsOf,
  formOf,
} from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { findCaseFile } from '../find-case-file.ts'
import { annexCaseFile } from './annex-case-file.ts'
import { annexedOf } from './read-annexed.ts'

let house: TestHouse
let marina: Person
let admin: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
  admin = await house.signIn('admin')
})
afterAll(() => house.close())

const address = (digits: string, unit: string = at.prot) => `/em/${unit}/processos/${digits}/anexacao`

async function withDocument(level: 'public' | 'restricted' = 'public') {
  const made = await aCaseFile(house, { level })
  await aDraft(house, made.digits)
  return made
}

async function annex(digits: string, principal: string) {
  const page = await marina.open(`${address(digits)}?principal=${principal}`)
  return page.status === 200 ? marina.send(page, formOf('anexacao')) : page
}

describe('annexing', () => {
  it('asks first, then takes the case file off the desk into the tree of its principal', async () => {
    const [one, principal] = [await withDocument(), await aCaseFile(house)]
    const form = await marina.open(address(one.digits))
    expect(form.document.querySelector('form[method=get][action$="/anexacao"] input[name=principal]')).not.toBeNull()
    const asked = await marina.open(`${address(one.digits)}?principal=${encodeURIComponent(principal.number)}`)
    expect(asked.text).toContain(`Anexar o processo ${one.number} ao ${principal.number}?`)
    expect(asked.text).toContain('Há uma minuta que não poderá mais ser assinada')
    await marina.send(asked, formOf('anexacao'))

    const [row] = await house.db`select c.state, h.closing from cases.case_file c
      join cases.holding h on h.case_file_id = c.id where c.id = ${one.id}`
    expect(row).toEqual({ state: 'annexed', closing: 'annexed' })
    expect((await eventsOf(house, one.id)).at(-1)).toBe('annexed-to')
    expect((await eventsOf(house, principal.id)).at(-1)).toBe('annexation-received')
    expect((await annexedOf(house.db, principal)).map(({ number }) => number)).toEqual([one.number])
  })

  it('R3 E2E-10 each of the five conditions has its own sentence, and each principal too', async () => {
    const principal = await aCaseFile(house)
    const sentences: string[] = []
    const refusedWith = async (digits: string, to: string) => {
      const page = await annex(digits, to)
      expect(page.status).toBe(422)
      expect(page.errors).toHaveLength(1)
      sentences.push(page.errors[0] ?? '')
    }
    const openElsewhere = await withDocument()
    await alsoOpenIn(house, openElsewhere.id, at.asses, 'ana')
    await refusedWith(openElsewhere.digits, principal.digits)

    const hasAnnexes = await withDocument()
    await annex((await withDocument()).digits, hasAnnexes.digits)
    await refusedWith(hasAnnexes.digits, principal.digits)

    const secret = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await refusedWith((await withDocument()).digits, secret.digits)
    await refusedWith((await aCaseFile(house)).digits, principal.digits)

    const annexed = await withDocument()
    await annex(annexed.digits, principal.digits)
    await refusedWith(annexed.digits, principal.digits)

    const concluded = await aCaseFile(house)
    await concludedIn(house, concluded.id, at.prot)
    await refusedWith((await withDocument()).digits, concluded.digits)
    await refusedWith((await withDocument()).digits, '99999999999999999')
    expect(new Set(sentences).size).toBe(7)
  })

  it('tells all the reasons at once', async () => {
    const one = await aCaseFile(house)
    await alsoOpenIn(house, one.id, at.asses, 'ana')
    const page = await annex(one.digits, (await aCaseFile(house)).digits)
    expect(page.errors).toEqual([
      'O processo também está aberto em outra unidade. Espere que ela o conclua.',
      'O processo não tem documentos. Inclua ao menos um antes de anexá-lo.',
    ])
  })

  it('never to itself', async () => {
    const one = await withDocument()
    expect((await annex(one.digits, one.digits)).errors).toEqual([
      'Um processo não se anexa a si mesmo. Informe outro número.',
    ])
  })

  it('R2 to two principals at once happens to one of them, and two to each other at once never both', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const [one, p, q] = [await withDocument(), await aCaseFile(house), await aCaseFile(house)]
    const both = await Promise.all(
      [p, q].map((principal) => annexCaseFile(house.db, actor, one.digits, principal.digits, new Date())),
    )
    expect(both.filter((outcome) => outcome?.done)).toHaveLength(1)
    const [a, b] = [await withDocument(), await withDocument()]
    const circle = await Promise.all([
      annexCaseFile(house.db, actor, a.digits, b.digits, new Date()),
      annexCaseFile(house.db, actor, b.digits, a.digits, new Date()),
    ])
    expect(circle.filter((outcome) => outcome?.done)).toHaveLength(1)
  })

  it('R8 a restricted one makes its principal restricted, and undoing gives the principal its level back', async () => {
    const [one, principal] = [await withDocument('restricted'), await aCaseFile(house)]
    const asked = await marina.open(`${address(one.digits)}?principal=${principal.digits}`)
    expect(asked.text).toContain('O principal, hoje público, passa a ser restrito')
    await marina.send(asked, formOf('anexacao'))
    expect(await levelOf(principal.id)).toBe('restricted')
    await undo(one.digits)
    expect(await levelOf(principal.id)).toBe('public')
    expect((await eventsOf(house, principal.id)).filter((kind) => kind === 'effective-level-changed')).toHaveLength(2)
  })

  it('R4 the units that hold the principal, then and later, read what is annexed to it', async () => {
    const [one, principal] = [await withDocument('restricted'), await aCaseFile(house)]
    const reach = async (login: 'ana' | 'carla', unit: typeof at.asses | typeof at.cofic) => {
      const actor = await actorOf(house, login, unit)
      return (await findCaseFile(house.db, actor, { digits: one.digits }, 'reading', new Date()))?.reach
    }
    await alsoOpenIn(house, principal.id, at.cofic, 'carla')
    expect(await reach('carla', at.cofic)).toBe('number-only')
    await annex(one.digits, principal.digits)
    expect(await reach('carla', at.cofic)).toBe('full')
    expect(await reach('ana', at.asses)).toBe('number-only')
    await alsoOpenIn(house, principal.id, at.asses, 'ana')
    expect(await reach('ana', at.asses)).toBe('full')
  })
})

describe('undoing an annexation', () => {
  it('E2E-10 is for the administrator, with a reason, and brings the case file back to the desk of who annexed it', async () => {
    const [one, principal] = [await withDocument(), await aCaseFile(house)]
    await annex(one.digits, principal.digits)
    const inclusion = await marina.open(`/em/${at.prot}/processos/${one.digits}/documentos/novo`)
    expect(inclusion.text).toContain('está anexado ao processo')
    expect((await marina.open(`${address(one.digits)}/desfazimento`)).status).toBe(404)
    const empty = await undo(one.digits, '')
    expect(empty.errors).toEqual(['Escreva o motivo: ele fica no histórico dos dois processos.'])
    await undo(one.digits)
    const [row] = await house.db`select c.state, h.origin, h.received_at, u.slug from cases.case_file c
      join cases.holding h on h.case_file_id = c.id and h.closed_at is null
      join organization.unit u on u.id = h.unit_id where c.id = ${one.id}`
    expect(row).toEqual({ state: 'normal', origin: 'generated', received_at: null, slug: at.prot })
    for (const { id } of [one, principal]) expect((await eventsOf(house, id)).at(-1)).toBe('annexation-undone')
    expect((await admin.open(`${address(one.digits, at.gs)}/desfazimento`)).text).toContain('não está anexado a outro')
  })

  it('after it, the case file can be annexed again', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const [one, principal] = [await withDocument(), await aCaseFile(house)]
    await annex(one.digits, principal.digits)
    await undo(one.digits)
    await done(annexCaseFile(house.db, actor, one.digits, principal.digits, new Date()))
  })
})

async function undo(digits: string, motivo = 'Anexado por engano') {
  return admin.send(await admin.open(`${address(digits, at.gs)}/desfazimento`), formOf('desfazimento'), { motivo })
}

async function levelOf(id: string) {
  const [row] = await house.db`select effective_level from cases.case_file where id = ${id}`
  return row?.effective_level
}
