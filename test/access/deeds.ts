import { draftDocument, includeFiles, receiveFiles, saveVersion } from '../../src/capabilities/documents/index.ts'
import { signDocuments } from '../../src/capabilities/signatures/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { doc, p, type RichText, section } from '../../src/rich-text/index.ts'
import { textOf } from '../support/builders-documents.ts'
import { shownOf } from '../support/builders-signatures.ts'
import type { TestHouse } from '../support/house.ts'
import type { Told } from './caller.ts'
import { isDraft, oracleOf } from './oracle.ts'
import { confirm, type Maker } from './people.ts'
import type { Deed, OnDocument } from './plan.ts'
import { carryOutTeam, isTeamDeed, teamFits } from './team-deeds.ts'
import { type CaseTold, type DocumentTold, documentsOf, type Level, type WorldTold } from './told.ts'
import { newWord } from './words.ts'

/** Who does the deeds of one world, and what they need to know. */
export interface Doer {
  readonly house: TestHouse
  readonly world: WorldTold
  readonly makers: readonly Maker[]
  readonly ids: {
    readonly caseType: string
    readonly recordClass: string
    readonly written: string
    readonly sent: string
    readonly basis: { readonly restricted: string; readonly confidential: string }
    readonly units: ReadonlyMap<string, string>
    readonly accounts: ReadonlyMap<string, string>
    readonly slugs: readonly string[]
  }
  readonly done: Map<Deed['does'], number>
}

export interface Scene {
  readonly doer: Doer
  readonly maker: Maker
  readonly caseFile: CaseTold
  readonly document: DocumentTold | undefined
  /** The address of the case file for who acts. */
  readonly at: string
}

/** Has a deed tried by somebody on whose desk the case file lies, and tells what it changed, where it was done. */
export async function doDeed(doer: Doer, deed: Deed): Promise<void> {
  const oracle = oracleOf(doer.world)
  const able = (caseFile: CaseTold, unit?: string) =>
    doer.makers.filter(
      (one) =>
        caseFile.open.has(one.unit) &&
        oracle.reach(one, caseFile) === 'full' &&
        (unit === undefined || one.unit === unit),
    )
  const document = isOnDocument(deed) ? pick(documentsFor(deed, doer.world, able), deed.which) : undefined
  const caseFile = isOnDocument(deed) ? document?.caseFile : pick(caseFilesFor(deed, doer.world, able), deed.where)
  const byAnybody = deed.does === 'favour' || deed.does === 'remark'
  const all = caseFile ? able(caseFile, byAnybody ? undefined : document?.unit) : []
  const askers = deed.does === 'copy' && caseFile ? all.filter((one) => readsAPart(doer.world, one, caseFile)) : []
  const maker = pick(askers.length > 0 ? askers : all, deed.who)
  if (!caseFile || !maker) return
  const before = oracle.effective(caseFile)
  const scene = { doer, maker, caseFile, document, at: `/em/${maker.unit}/processos/${caseFile.digits}` }
  if (!(await carryOut(scene, deed))) return
  doer.done.set(deed.does, (doer.done.get(deed.does) ?? 0) + 1)
  // Who makes a case file confidential gets the first credential (PRO-064, PRO-080).
  if (before !== 'confidential' && oracle.effective(caseFile) === 'confidential') await hold(scene)
}

type DocumentDeed = Extract<Deed, { which: number }>
const onDocuments: Readonly<Record<DocumentDeed['does'], true>> = {
  ...{ 'document-level': true, sign: true, cancel: true, delete: true, type: true, picture: true },
  ...{ favour: true, remark: true, 'to-sign': true, 'let-sign': true, move: true, recover: true },
  post: true,
}
const isOnDocument = (deed: Deed): deed is DocumentDeed => deed.does in onDocuments

type Able = (caseFile: CaseTold, unit?: string) => readonly Maker[]

/** Where such a deed has a chance, so that few are tried for nothing. */
function caseFilesFor({ does }: Deed, world: WorldTold, able: Able): CaseTold[] {
  const { effective } = oracleOf(world)
  const fits: Partial<Record<Deed['does'], (one: CaseTold) => boolean>> = {
    grant: (one) => effective(one) === 'confidential',
    revoke: ({ credentials }) => credentials.some(({ login, grantedBy }) => login !== grantedBy),
    copy: ({ documents }) => documents.length > 0,
    send: (one) => effective(one) !== 'confidential' && !one.suspendedBy,
    annex: (one) =>
      effective(one) !== 'confidential' && one.open.size === 1 && one.documents.length > 0 && one.annexed.length === 0,
    suspend: (one) => one.open.size === 1 && !one.suspendedBy,
  }
  const oracle = oracleOf(world)
  const isFit = (one: CaseTold) => fits[does]?.(one) ?? teamFits.cases[does]?.(one, oracle) ?? true
  const fitting = world.caseFiles.filter((one) => able(one).length > 0 && isFit(one))
  // Where somebody who asks for a copy may read a part and not the rest, a copy says most.
  const partly =
    does === 'copy' ? fitting.filter((one) => able(one).some((maker) => readsAPart(world, maker, one))) : []
  return partly.length > 0 ? partly : fitting
}

function readsAPart(world: WorldTold, maker: Maker, { documents }: CaseTold): boolean {
  const { mayRead } = oracleOf(world)
  const there = documents.filter(({ state }) => state !== 'deleted')
  return there.some((one) => mayRead(maker, one)) && there.some((one) => !mayRead(maker, one))
}

/** Those of the case file that is meant, or where it has none, of all. */
function documentsFor({ does, where }: Deed, world: WorldTold, able: Able): DocumentTold[] {
  const oracle = oracleOf(world)
  const meant = world.caseFiles[where % world.caseFiles.length]
  const fitting = documentsOf(world).filter((one) => {
    if (able(one.caseFile, one.unit).length === 0) return false
    const isFit = teamFits.documents[does]
    if (does === 'recover') return isFit?.(one, oracle) ?? false
    if (one.state !== 'active') return false
    if (isFit || does === 'favour' || does === 'remark') return isFit?.(one, oracle) ?? true
    if (does === 'sign' || does === 'type' || does === 'picture') return isDraft(one)
    if (does === 'delete') return !one.hasLeft
    return does !== 'cancel' || one.hasLeft
  })
  const there = fitting.filter(({ caseFile }) => caseFile === meant)
  return there.length > 0 ? there : fitting
}

/** Whether it was done. */
async function carryOut(scene: Scene, deed: Deed): Promise<boolean> {
  if (isTeamDeed(deed)) return carryOutTeam(scene, deed)
  const { doer, maker, caseFile, at } = scene
  const { caller } = maker
  switch (deed.does) {
    case 'draft':
      return draft(scene, deed.level)
    case 'upload':
      return upload(scene, deed.level)
    case 'send': {
      const away = doer.ids.slugs.filter((slug) => slug !== maker.unit && !caseFile.open.has(slug))
      const to = pick(away, deed.to) ?? ''
      const fields = {
        processo: caseFile.digits,
        destinos: doer.ids.units.get(to) ?? '',
        manter: deed.keep ? 'sim' : '',
      }
      if (!done(await caller.post(`/em/${maker.unit}/envio`, fields))) return false
      for (const one of withAnnexed(caseFile)) one.passed.add(to)
      caseFile.open.add(to)
      for (const one of caseFile.documents) one.hasLeft ||= !isDraft(one)
      if (!deed.keep) caseFile.open.delete(maker.unit)
      return true
    }
    case 'level': {
      const hipotese = deed.level === 'public' ? '' : doer.ids.basis[deed.level]
      if (!done(await caller.post(`${at}/nivel`, { nivel: deed.level, hipotese }))) return false
      caseFile.own = deed.level
      return true
    }
    case 'conclude':
      if (!done(await caller.post(`/em/${maker.unit}/conclusao`, { processo: caseFile.digits }))) return false
      return caseFile.open.delete(maker.unit)
    case 'suspend':
      if (!done(await caller.post(`${at}/sobrestamento`, { motivo: 'À espera de laudo.' }))) return false
      caseFile.suspendedBy = maker.unit
      return true
    case 'enter':
      return done(await caller.post(`${at}/andamentos`, { texto: 'Telefonema feito.' }))
    case 'grant':
    case 'revoke':
    case 'annex':
    case 'relate':
    case 'copy':
      return withAnother(scene, deed.does, deed.to)
    default:
      return onDocument(scene, deed)
  }
}

async function withAnother(scene: Scene, does: 'grant' | 'revoke' | 'annex' | 'relate' | 'copy', to: number) {
  const { doer, maker, caseFile, at } = scene
  const { caller } = maker
  const others = doer.world.caseFiles.filter((one) => one !== caseFile && one.open.has(maker.unit))
  const other = pick(does === 'annex' ? others : doer.world.caseFiles, to)
  switch (does) {
    case 'grant': {
      const holder = pick(doer.makers, to)
      if (!holder) return false
      const account = doer.ids.accounts.get(holder.login)
      const fields = { pessoa: account ?? '', unidade: doer.ids.units.get(holder.unit) ?? '' }
      if (!done(await caller.post(`${at}/credenciais`, fields))) return false
      caseFile.credentials.push({ login: holder.login, unit: holder.unit, grantedBy: maker.login })
      if (!caseFile.suspendedBy) {
        caseFile.passed.add(holder.unit)
        caseFile.open.add(holder.unit)
      }
      await confirm(doer.house, holder, caseFile.digits)
      return true
    }
    case 'revoke': {
      const place = caseFile.credentials.findIndex(
        (one) => one.grantedBy === maker.login && !(one.login === maker.login && one.unit === maker.unit),
      )
      const credential = caseFile.credentials[place]
      if (!credential) return false
      const [row] = await doer.house.db<{ id: string }[]>`
        select k.id from cases.credential k join identity.account a on a.id = k.account_id
          join organization.unit u on u.id = k.unit_id join cases.case_file c on c.id = k.case_file_id
         where c.digits = ${caseFile.digits} and a.login = ${credential.login} and u.slug = ${credential.unit}
           and k.ended_at is null`
      if (!done(await caller.post(`${at}/credenciais/${row?.id ?? '0'}/cassacao`))) return false
      caseFile.credentials.splice(place, 1)
      return true
    }
    case 'annex':
      if (!other || !done(await caller.post(`${at}/anexacao`, { principal: other.number }))) return false
      caseFile.annexedTo = other
      other.annexed.push(caseFile)
      caseFile.open.clear()
      for (const unit of other.open) caseFile.passed.add(unit)
      return true
    case 'relate':
      return other !== undefined && done(await caller.post(`${at}/relacionados`, { outro: other.number }))
    case 'copy':
      return copy(scene, to % 2 === 0 ? 'pdf' : 'zip')
  }
}

async function onDocument(
  scene: Scene,
  deed: Exclude<Extract<Deed, { which: number }>, { does: OnDocument }>,
): Promise<boolean> {
  const { doer, maker, document } = scene
  if (!document) return false
  const at = `/em/${maker.unit}/documentos/${document.number}`
  switch (deed.does) {
    case 'document-level': {
      const names = { public: 'publico', restricted: 'restrito', confidential: 'sigiloso' }
      const hipotese = deed.level === 'public' ? '' : doer.ids.basis[deed.level]
      const fields = { nivel: names[deed.level], hipotese, descricao: `Sobre ${document.words.description}` }
      if (!done(await maker.caller.post(`${at}/dados`, fields))) return false
      document.level = deed.level
      return true
    }
    case 'sign':
      return sign(scene, document)
    case 'type':
      return type(scene, document)
    case 'picture':
      return picture(scene, document)
    case 'delete':
      if (!done(await maker.caller.post(`${at}/exclusao`))) return false
      document.state = 'deleted'
      return true
    case 'cancel':
      if (!done(await maker.caller.post(`${at}/cancelamento`, { motivo: 'Emitido por engano.' }))) return false
      document.state = 'cancelled'
      return true
  }
}

const newWords = () => ({ text: newWord(), older: newWord(), description: newWord() })

async function draft(scene: Scene, level: Level): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { house, ids } = doer
  const words = newWords()
  const now = house.platform.clock()
  const outcome = await draftDocument(
    house.db,
    maker.actor,
    {
      caseDigits: caseFile.digits,
      typeId: ids.written,
      initialText: { kind: 'template' },
      description: `Sobre ${words.description}`,
      treeName: '',
      datedOn: todayIn(now),
      level,
      legalBasisId: level === 'public' ? undefined : ids.basis[level],
    },
    now,
  )
  if (!outcome?.done) return false
  const document = tell(scene, 'authored', level, outcome.value.number, words)
  // It may have become confidential by this very document.
  if (level === 'confidential') await confirm(house, maker, caseFile.digits)
  await write(scene, document, [p(`${words.older} primeiro texto.`)])
  await write(scene, document, [p(`${words.text} ${doer.world.everywhere} texto de agora.`)])
  return true
}

async function upload(scene: Scene, level: Level): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { house, ids } = doer
  const words = newWords()
  const now = house.platform.clock()
  const bytes = Buffer.from(`Requer ${words.text} ${doer.world.everywhere} ao senhor secretário.`)
  const stored = await house.platform.files.put(once(bytes), { limitBytes: 10_000 })
  const [row] = await house.db<{ id: string }[]>`select id from cases.case_file where digits = ${caseFile.digits}`
  if (!stored.done || !row) return false
  const owner = { accountId: maker.actor.userId, caseFileId: row.id }
  const sent = { field: 'arquivos', fileName: 'pedido.txt', declaredType: '', firstBytes: bytes, problem: undefined }
  const [received] = await receiveFiles(house.db, house.platform.files, owner, [{ ...sent, stored: stored.value }], now)
  const outcome = await includeFiles(
    house.db,
    maker.actor,
    {
      caseDigits: caseFile.digits,
      typeId: ids.sent,
      waitingIds: received ? [received.id] : [],
      description: `Sobre ${words.description}`,
      treeName: '',
      datedOn: todayIn(now),
      origin: 'born-digital',
      conferenceKindId: undefined,
      level,
      legalBasisId: level === 'public' ? undefined : ids.basis[level],
    },
    now,
  )
  const number = outcome?.done ? outcome.value.numbers[0] : undefined
  if (!number) return false
  tell(scene, 'uploaded', level, number, words)
  return true
}

function tell(
  { doer: { world }, maker, caseFile }: Scene,
  kind: DocumentTold['kind'],
  level: Level,
  number: string,
  words: DocumentTold['words'],
): DocumentTold {
  const { unit, login } = maker
  const document: DocumentTold = {
    number,
    caseFile,
    kind,
    unit,
    login,
    level,
    signed: false,
    state: 'active',
    hasLeft: false,
    signers: [],
    words,
  }
  caseFile.documents.push(document)
  for (const name of ['text', 'older', 'description'] as const) {
    world.words.set(words[name], { word: words[name], kind: name, caseFile, document })
  }
  return document
}

async function sign({ doer, maker }: Scene, document: DocumentTold): Promise<boolean> {
  if (document.kind !== 'authored') return false
  const request = { documents: [await shownOf(doer.house, document.number)], capacity: 'Analista' }
  const outcome = await signDocuments(doer.house.db, maker.actor, request, doer.house.platform.clock())
  const result = outcome.done ? outcome.value[0]?.outcome : undefined
  if (!result?.done) return false
  document.signed = true
  document.crc = result.value.crc
  return true
}

/** Words that the editor keeps while somebody types, in no version yet. */
async function type({ doer, maker }: Scene, document: DocumentTold): Promise<boolean> {
  if (!isDraft(document)) return false
  const { content, version } = await textOf(doer.house, document.number)
  const unsaved = newWord()
  const body = {
    content: withBody(content, [p(`${unsaved} ainda não salvo.`)]),
    baseVersion: version,
    session: 'a',
    sequence: 1,
  }
  const answer = await maker.caller.send('PUT', `/em/${maker.unit}/documentos/${document.number}/rascunho`, body)
  if (answer.status !== 200) return false
  const earlier = document.words.unsaved
  if (earlier) doer.world.words.delete(earlier)
  document.words.unsaved = unsaved
  document.writer = maker.login
  const { caseFile } = document
  doer.world.words.set(unsaved, { word: unsaved, kind: 'unsaved', caseFile, document, writer: maker.login })
  return true
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function picture(scene: Scene, document: DocumentTold): Promise<boolean> {
  const { doer, maker } = scene
  if (!isDraft(document) || document.image) return false
  const address = `/em/${maker.unit}/documentos/${document.number}`
  const file = { field: 'arquivo', name: 'mapa.png', content: Buffer.concat([pixel, Buffer.from(newWord())]) }
  const answer = await maker.caller.upload(`${address}/imagem`, file)
  const src = answer.status === 200 ? (JSON.parse(answer.text) as { src: string }).src : undefined
  if (!src) return false
  const image = { type: 'image', attrs: { src, alt: 'Mapa', width: 50, align: 'center' } } as const
  await write(scene, document, [p(`${document.words.text} ${doer.world.everywhere} veja o mapa.`), image])
  document.image = src.split('/').at(-1) ?? ''
  doer.world.words.set(document.image, { word: document.image, kind: 'image', caseFile: document.caseFile, document })
  return true
}

/** Everything that this person may read of the case file, as a copy to be fetched later. */
async function copy({ doer, maker, caseFile, at }: Scene, kind: 'pdf' | 'zip'): Promise<boolean> {
  const oracle = oracleOf(doer.world)
  const documentos = caseFile.documents.map(({ number }) => number)
  const answer = await maker.caller.post(`${at}/exportacao`, { formato: kind, documentos })
  const id = /\/exportacoes\/(\d+)$/.exec(answer.location)?.[1]
  if (!id) return false
  const documents = caseFile.documents.filter((one) => oracle.mayRead(maker, one))
  doer.world.copies.push({ id, kind, caseFile, login: maker.login, unit: maker.unit, documents })
  return true
}

async function write({ doer, maker }: Scene, document: DocumentTold, body: Parameters<typeof section>[2] & object) {
  const { house } = doer
  const { content, version } = await textOf(house, document.number)
  const request = { number: document.number, content: withBody(content, body), baseVersion: version }
  const outcome = await saveVersion(house.db, maker.actor, request, house.platform.clock())
  if (!outcome?.done) throw new Error(`the text was not saved: ${JSON.stringify(outcome)}`)
}

function withBody(content: RichText, body: Parameters<typeof section>[2]): RichText {
  return doc(
    ...content.content.map((one) =>
      one.attrs.kind === 'body' && !one.attrs.locked ? section(one.attrs.key, 'body', body) : one,
    ),
  )
}

async function hold({ doer, maker, caseFile }: Scene): Promise<void> {
  const { login, unit } = maker
  const held = caseFile.credentials.some((one) => one.login === login && one.unit === unit)
  if (!held) caseFile.credentials.push({ login, unit, grantedBy: login })
  await confirm(doer.house, maker, caseFile.digits)
}

function withAnnexed(caseFile: CaseTold): CaseTold[] {
  return [caseFile, ...caseFile.annexed]
}

function done({ status }: Told): boolean {
  return status === 303
}

function pick<Value>(values: readonly Value[], number: number): Value | undefined {
  return values[number % Math.max(1, values.length)]
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
