import type { Scene } from './deeds.ts'
import { isDraft, oracleOf } from './oracle.ts'
import { confirm } from './people.ts'
import { isDone } from './team-deeds.ts'
import type { CaseTold, DocumentTold } from './told.ts'
import { newWord } from './words.ts'

/** A document that was sent in goes to another case file, with all its words. */
export async function move({ doer, maker, caseFile, document }: Scene, to: number): Promise<boolean> {
  const { world } = doer
  const others = world.caseFiles.filter((one) => one !== caseFile && one.open.has(maker.unit))
  const other = others[to % Math.max(1, others.length)]
  if (!document || !other) return false
  const before = oracleOf(world).effective(other)
  const fields = { destino: other.number, motivo: 'Juntado ao processo errado.' }
  const address = `/em/${maker.unit}/documentos/${document.number}/mudanca-de-processo`
  if (!isDone(await maker.caller.post(address, fields))) return false
  caseFile.documents.splice(caseFile.documents.indexOf(document), 1)
  other.documents.push(document)
  document.caseFile = other
  for (const word of world.words.values()) if (word.document === document) word.caseFile = other
  // What was said of it goes with it.
  for (const kept of world.kept) if (kept.document === document) kept.caseFile = other
  if (before !== 'confidential') await holdIfSecret({ doer, maker }, other)
  return true
}

/** A new case file like this one: what is in it was read by who made it, and stands now in two places. */
export async function duplicate({ doer, maker, caseFile, at }: Scene): Promise<boolean> {
  const { world, house } = doer
  const oracle = oracleOf(world)
  // One image stands in one document of a world, so that it is plain whose it is.
  const copied = caseFile.documents.filter((one) => !isDraft(one) && !one.image && oracle.mayRead(maker, one))
  const answer = await maker.caller.post(`${at}/duplicacao`, { documento: copied.map(({ number }) => number) })
  const digits = /\/processos\/(\d+)(\?|$)/.exec(answer.location)?.[1]
  if (!isDone(answer) || !digits) return false
  const rows = await house.db<
    { number: string; digits: string; document: string | null; description: string | null }[]
  >`
    select c.number, c.digits, lpad(d.number::text, 7, '0') as document, d.description
      from cases.case_file c left join documents.document d on d.case_file_id = c.id where c.digits = ${digits}`
  const words = { summary: caseFile.words.summary, remark: newWord(), party: newWord(), entry: newWord() }
  const made: CaseTold = {
    ...{ digits, number: rows[0]?.number ?? '', own: caseFile.own, words },
    ...{ passed: new Set([maker.unit]), open: new Set([maker.unit]), credentials: [], documents: [], annexed: [] },
    ...{ annexedTo: undefined, suspendedBy: undefined },
  }
  world.caseFiles.push(made)
  world.words.set(digits, { word: digits, kind: 'number', caseFile: made })
  alsoIn(doer, words.summary, made)
  for (const row of rows) {
    const source = copied.find(({ words: { description } }) => row.description?.includes(description))
    if (source && row.document) tellCopy({ doer, maker }, source, made, row.document)
  }
  await holdIfSecret({ doer, maker }, made)
  const here = `/em/${maker.unit}/processos/${digits}`
  for (const kind of ['remark', 'entry'] as const) {
    const [path, field] = kind === 'remark' ? ['observacao', 'observacao'] : ['andamentos', 'texto']
    const said = await maker.caller.post(`${here}/${path}`, { [field]: `Dito ${words[kind]}.` })
    if (!isDone(said)) throw new Error(`no ${kind} in a copy: ${said.status} ${said.text.slice(0, 1000)}`)
    world.words.set(words[kind], { word: words[kind], kind, caseFile: made })
  }
  return true
}

/** Somebody of another unit may sign this one, and reads the case file by the credential that comes with it. */
export async function letSign({ doer, maker, caseFile, document }: Scene, to: number): Promise<boolean> {
  const others = doer.makers.filter(({ unit }) => unit !== maker.unit)
  const holder = others[to % others.length]
  if (!document || !holder) return false
  const address = `/em/${maker.unit}/documentos/${document.number}/credenciais-de-assinatura`
  const pessoa = doer.ids.accounts.get(holder.login) ?? ''
  if (!isDone(await maker.caller.post(address, { pessoa, unidade: doer.ids.units.get(holder.unit) ?? '' })))
    return false
  const { login, unit } = holder
  document.signers.push({ login, unit })
  if (caseFile.credentials.some((one) => one.login === login && one.unit === unit)) return true
  caseFile.credentials.push({ login, unit, grantedBy: maker.login })
  if (!caseFile.suspendedBy && !caseFile.annexedTo) {
    caseFile.passed.add(unit)
    caseFile.open.add(unit)
  }
  await confirm(doer.house, holder, caseFile.digits)
  return true
}

type By = Pick<Scene, 'doer' | 'maker'>

function tellCopy({ doer, maker }: By, source: DocumentTold, caseFile: CaseTold, number: string): void {
  const { text, description } = source.words
  const copy: DocumentTold = {
    ...{ number, caseFile, kind: source.kind, unit: maker.unit, login: maker.login, level: source.level },
    ...{ signed: false, state: 'active', hasLeft: false, isCopy: true, signers: [] },
    words: { text, description, older: newWord() },
  }
  caseFile.documents.push(copy)
  alsoIn(doer, text, caseFile, copy)
  alsoIn(doer, description, caseFile, copy)
}

function alsoIn({ world }: By['doer'], word: string, caseFile: CaseTold, document?: DocumentTold): void {
  const first = world.words.get(word)
  if (!first) return
  first.also ??= []
  first.also.push({ word, kind: first.kind, caseFile, ...(document ? { document } : {}) })
}

/** Who makes a case file confidential gets the first credential (PRO-064, PRO-080). */
async function holdIfSecret({ doer, maker }: By, caseFile: CaseTold): Promise<void> {
  if (oracleOf(doer.world).effective(caseFile) !== 'confidential') return
  const { login, unit } = maker
  const held = caseFile.credentials.some((one) => one.login === login && one.unit === unit)
  if (!held) caseFile.credentials.push({ login, unit, grantedBy: login })
  await confirm(doer.house, maker, caseFile.digits)
}
