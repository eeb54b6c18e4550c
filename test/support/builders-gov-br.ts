import { type SignatureView, signaturesOf } from '../../src/capabilities/signatures/index.ts'
import { type GovBrSigning, openGovBrSigning } from '../../src/platform/gov-br-signing/index.ts'
import { type Log, openLog } from '../../src/platform/log/index.ts'
import { loadVerifier } from '../../src/platform/time-stamp/index.ts'
import { aCaseFile } from './builders-cases.ts'
import { aDraft } from './builders-documents.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { openToyGovBr, type ToyGovBr } from './toy-gov-br.ts'
import { issue, type ToIssue } from './toy-pki.ts'
import { at } from './world.ts'

/** A hierarchy like that of gov.br: the one that signs for people stands below two others, none of ICP-Brasil. */
const root = issue(undefined, { name: 'AC Raiz do Governo de Teste', authority: true })
const middle = issue(root, { name: 'AC Intermediária de Teste', authority: true })
const last = issue(middle, { name: 'AC Final do Governo de Teste', authority: true })

/** Files as the administrator puts them into the folder. */
export const govBrFiles = [root, middle, last].map(({ der }, place) => ({ name: `${place}.crt`, bytes: der }))

/** A certificate as gov.br issues them for one person: the name alone, the CPF as ICP-Brasil writes it, for mail. */
export function govBrPerson(name: string, cpf: string | undefined, others: Partial<ToIssue> = {}) {
  const purposes = ['2b06010505070302', '2b06010505070304']
  return issue(last, { name, ...(cpf ? { cpf } : {}), purposes, usage: 0x80, ...others })
}

/** The client of the toy, with little patience. */
export async function govBrOfToy({ address, clientId, clientSecret }: ToyGovBr, log: Log): Promise<GovBrSigning> {
  const anchors = (await loadVerifier()).readAnchors(govBrFiles)
  const both = { authorizationUrl: address, serviceUrl: `${address}/` }
  return openGovBrSigning({ ...both, clientId, clientSecret, anchors, patienceMs: 400 }, log)
}

/** From the page of the second step to gov.br; answers the address to which it sends back. */
export async function goToGovBr(house: TestHouse, toy: ToyGovBr, person: Person, step: Page): Promise<string> {
  return toy.visit(await wayToGovBr(house, person, step))
}

/** The address of gov.br to which the page of the second step leads. */
export async function wayToGovBr(house: TestHouse, person: Person, step: Page): Promise<string> {
  const link = step.document.querySelector('a[href*="/assinatura/govbr/ida"]')?.getAttribute('href')
  if (!link) throw new Error(`no way to gov.br on ${step.url}: ${step.text.slice(0, 400)}`)
  const cookie = person.cookies().map(({ name, value }) => `${name}=${value}`)
  const answer = await house.app.inject({ url: link, headers: { cookie: cookie.join('; ') } })
  return String(answer.headers.location)
}

/** What the browser does with the address that gov.br sent it to. */
export function comeBack(person: Person, address: string): Promise<Page> {
  const { pathname, search } = new URL(address)
  return person.open(`${pathname}${search}`)
}

/** A house whose people may sign by gov.br, that gov.br, and Marina, who signs there. */
export interface HouseWithGovBr {
  readonly house: TestHouse
  readonly toy: ToyGovBr
  readonly marina: Person
  /** All that the program wrote down. */
  readonly lines: readonly string[]
  aWrittenDraft(type?: string): Promise<string>
  /** The page of the second step. */
  prepared(number: string): Promise<Page>
  /** There and back. */
  signed(number: string): Promise<Page>
  signaturesIn(number: string): Promise<readonly SignatureView[]>
  close(): Promise<void>
}

export const cpfOfMarina = '52998224725'

export async function openHouseWithGovBr(): Promise<HouseWithGovBr> {
  const toy = await openToyGovBr(govBrPerson('MARINA PROTOCOLISTA', cpfOfMarina))
  const lines: string[] = []
  const log = openLog('trace', { write: (line: string) => lines.push(line) })
  const house = await openTestHouse({ log, govBrSigning: await govBrOfToy(toy, log) })
  await house.db`update identity.account set cpf = ${cpfOfMarina} where login = 'marina'`
  const marina = await house.signIn('marina')
  const prepared = async (number: string) => {
    const first = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura/govbr`)
    return marina.send(first, 'form[action$="/govbr"]', { cargo: 'Analista' })
  }
  return {
    house,
    toy,
    marina,
    lines,
    prepared,
    aWrittenDraft: async (type = 'Despacho') =>
      aDraft(house, (await aCaseFile(house)).digits, { type, text: 'Defiro o pedido.' }),
    signed: async (number) => comeBack(marina, await goToGovBr(house, toy, marina, await prepared(number))),
    signaturesIn: async (number) => {
      const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
      return (await signaturesOf(house.db, [row?.id ?? ''])).get(row?.id ?? '') ?? []
    },
    close: async () => {
      await house.close()
      await toy.close()
    },
  }
}
