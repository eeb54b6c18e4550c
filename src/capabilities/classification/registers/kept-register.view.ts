import type { VNode } from 'preact'
import { findResult } from '../../../platform/act-results/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, type ListRequest, listRequest } from '../../organization/index.ts'
import { type Register, registers } from './registers.ts'
import { keepsAll, permission } from './routes.tsx'

type Result = Awaited<ReturnType<typeof findResult>>

/** A register of this capability, as its five addresses need it. */
export interface KeptRegister<Entry extends { readonly id: string }> {
  readonly register: Register
  /** The end of the address of a new entry; it also says whether the noun is masculine. */
  readonly newWord: 'novo' | 'nova'
  /** What a new entry begins with. */
  readonly newFields: FormFields
  find(db: Database, id: string): Promise<Entry | undefined>
  fieldsOf(entry: Entry): FormFields
  listPage(visit: InnerVisit, asked: ListRequest, result: Result): Promise<VNode>
  /** The form: of an entry, or of a new one. */
  entryPage(visit: InnerVisit, shown: ShownEntry<Entry>): VNode | Promise<VNode>
  /** Reads the form of the visit and writes what it says. */
  save(visit: InnerVisit, entry: Entry | undefined): Promise<SavedEntry | readonly FieldProblem[]>
}

export interface ShownEntry<Entry> {
  readonly entry: Entry | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: Result
}

export interface SavedEntry {
  readonly id: string
  readonly label: string
}

/** List, new entry, entry: the same for every register, and only for who keeps all of them. */
export function keptRegisterRoutes<Entry extends { readonly id: string }>(
  router: Router,
  kept: KeptRegister<Entry>,
): void {
  const here = `/administracao${registers[kept.register].path}`

  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    return html(await kept.listPage(visit, listRequest(visit), await findResult(visit)))
  })

  router.page(`${here}/${kept.newWord}`, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    return html(await kept.entryPage(visit, { entry: undefined, fields: kept.newFields, problems: [] }))
  })

  router.act(here, { permission }, async (visit) => ((await keepsAll(visit)) ? save(visit, kept, undefined) : notFound))

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [entry, result] = await Promise.all([keptEntryOf(visit, kept.find), findResult(visit)])
    if (!entry) return notFound
    return html(await kept.entryPage(visit, { entry, fields: kept.fieldsOf(entry), problems: [], result }))
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const entry = await keptEntryOf(visit, kept.find)
    return entry ? save(visit, kept, entry) : notFound
  })
}

/** The entry of the address, for who keeps the registers. */
export async function keptEntryOf<Entry>(
  visit: InnerVisit,
  find: (db: Database, id: string) => Promise<Entry | undefined>,
): Promise<Entry | undefined> {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? find(visit.db, id) : undefined
}

async function save<Entry extends { readonly id: string }>(
  visit: InnerVisit,
  kept: KeptRegister<Entry>,
  entry: Entry | undefined,
): Promise<Answer> {
  const saved = await kept.save(visit, entry)
  if (!('id' in saved)) {
    return html(await kept.entryPage(visit, { entry, fields: visit.form, problems: saved }), 422)
  }
  const end = kept.newWord === 'novo' ? 'o' : 'a'
  const said = entry ? `salv${end}.` : `cadastrad${end}.`
  return goSaying(visit, `${registers[kept.register].path}/${saved.id}`, saved.label, said)
}
