import { admin } from '../support/builders-admin.ts'
import { legalBasisOf, types } from '../support/builders-cases.ts'
import { at } from '../support/world.ts'
import { type Doer, doDeed } from './deeds.ts'
import { highest, oracleOf } from './oracle.ts'
import { confirm, type Maker, type People } from './people.ts'
import type { Deed, Plan } from './plan.ts'
import type { CaseTold, Reader, WorldTold } from './told.ts'
import { newWord } from './words.ts'

export interface BuiltWorld extends WorldTold {
  /** Everybody who reads it, in the end. */
  readonly readers: readonly (Reader & { readonly caller: Maker['caller'] })[]
  readonly done: ReadonlyMap<Deed['does'], number>
  /** Who keeps the register of confidential case files of GS, and whether the password was ever given. */
  readonly keeper: People['keeper']
  readonly keeperIsIn: Set<People['keeper']>
}

const keepersIn = new Set<People['keeper']>()

/** Makes a world by what people do, and tells it: each deed is asked of the program, and told only where it was done. */
export async function buildWorld(
  house: Doer['house'],
  people: People,
  plan: Plan,
  { words: known, everyBundle }: Pick<WorldTold, 'words' | 'everyBundle'>,
): Promise<BuiltWorld> {
  const answer = await people.central.post(admin('/parametros'), {
    'informed-number': '0',
    'informed-mask': '',
    'public-search': 'sim',
    ...(plan.perDocument ? { 'per-document-internal': 'sim' } : {}),
    'documents.file-limits': '',
    confirmado: 'sim',
  })
  if (answer.status !== 303) throw new Error(`the parameters were not set: ${answer.text.slice(0, 2000)}`)
  const world: WorldTold = {
    perDocument: plan.perDocument,
    caseFiles: [],
    copies: [],
    kept: [],
    bundles: [],
    everyBundle,
    words: known,
    everywhere: newWord(),
  }
  const { maker: newcomer, leaves } = await people.newcomer()
  const doer: Doer = { house, world, makers: [newcomer, ...people.makers], ids: await idsOf(house), done: new Map() }
  for (const { level, who } of plan.caseFiles)
    await open(doer, doer.makers[who % doer.makers.length] ?? newcomer, level)
  for (const deed of plan.before) await doDeed(doer, deed)
  await house.workOff()
  leaveOutWhatWasClosed(doer)
  const left = await leaves()
  const staying = { ...doer, makers: people.makers }
  for (const deed of plan.after.filter(({ does }) => does !== 'copy')) await doDeed(staying, deed)
  // Nothing is indexed since: what the search still knows of what was closed meanwhile is tried first.
  await confirmAll(staying)
  return {
    ...world,
    readers: [...people.makers, ...people.hurried, left, people.visitor],
    done: doer.done,
    keeper: people.keeper,
    keeperIsIn: keepersIn,
  }
}

async function open({ house, world, ids }: Doer, maker: Maker, level: CaseTold['own']): Promise<void> {
  const words = { summary: newWord(), remark: newWord(), party: newWord(), entry: newWord() }
  const answer = await maker.caller.post(`/em/${maker.unit}/processos/novo`, {
    tipo: ids.caseType,
    classe: ids.recordClass,
    especificacao: `Pedido ${words.summary} ${world.everywhere}`,
    interessado: `n:Pessoa ${words.party}`,
    observacao: `Nota ${words.remark}`,
    nivel: level,
    hipotese: level === 'public' ? '' : ids.basis[level],
  })
  const digits = /\/processos\/(\d+)(?:\?|$)/.exec(answer.location)?.[1]
  if (!digits) throw new Error(`no case file was opened: ${answer.status} ${answer.text.slice(0, 2000)}`)
  const [row] = await house.db<{ number: string }[]>`select number from cases.case_file where digits = ${digits}`
  const caseFile: CaseTold = {
    digits,
    number: row?.number ?? '',
    own: level,
    passed: new Set([maker.unit]),
    open: new Set([maker.unit]),
    credentials: [],
    documents: [],
    annexed: [],
    annexedTo: undefined,
    suspendedBy: undefined,
    words,
  }
  if (level === 'confidential') {
    caseFile.credentials.push({ login: maker.login, unit: maker.unit, grantedBy: maker.login })
    await confirm(house, maker, digits)
  }
  world.caseFiles.push(caseFile)
  for (const kind of ['summary', 'remark', 'party', 'entry'] as const) {
    world.words.set(words[kind], { word: words[kind], kind, caseFile })
  }
  world.words.set(digits, { word: digits, kind: 'number', caseFile })
  await maker.caller.post(`/em/${maker.unit}/processos/${digits}/andamentos`, { texto: `Lembrete ${words.entry}.` })
}

/** A copy is made after it was asked for: what was closed in between is not in it, and a PDF has no text files in it. */
function leaveOutWhatWasClosed({ world, makers }: Doer): void {
  const oracle = oracleOf(world)
  for (const copy of world.copies) {
    const asker = makers.find(({ login, unit }) => login === copy.login && unit === copy.unit)
    copy.documents = copy.documents.filter(
      (one) => asker !== undefined && oracle.mayRead(asker, one) && (copy.kind === 'zip' || one.kind === 'authored'),
    )
  }
}

/** In the sessions of all who hold a credential the password is given for all they hold. */
async function confirmAll({ house, world, makers }: Doer): Promise<void> {
  const oracle = oracleOf(world)
  for (const caseFile of world.caseFiles) {
    if (highest([oracle.effective(caseFile)]) !== 'confidential') continue
    for (const { login, unit } of caseFile.credentials) {
      const maker = makers.find((one) => one.login === login && one.unit === unit)
      if (maker) await confirm(house, maker, caseFile.digits)
    }
  }
}

async function idsOf(house: Doer['house']): Promise<Doer['ids']> {
  const { db } = house
  const [row] = await db<{ caseType: string; recordClass: string; written: string; sent: string }[]>`
    select (select id from classification.case_type where name = ${types.request}) as "caseType",
           (select id from classification.record_class where not structural order by id limit 1) as "recordClass",
           (select id from classification.document_type where name = 'Despacho') as written,
           (select id from classification.document_type where name = 'Requerimento') as sent`
  if (!row) throw new Error('the house is not furnished')
  const units = await db<{ slug: string; id: string }[]>`select slug, id from organization.unit`
  const accounts = await db<{ login: string; id: string }[]>`select login, id from identity.account`
  return {
    ...row,
    basis: { restricted: await legalBasisOf(db, 'restricted'), confidential: await legalBasisOf(db, 'confidential') },
    units: new Map(units.map(({ slug, id }) => [slug, id])),
    accounts: new Map(accounts.map(({ login, id }) => [login, id])),
    slugs: [at.prot, at.asses, at.gs, at.cofic, at.rj],
  }
}
