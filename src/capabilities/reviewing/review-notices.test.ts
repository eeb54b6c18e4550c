import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, done, openForCommands } from '../../../test/support/builders-cases.ts'
import { aDraft, textOf } from '../../../test/support/builders-documents.ts'
import { bellOf, gatherAll, noticesOn, sentencesOf } from '../../../test/support/builders-notices.ts'
import { aDraftToReview, aReview, review } from '../../../test/support/builders-reviewing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { answerReview } from './requests/answer-review.ts'

describe('reviews ring', () => {
  let house: TestHouse
  let marina: Person
  let paulo: Person
  let ana: Person
  beforeAll(async () => {
    house = await openTestHouse()
    ;[marina, paulo, ana] = await Promise.all([house.signIn('marina'), house.signIn('paulo'), house.signIn('ana')])
  })
  afterAll(() => house.close())

  it('R11 for who is asked, on the bell and in the menu, and for who asked when it is answered', async () => {
    const { number, digits } = await aDraftToReview(house)
    const caseNumber = await numberOf(house, digits)
    const id = await aReview(house, number, { of: 'ana', at: at.asses, dueOn: '2099-12-31' })
    await gatherAll(house)
    await gatherAll(house)
    expect(await noticesOn(ana, at.asses)).toEqual([
      `Marina Protocolista pediu que você revise uma minuta do processo ${caseNumber}, até 31/12/2099.`,
    ])
    const desk = await ana.open(`/em/${at.asses}/mesa`)
    expect([bellOf(desk), waitingIn(desk)]).toEqual([1, '1'])
    expect(waitingIn(await ana.open(`/em/${at.gs}/mesa`))).toBeUndefined()
    expect(waitingIn(await marina.open(`/em/${at.prot}/mesa`))).toBeUndefined()
    expect((await follow(ana, at.asses)).url).toBe(`/em/${at.asses}/revisoes/${id}`)

    const { version } = await textOf(house, number)
    const reviewer = await actorOf(house, 'ana', at.asses)
    const text = 'Falta o prazo.'
    await done(answerReview(house.db, reviewer, { id, answer: 'returned', text, version }, house.platform.clock()))
    await gatherAll(house)
    expect(await noticesOn(marina, at.prot)).toEqual([
      `Ana Assessora devolveu com observações a minuta do processo ${caseNumber} que você mandou revisar.`,
    ])
    expect((await follow(marina, at.prot)).url).toBe(review(number))
    // The draft is closed again to who answered: nothing of it is told there any more.
    const after = await ana.open(`/em/${at.asses}/avisos`)
    expect([sentencesOf(after), bellOf(after), waitingIn(after)]).toEqual([[], 0, undefined])
  })

  it('R11 for both when somebody else’s signature ends it, and never for who signed', async () => {
    const file = await aCaseFile(house)
    const number = await aDraft(house, file.digits, { text: 'Defiro.' })
    await aReview(house, number)
    await signDocument(house, number)
    await gatherAll(house)
    expect(await noticesOn(paulo, at.prot)).toEqual([
      `Marina Protocolista assinou o documento do processo ${file.number} que você ia revisar: a resposta não é mais esperada.`,
    ])
    expect((await noticesOn(marina, at.prot)).filter((sentence) => sentence.includes(file.number))).toEqual([])
    expect((await follow(paulo, at.prot)).text).toContain('Marina Protocolista')

    const other = await aCaseFile(house)
    const signedByPaulo = await aDraft(house, other.digits, { text: 'Defiro.' })
    await aReview(house, signedByPaulo)
    await signDocument(house, signedByPaulo, { by: 'paulo' })
    await gatherAll(house)
    const toMarina = (await noticesOn(marina, at.prot)).filter((sentence) => sentence.includes(other.number))
    expect(toMarina).toEqual([
      `Paulo Protocolista assinou o documento do processo ${other.number} que você pediu a Paulo Protocolista para revisar: a revisão foi encerrada.`,
    ])
    expect((await noticesOn(paulo, at.prot)).filter((sentence) => sentence.includes(other.number))).toEqual([])
  })

  it('R11 for nobody about what is confidential, but that there is something, before the password', async () => {
    await gatherAll(house)
    await house.db`update notices.notice set at = at - interval '1 hour', read_at = at`
    const secret = await aCaseFile(house, { level: 'confidential', by: 'marina' })
    await openForCommands(house, 'marina', at.prot, secret.id)
    const number = await aDraft(house, secret.digits, { text: 'Defiro.' })
    const author = await actorOf(house, 'marina', at.prot)
    await house.db`
      insert into reviewing.request (document_id, reviewer_id, reviewer_unit_id, asked_by, asked_unit_id, asked_at, message, version)
      select d.id, ${author.userId}, d.unit_id, w.id, d.unit_id, ${house.platform.clock()}, '', d.version
        from documents.document d, identity.account w where d.number = ${Number(number)} and w.login = 'paulo'`
    await gatherAll(house)
    const before = await marina.open(`/em/${at.prot}/avisos`)
    expect(sentencesOf(before)[0]).toBe('Há um aviso sobre um processo sigiloso.')
    expect([bellOf(before), waitingIn(before), before.html.includes(secret.digits)]).toEqual([1, undefined, false])
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const after = await marina.open(`/em/${at.prot}/avisos`)
    expect(sentencesOf(after)[0]).toBe(
      `Paulo Protocolista pediu que você revise uma minuta do processo ${secret.number}.`,
    )
    expect(waitingIn(after)).toBe('1')
  })

  it('R11 as each chooses: three kinds more on the page of choices', async () => {
    const page = await paulo.open(`/em/${at.prot}/avisos/escolhas`)
    for (const label of ['Revisão pedida a mim', 'Revisão respondida', 'Revisão encerrada pela assinatura'])
      expect(page.text).toContain(label)
    await paulo.send(page, 'form[action$="/avisos/escolhas"]', { 'revisao-pedida': 'nada' })
    const file = await aCaseFile(house)
    await aReview(house, await aDraft(house, file.digits, { text: 'Defiro.' }))
    await gatherAll(house)
    expect((await noticesOn(paulo, at.prot)).filter((sentence) => sentence.includes(file.number))).toEqual([])
  })
})

/** Opens the newest notice. */
async function follow(person: Person, unit: string): Promise<Page> {
  const link = (await person.open(`/em/${unit}/avisos`)).document.querySelector('#avisos tbody th a')
  return person.open(link?.getAttribute('href') ?? '')
}

/** What the menu says beside “Revisões”; undefined where nothing stands there. */
function waitingIn(page: Page): string | undefined {
  const entry = [...page.document.querySelectorAll('nav a[href$="/revisoes"]')].map((one) => one.textContent ?? '')[0]
  return entry?.match(/\d+/)?.[0]
}

async function numberOf(house: TestHouse, digits: string): Promise<string> {
  const [row] = await house.db<{ number: string }[]>`select number from cases.case_file where digits = ${digits}`
  return row?.number ?? ''
}
