import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type FormField, type FormVersion, mostFields } from './form-field.ts'
import {
  deleteArrangement,
  insertFormVersion,
  selectArrangement,
  selectFormInForce,
  selectFormVersion,
  upsertArrangement,
} from './forms.queries.ts'

/** A form as its administrator sees it: what is being arranged, and what is in force. */
export interface Arrangement {
  readonly fields: readonly FormField[]
  /** Whether it differs from what is in force. */
  readonly isBegun: boolean
  readonly inForce: FormVersion | undefined
}

/** The form of a document type that people fill in now; undefined where none was published. */
export function findFormInForce(db: Database, typeId: string): Promise<FormVersion | undefined> {
  return selectFormInForce(db, typeId)
}

/** The form that a document was filled in with. */
export function findFormVersion(db: Database, id: string): Promise<FormVersion | undefined> {
  return selectFormVersion(db, id)
}

export async function findArrangement(db: Database, typeId: string): Promise<Arrangement> {
  const [arrangement, inForce] = await Promise.all([
    selectArrangement(db, typeId, false),
    selectFormInForce(db, typeId),
  ])
  return { ...arrangement, inForce }
}

export type ArrangeRefusal = { readonly kind: 'too-many' | 'nothing-to-publish' }

/** Adds a field at the end, or puts a changed one in the place of the one with its key. Undefined: there is none. */
export async function saveField(
  db: Database,
  actor: Actor,
  typeId: string,
  change: { readonly key: string | undefined; readonly field: Omit<FormField, 'key'> },
  now: Date,
): Promise<Outcome<undefined, ArrangeRefusal> | undefined> {
  return arrange(db, actor, typeId, now, (fields) => {
    const { key, field } = change
    if (key === undefined) {
      return fields.length >= mostFields
        ? { kind: 'too-many' }
        : [...fields, { ...field, key: keyFor(field.label, fields) }]
    }
    const old = fields.find((one) => one.key === key)
    // What a key means in answers does not change: another kind is another field.
    if (!old || old.kind !== field.kind) return undefined
    return fields.map((one) => (one === old ? { ...field, key } : one))
  })
}

/** Moves a field one place up or down, or takes it away. Undefined: there is no such field. */
export async function moveField(
  db: Database,
  actor: Actor,
  typeId: string,
  key: string,
  where: 'up' | 'down' | 'away',
  now: Date,
): Promise<Outcome<undefined, ArrangeRefusal> | undefined> {
  return arrange(db, actor, typeId, now, (fields) => {
    const place = fields.findIndex((one) => one.key === key)
    const field = fields[place]
    if (!field) return undefined
    const others = fields.filter((one) => one !== field)
    if (where === 'away') return others
    return others.toSpliced(Math.max(0, where === 'up' ? place - 1 : place + 1), 0, field)
  })
}

/** Publishes what was arranged: documents begun from now on are of this version, the others stay with theirs. */
export async function publishForm(
  db: Database,
  actor: Actor,
  typeId: string,
  now: Date,
): Promise<Outcome<{ number: number }, ArrangeRefusal>> {
  return inTransaction(db, async (trx) => {
    const { fields, isBegun } = await selectArrangement(trx, typeId, true)
    if (!isBegun || !fields.some(({ kind }) => kind !== 'information')) return refuse({ kind: 'nothing-to-publish' })
    const { number } = await insertFormVersion(trx, typeId, fields, actor.userId, now)
    await deleteArrangement(trx, typeId)
    return done({ number })
  })
}

/** A short name for answers, from the label: `Valor pedido (R$)` → `valor_pedido_r`. */
export function keyFor(label: string, fields: readonly FormField[]): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  const base = words.slice(0, 40).replace(/_+$/, '') || 'campo'
  const taken = new Set(fields.map(({ key }) => key))
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}_${count}`
    if (!taken.has(key)) return key
  }
}

async function arrange(
  db: Database,
  actor: Actor,
  typeId: string,
  now: Date,
  change: (fields: readonly FormField[]) => readonly FormField[] | ArrangeRefusal | undefined,
): Promise<Outcome<undefined, ArrangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const { fields } = await selectArrangement(trx, typeId, true)
    const changed = change(fields)
    if (changed === undefined) return undefined
    if ('kind' in changed) return refuse(changed)
    await upsertArrangement(trx, typeId, changed, actor.userId, now)
    return done(undefined)
  })
}
