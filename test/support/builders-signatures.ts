import { includeFiles, receiveFiles } from '../../src/capabilities/documents/index.ts'
import { type SignRequest, signDocuments } from '../../src/capabilities/signatures/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf, legalBasisOf } from './builders-cases.ts'
import { conferenceIdOf, typeIdOf } from './builders-documents.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at, type Login, password } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

interface Signer {
  /** Who signs, and in which unit; Marina at PROT unless said otherwise. */
  readonly by?: Login
  readonly unit?: Slug
  readonly capacity?: string
}

/** What a page of signing shows of a document: its present version and hash. */
export async function shownOf(house: TestHouse, number: string): Promise<SignRequest['documents'][number]> {
  const [row] = await house.db<{ version: number; sha256: string }[]>`
    select v.number as version, encode(v.sha256, 'hex') as sha256
      from documents.document d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.number = ${number}`
  if (!row) throw new Error(`document ${number} has no text`)
  return { number, ...row }
}

/** A document signed by the command that the page uses. Answers its CRC. */
export async function signDocument(house: TestHouse, number: string, signer: Signer = {}): Promise<string> {
  const { by = 'marina', unit = at.prot, capacity = 'Analista' } = signer
  const actor = await actorOf(house, by, unit)
  const documents = [await shownOf(house, number)]
  const outcome = await signDocuments(house.db, actor, { documents, capacity }, house.platform.clock())
  const result = outcome.done ? outcome.value[0]?.outcome : undefined
  if (!result?.done) throw new Error(`${number} was not signed: ${JSON.stringify(outcome)}`)
  return result.value.crc
}

/** A document signed as people do it, on the page. Answers the page after the act. */
export async function signOnPage(
  person: Person,
  unit: Slug,
  number: string,
  fields: Record<string, string> = {},
): Promise<Page> {
  const page = await person.open(`/em/${unit}/documentos/${number}/assinatura`)
  return person.send(page, 'form[action$="/assinatura"]', { senha: password, ...fields })
}

/** A digitized copy certified on the page by somebody of its mailroom unit. */
export async function certifyOnPage(
  person: Person,
  unit: Slug,
  number: string,
  fields: Record<string, string> = {},
): Promise<Page> {
  const page = await person.open(`/em/${unit}/documentos/${number}/autenticacao`)
  return person.send(page, 'form[action$="/autenticacao"]', { senha: password, conferi: 'sim', ...fields })
}

export interface ScanToBuild {
  readonly by?: Login
  readonly unit?: Slug
  readonly conference?: 'Cópia autenticada administrativamente' | 'Cópia simples'
  readonly content?: string
  readonly level?: 'public' | 'restricted'
}

/** A scanned paper, included by a unit with its kind of conference. Answers its nº SEI. */
export async function aScan(house: TestHouse, caseDigits: string, toBuild: ScanToBuild = {}): Promise<string> {
  const {
    by = 'marina',
    unit = at.prot,
    conference = 'Cópia autenticada administrativamente',
    level = 'public',
  } = toBuild
  const actor = await actorOf(house, by, unit)
  const now = house.platform.clock()
  const bytes = Buffer.from(toBuild.content ?? `Certidão digitalizada em ${now.toISOString()}.`)
  const stored = await house.platform.files.put(piecesOf(bytes), { limitBytes: 10_000_000 })
  if (!stored.done) throw new Error('the file was not stored')
  const [row] = await house.db<{ id: string }[]>`select id from cases.case_file where digits = ${caseDigits}`
  const owner = { accountId: actor.userId, caseFileId: row?.id ?? '' }
  const upload = {
    field: 'arquivos',
    fileName: 'certidao.txt',
    declaredType: '',
    firstBytes: bytes,
    stored: stored.value,
    problem: undefined,
  }
  const [received] = await receiveFiles(house.db, house.platform.files, owner, [upload], now)
  if (!received || received.problem) throw new Error(`the file was not received: ${received?.problem}`)
  const outcome = await includeFiles(
    house.db,
    actor,
    {
      caseDigits,
      typeId: await typeIdOf(house, 'Requerimento'),
      waitingIds: [received.id],
      description: '',
      treeName: '',
      datedOn: todayIn(now),
      origin: 'digitized',
      conferenceKindId: await conferenceIdOf(house, conference),
      level,
      legalBasisId: level === 'public' ? undefined : await legalBasisOf(house.db, level),
    },
    now,
  )
  if (!outcome?.done) throw new Error(`no file was included: ${JSON.stringify(outcome)}`)
  return outcome.value.numbers[0] ?? ''
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** Writes where SQL forbids it, as only a superuser who switches the guards off could. */
export async function tamper(house: TestHouse, statement: string): Promise<void> {
  await house.db.begin(async (trx) => {
    await trx.unsafe('set local session_replication_role = replica')
    const { count } = await trx.unsafe(statement)
    if (count === 0) throw new Error(`nothing was tampered with: ${statement}`)
  })
}
