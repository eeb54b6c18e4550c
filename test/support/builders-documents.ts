import {
  type DraftRequest,
  draftDocument,
  findDocument,
  includeFiles,
  lockDocuments,
  markSigned,
  noteOpened,
  receiveFiles,
  saveVersion,
} from '../../src/capabilities/documents/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { inTransaction } from '../../src/platform/db/index.ts'
import { doc, type RichText, section, toText } from '../../src/rich-text/index.ts'
import { aCaseFile, actorOf, legalBasisOf } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

interface Maker {
  /** Who makes it, and in which unit; Marina at PROT unless said otherwise. */
  readonly by?: Login
  readonly unit?: Slug
  readonly type?: string
}

export interface DraftToBuild extends Maker, Partial<Omit<DraftRequest, 'typeId' | 'caseDigits' | 'legalBasisId'>> {
  /** Text of the body; saved as version 2. */
  readonly text?: string
}

/** A document begun in the editor. Answers its nº SEI. */
export async function aDraft(house: TestHouse, caseDigits: string, toBuild: DraftToBuild = {}): Promise<string> {
  const { by = 'marina', unit = at.prot, type = 'Despacho', text, ...rest } = toBuild
  const actor = await actorOf(house, by, unit)
  const level = rest.level ?? 'public'
  const outcome = await draftDocument(
    house.db,
    actor,
    {
      initialText: { kind: 'template' },
      description: '',
      treeName: '',
      datedOn: todayIn(house.platform.clock()),
      ...rest,
      level,
      legalBasisId: level === 'public' ? undefined : await legalBasisOf(house.db, level),
      caseDigits,
      typeId: await typeIdOf(house, type),
    },
    house.platform.clock(),
  )
  if (!outcome?.done) throw new Error(`no document was begun: ${JSON.stringify(outcome)}`)
  const { number } = outcome.value
  if (text !== undefined) await writeText(house, number, text, { by, unit })
  return number
}

/** A new version in which the body says this. */
export async function writeText(house: TestHouse, number: string, text: string, maker: Maker = {}): Promise<number> {
  const actor = await actorOf(house, maker.by ?? 'marina', maker.unit ?? at.prot)
  const { content, version } = await textOf(house, number)
  const request = { number, content: withBody(content, text), baseVersion: version }
  const outcome = await saveVersion(house.db, actor, request, house.platform.clock())
  if (!outcome?.done) throw new Error(`the text was not saved: ${JSON.stringify(outcome)}`)
  return outcome.value.version
}

/** The text of a document as it stands. */
export async function textOf(house: TestHouse, number: string): Promise<{ content: RichText; version: number }> {
  const [row] = await house.db<{ content: RichText; version: number }[]>`
    select v.content, v.number as version from documents.version v join documents.document d on d.id = v.document_id
     where d.number = ${number} and v.number = d.version`
  if (!row) throw new Error(`no text of ${number}`)
  return row
}

/** The same text with another body. */
export function withBody(content: RichText, text: string): RichText {
  return doc(
    ...content.content.map((one) =>
      one.attrs.kind === 'body' && !one.attrs.locked ? section(one.attrs.key, 'body', text) : one,
    ),
  )
}

/** A signed document, as far as documents know: one signature more, pen yellow. */
export async function signAsDocumentsKnow(house: TestHouse, number: string, maker: Maker = {}): Promise<void> {
  const actor = await actorOf(house, maker.by ?? 'marina', maker.unit ?? at.prot)
  await inTransaction(house.db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'locked', house.platform.clock())
    if (!document) throw new Error(`no document ${number}`)
    await markSigned(trx, actor, document, house.platform.clock())
  })
}

/** Everything signed or uploaded in the case file turns black, as if it had been sent. */
export async function lockAsIfSent(house: TestHouse, number: string, maker: Maker = {}): Promise<void> {
  const actor = await actorOf(house, maker.by ?? 'marina', maker.unit ?? at.prot)
  const now = house.platform.clock()
  await inTransaction(house.db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'locked', now)
    if (!document) throw new Error(`no document ${number}`)
    await lockDocuments(trx, actor, document.caseFile.id, { kind: 'sent', unit: 'GS' }, now)
  })
}

/** A person of another unit opens the content. */
export async function openElsewhere(house: TestHouse, number: string, actor: Actor): Promise<void> {
  const document = await findDocument(house.db, actor, number, 'reading', house.platform.clock())
  if (!document) throw new Error(`no document ${number} for ${actor.login}`)
  await noteOpened(house.db, actor, document, house.platform.clock())
}

export interface UploadToBuild extends Maker {
  readonly fileName?: string
  readonly content?: Uint8Array | string
  readonly level?: 'public' | 'restricted' | 'confidential'
  readonly origin?: 'born-digital' | 'digitized'
}

/** An uploaded document, by default a small text. Answers its nº SEI. */
export async function anUpload(house: TestHouse, caseDigits: string, toBuild: UploadToBuild = {}): Promise<string> {
  const { by = 'marina', unit = at.prot, type = 'Requerimento', fileName = 'pedido.txt', level = 'public' } = toBuild
  const actor = await actorOf(house, by, unit)
  const bytes = Buffer.from((toBuild.content ?? 'Requer a restituição do imposto pago em dobro.') as string)
  const stored = await house.platform.files.put(
    (async function* () {
      yield bytes
    })(),
    { limitBytes: 10_000_000 },
  )
  if (!stored.done) throw new Error('the file was not stored')
  const [row] = await house.db<{ id: string }[]>`select id from cases.case_file where digits = ${caseDigits}`
  const owner = { accountId: actor.userId, caseFileId: row?.id ?? '' }
  const upload = {
    field: 'arquivos',
    fileName,
    declaredType: '',
    firstBytes: bytes,
    stored: stored.value,
    problem: undefined,
  }
  const [received] = await receiveFiles(house.db, house.platform.files, owner, [upload], house.platform.clock())
  if (!received || received.problem) throw new Error(`the file was not received: ${received?.problem}`)
  const conference = toBuild.origin === 'digitized' ? await conferenceIdOf(house, 'Cópia simples') : undefined
  const outcome = await includeFiles(
    house.db,
    actor,
    {
      caseDigits,
      typeId: await typeIdOf(house, type),
      waitingIds: [received.id],
      description: '',
      treeName: '',
      datedOn: todayIn(house.platform.clock()),
      origin: toBuild.origin ?? 'born-digital',
      conferenceKindId: conference,
      level,
      legalBasisId: level === 'public' ? undefined : await legalBasisOf(house.db, level),
    },
    house.platform.clock(),
  )
  if (!outcome?.done) throw new Error(`no file was included: ${JSON.stringify(outcome)}`)
  return outcome.value.numbers[0] ?? ''
}

export async function typeIdOf(house: TestHouse, name: string): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select id from classification.document_type where name = ${name}`
  if (!row) throw new Error(`no document type ${name}`)
  return row.id
}

export async function conferenceIdOf(house: TestHouse, name: string): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select id from classification.conference_kind where name = ${name}`
  if (!row) throw new Error(`no conference kind ${name}`)
  return row.id
}

/** What is in the row of a document, to look at after a deed. */
export async function rowOf(house: TestHouse, number: string) {
  const [row] = await house.db`select * from documents.document where number = ${number}`
  if (!row) throw new Error(`no document ${number}`)
  return row
}

/** The kinds of the events of a document, in the order in which they happened. */
export async function eventsOfDocument(house: TestHouse, number: string): Promise<string[]> {
  const rows = await house.db<{ kind: string }[]>`
    select e.kind from history.event e join documents.document d on d.id = e.document_id where d.number = ${number} order by e.id`
  return rows.map(({ kind }) => kind)
}

/** A file sent by the script of a page: multipart, with the token in a header. */
export async function sendByScript(
  house: TestHouse,
  person: Person,
  url: string,
  csrf: string,
  file: {
    readonly field: string
    readonly name: string
    readonly content: Uint8Array | string
    readonly type?: string
  },
): Promise<{ status: number; body: Record<string, string> }> {
  const boundary = '----por-script'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`
  const response = await house.app.inject({
    method: 'POST',
    url,
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(file.content as string),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'x-csrf-token': csrf,
      cookie: person
        .cookies()
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    },
  })
  return { status: response.statusCode, body: response.json() }
}

/** The address of something about a document, in a unit. */
export const documentAddress = (number: string, part = '', unit: string = at.prot) =>
  `/em/${unit}/documentos/${number}${part}`

/** The token that forms of a page carry. */
export const csrfOf = (page: Page): string =>
  page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''

/** A draft of Marina in a case file of its own, opened by somebody in the editor. */
export async function anOpenedEditor(house: TestHouse, person: Person) {
  const { digits } = await aCaseFile(house)
  const number = await aDraft(house, digits)
  const page = await person.open(documentAddress(number, '/editor'))
  return { digits, number, page, csrf: csrfOf(page), ...(await textOf(house, number)) }
}

/** Somebody of the unit types this into a document and does not save it. */
export async function typeInto(house: TestHouse, person: Person, number: string, text: string): Promise<void> {
  const [page, { content, version }] = await Promise.all([
    person.open(documentAddress(number, '/editor')),
    textOf(house, number),
  ])
  const body = { content: withBody(content, text), baseVersion: version, session: 's', sequence: 1 }
  const reply = await person.exchange('PUT', documentAddress(number, '/rascunho'), body, csrfOf(page))
  if (reply.status !== 200) throw new Error(`nothing was kept of ${number}: ${reply.status}`)
}

/** What people typed in a document and did not save: `marina: last line`. */
export async function draftsOf(house: TestHouse, number: string): Promise<string[]> {
  const rows = await house.db<{ content: RichText; login: string }[]>`
    select r.content, a.login from documents.draft r join documents.document d on d.id = r.document_id
      join identity.account a on a.id = r.account_id where d.number = ${number} order by a.login`
  return rows.map(({ content, login }) => `${login}: ${toText(content).split('\n').at(-1)}`)
}
