import { findCaseFile, type OpenedCaseFile, openCaseFile } from '../capabilities/cases/index.ts'
import {
  draftDocument,
  findDocument,
  includeFiles,
  receiveFiles,
  saveVersion,
} from '../capabilities/documents/index.ts'
import { receiveOnOpening, type SendRequest, sendCaseFile } from '../capabilities/routing/index.ts'
import { signDocuments } from '../capabilities/signatures/index.ts'
import type { Actor } from '../platform/actor.ts'
import { todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { blocks, type RichText } from '../rich-text/index.ts'
import { selectText } from './demonstration.queries.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { partyOf } from './parties.ts'

export interface NewCaseFile {
  readonly type: string
  readonly summary: string
  readonly interested: readonly string[]
  readonly level?: 'public' | 'restricted' | 'confidential'
}

/** Tells stories through the commands that people use, as of a moment that moves on with each deed. */
export class Storyteller {
  readonly #platform: Platform
  readonly #ids: Ids
  #now: Date

  constructor(platform: Platform, ids: Ids, begin: Date) {
    this.#platform = platform
    this.#ids = ids
    this.#now = begin
  }

  /** Lets hours pass, never beyond the present. */
  later(hours: number): this {
    const next = this.#now.getTime() + hours * 3_600_000
    this.#now = new Date(Math.min(next, this.#platform.clock().getTime()))
    return this
  }

  get now(): Date {
    return this.#now
  }

  async open(by: Actor, file: NewCaseFile): Promise<OpenedCaseFile> {
    const type = this.#ids.caseType(file.type)
    const level = file.level ?? 'public'
    const parties: { contactId: string }[] = []
    for (const name of file.interested)
      parties.push({ contactId: await partyOf(this.#platform.db, by, this.#ids, name, this.#now) })
    const outcome = await openCaseFile(
      this.#platform.db,
      by,
      {
        typeId: type.id,
        summary: file.summary,
        recordClassIds: type.classIds,
        parties,
        priority: undefined,
        observation: '',
        level,
        legalBasisId: level === 'public' ? undefined : this.#ids.legalBasis(level),
      },
      this.#now,
    )
    return must(outcome)
  }

  /** Writes a document from its type's model; `body` in the light marks of the plain-text way. */
  async write(by: Actor, caseFile: OpenedCaseFile, typeName: string, body: string, treeName = ''): Promise<string> {
    const { number } = must(
      await draftDocument(
        this.#platform.db,
        by,
        {
          caseDigits: caseFile.digits,
          typeId: this.#ids.documentType(typeName),
          initialText: { kind: 'template' },
          description: '',
          treeName,
          datedOn: todayIn(this.#now),
          level: 'public',
          legalBasisId: undefined,
        },
        this.#now,
      ),
    )
    if (body) {
      const text = await selectText(this.#platform.db, number)
      const content = withBody(text.content, body)
      must(await saveVersion(this.#platform.db, by, { number, content, baseVersion: text.version }, this.#now))
    }
    return number
  }

  async sign(by: Actor, capacity: string, ...numbers: readonly string[]): Promise<void> {
    const { db } = this.#platform
    const documents = await Promise.all(
      numbers.map(async (number) => {
        const { version, sha256 } = await selectText(db, number)
        return { number, version, sha256 }
      }),
    )
    const results = must(await signDocuments(db, by, { documents, capacity }, this.#now))
    for (const { outcome } of results) must(outcome)
  }

  async send(
    by: Actor,
    caseFile: OpenedCaseFile,
    to: readonly Actor[],
    more: Partial<SendRequest> = {},
  ): Promise<void> {
    const request = { caseNumber: caseFile.digits, to: to.map(({ unitId }) => unitId), keepOpen: false, ...more }
    must(await sendCaseFile(this.#platform.db, by, request, this.#now))
  }

  /** Somebody of the unit opens the case file, which receives it there. */
  async receive(by: Actor, caseFile: OpenedCaseFile): Promise<void> {
    const found = await findCaseFile(this.#platform.db, by, { digits: caseFile.digits }, 'reading', this.#now)
    if (found) await receiveOnOpening(this.#platform.db, by, found, this.#now)
  }

  /** Includes a file; digitized ones with the conference that may be certified. */
  async upload(
    by: Actor,
    caseFile: OpenedCaseFile,
    file: {
      readonly typeName: string
      readonly name: string
      readonly type: string
      readonly bytes: Uint8Array
      readonly digitized?: boolean
    },
  ): Promise<string> {
    const { db, files } = this.#platform
    const stored = must(await files.put(once(file.bytes), { limitBytes: 10_000_000 }))
    const upload = {
      field: 'arquivos',
      fileName: file.name,
      declaredType: file.type,
      firstBytes: file.bytes.subarray(0, 65_536),
      stored,
      problem: undefined,
    }
    const owner = { accountId: by.userId, caseFileId: caseFile.id }
    const received = await receiveFiles(db, files, owner, [upload], this.#now)
    const included = await includeFiles(
      db,
      by,
      {
        caseDigits: caseFile.digits,
        typeId: this.#ids.documentType(file.typeName),
        waitingIds: received.map(({ id }) => id),
        description: '',
        treeName: '',
        datedOn: todayIn(this.#now),
        origin: file.digitized ? 'digitized' : 'born-digital',
        conferenceKindId: file.digitized ? this.#ids.certifiableConference : undefined,
        level: 'public',
        legalBasisId: undefined,
      },
      this.#now,
    )
    return must(included).numbers[0] ?? ''
  }

  async readDocument(by: Actor, number: string) {
    return findDocument(this.#platform.db, by, number, 'reading', this.#now)
  }
}

function withBody(content: RichText, body: string): RichText {
  return {
    ...content,
    content: content.content.map((section) =>
      section.attrs.kind === 'body' && !section.attrs.locked ? { ...section, content: blocks(body) } : section,
    ),
  } as RichText
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
