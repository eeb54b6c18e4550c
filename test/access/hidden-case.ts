import { receiveFiles } from '../../src/capabilities/documents/index.ts'
import { idOf } from '../support/builders-admin.ts'
import { aListing, anArchivedCase, anArchiveHouse, passYears } from '../support/builders-archive.ts'
import { aBundle } from '../support/builders-bundles.ts'
import { aCaseFile, actorOf, legalBasisOf } from '../support/builders-cases.ts'
import { aDeadline } from '../support/builders-deadlines.ts'
import { aDemand } from '../support/builders-demands.ts'
import { aDraft, typeIdOf } from '../support/builders-documents.ts'
import { aProject } from '../support/builders-projects.ts'
import { furnishReviewing, threadsOf } from '../support/builders-reviewing.ts'
import { shownOf, signDocument } from '../support/builders-signatures.ts'
import { aLabel, labelled } from '../support/builders-watchlists.ts'
import type { TestHouse } from '../support/house.ts'
import { at } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'

/** A confidential case file of Marina's, with everything in it that has a name of its own. */
export interface HiddenCase {
  readonly digits: string
  readonly number: string
  /** The nº SEI of a signed document with an image in its text, the image's digest, and the CRC of the signature. */
  readonly signed: string
  readonly image: string
  readonly crc: string
  /** A draft, as a form that signs it names it. */
  readonly shown: string
  readonly copyId: string
  readonly credentialId: string
  /** A file that she sent and has not included yet. */
  readonly waitingId: string
  readonly standardTextId: string
  readonly documentTypeId: string
  /** What her unit keeps of it, by the folder of its address. */
  readonly keptThings: Readonly<Record<string, string>>
  /** A bundle of her unit with a draft of it, and what is in the bundle. */
  readonly bundle: { readonly number: string; readonly item: string }
  /** A document of it in the bin. */
  readonly deleted: string
  /** Of the agency of Rio Grande do Norte, by the folder of the administration in which it is kept. */
  readonly agencyThings: Readonly<Record<string, string>>
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export async function aHiddenCase(house: TestHouse): Promise<HiddenCase> {
  const { db } = house
  const listing = await aListingOfHers(house)
  const marina = callerOf(house.app, await house.signIn('marina'))
  const { id, digits, number } = await aCaseFile(house)
  const here = `/em/${at.prot}`
  const signed = await aDraft(house, digits, { text: 'Texto que ninguém de fora lê.' })
  const sent = await marina.upload(`${here}/documentos/${signed}/imagem`, {
    ...{ field: 'arquivo', name: 'mapa.png', content: pixel },
  })
  const image = (JSON.parse(sent.text) as { src: string }).src.split('/').at(-1) ?? ''
  const crc = await signDocument(house, signed)
  const draft = await aDraft(house, digits, { text: 'Minuta que ninguém de fora lê.' })
  const { version, sha256 } = await shownOf(house, draft)
  const copy = await marina.post(`${here}/processos/${digits}/exportacao`, { formato: 'zip', documentos: [signed] })
  const waitingId = await aWaitingFile(house, id)
  const made = await marina.post(`${here}/textos-padrao`, { nome: 'Encaminhamento', texto: 'Encaminhe-se.' })
  if (made.status !== 303) throw new Error(`no standard text was made: ${made.text.slice(0, 500)}`)
  const kept = await whatIsKept(house, marina, { digits, draft, listing })
  const closed = await marina.post(`${here}/processos/${digits}/nivel`, {
    ...{ nivel: 'confidential', hipotese: await legalBasisOf(db, 'confidential') },
  })
  if (closed.status !== 303) throw new Error(`the case file was not closed: ${closed.text.slice(0, 500)}`)
  const [row] = await db<{ credential: string; standardText: string }[]>`
    select (select id from cases.credential where case_file_id = ${id}) as credential,
           (select max(id) from knowledge.standard_text) as "standardText"`
  return {
    ...{ digits, number, signed, image, crc, waitingId },
    shown: `${draft}.${version}.${sha256}`,
    copyId: copy.location.split('/').at(-1) ?? '',
    credentialId: row?.credential ?? '',
    standardTextId: row?.standardText ?? '',
    documentTypeId: await typeIdOf(house, 'Despacho'),
    ...kept,
    agencyThings: {
      orgaos: await idOf(house, 'organization.agency', 'acronym', 'SET/RN'),
      unidades: await idOf(house, 'organization.unit', 'slug', at.gs),
      usuarios: await idOf(house, 'identity.account', 'login', 'marina'),
    },
  }
}

/** Beside the case file, while it is open: a deadline, a label, a comment, a saved search, a review, a bundle, something in the bin. */
async function whatIsKept(
  house: TestHouse,
  marina: Caller,
  { digits, draft, listing }: { readonly digits: string; readonly draft: string; readonly listing: string },
) {
  const here = `/em/${at.prot}`
  const label = await aLabel(house, 'Urgente')
  await labelled(house, digits, label)
  const deadline = await aDeadline(house, digits)
  await marina.post(`${here}/processos/${digits}/comentarios`, { comentario: 'Conferir.' })
  await marina.post(`${here}/pesquisas-salvas`, { nome: 'Minha', consulta: 'q=imposto' })
  // Asked of herself by a colleague, whose credential does not come with it.
  const review = await furnishReviewing(house, digits)
  const [thread] = await threadsOf(house, review.number)
  const number = await aBundle(house, { documents: [draft] })
  const deleted = await aDraft(house, digits)
  await marina.post(`${here}/documentos/${deleted}/exclusao`)
  const [row] = await house.db<{ item: string; comment: string; search: string }[]>`
    select (select max(id) from bundles.item)::text as item, (select max(id) from remarks.comment)::text as comment,
           (select max(id) from search.saved_search)::text as search`
  const { item = '', comment = '', search = '' } = row ?? {}
  const keptThings = {
    ...{ prazos: deadline, marcadores: label, comentarios: comment, 'pesquisas-salvas': search, eliminacao: listing },
    ...{ revisoes: review.askedOfMarina, observacoes: thread?.id ?? '' },
    ...{ projetos: await aProject(house, { by: 'carla', unit: at.cofic }), demandas: await aDemand(house, digits) },
  }
  return { keptThings, bundle: { number, item }, deleted }
}

/** A listing of eliminations of her agency: whoever does not work on listings there knows nothing of it. */
async function aListingOfHers(house: TestHouse): Promise<string> {
  await anArchiveHouse(house)
  passYears(house, -3)
  const { digits } = await anArchivedCase(house)
  passYears(house, 3)
  return aListing(house, [digits])
}

async function aWaitingFile(house: TestHouse, caseFileId: string): Promise<string> {
  const bytes = Buffer.from('Um arquivo que espera.')
  const pieces = async function* () {
    yield bytes
  }
  const stored = await house.platform.files.put(pieces(), { limitBytes: 1000 })
  if (!stored.done) throw new Error('the file was not stored')
  const { userId } = await actorOf(house, 'marina', at.prot)
  const upload = { field: 'arquivos', fileName: 'espera.txt', declaredType: '', firstBytes: bytes, problem: undefined }
  const owner = { accountId: userId, caseFileId }
  const files = [{ ...upload, stored: stored.value }]
  const [received] = await receiveFiles(house.db, house.platform.files, owner, files, house.platform.clock())
  return received?.id ?? ''
}
