import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { findCaseFile } from '../cases/index.ts'
import { explainLabel, findUnitsByLabel, type Reach } from '../organization/index.ts'
import type { TypedMigration } from './draft-migration.form.ts'
import { insertMigration } from './migrations.queries.ts'

/** Proposes a migration between units within reach. Nothing moves before it was simulated and approved. */
export async function draftMigration(
  db: Database,
  actor: Actor,
  typed: TypedMigration,
  reach: Reach,
  now: Date,
): Promise<Outcome<{ id: string }, FieldProblem>> {
  return inTransaction(db, async (trx) => {
    const from = await unitsNamed(trx, 'de', typed.fromLabels, reach)
    const to = await unitsNamed(trx, 'para', typed.toLabels, reach)
    const caseFile = typed.caseDigits
      ? await findCaseFile(trx, actor, { digits: typed.caseDigits }, 'reading', now)
      : undefined
    const both = to.ids.filter((id) => from.ids.includes(id))
    const refusal = refused<FieldProblem>([
      ...from.problems,
      ...to.problems,
      ...(both.length > 0 ? [{ field: 'para', message: 'Uma unidade não pode suceder a si mesma.' }] : []),
      ...(caseFile ? [] : [{ field: 'processo', message: 'Não há processo com este número. Confira os algarismos.' }]),
    ])
    if (refusal || !caseFile) return refusal ?? { done: false, refusals: [{ field: 'processo', message: '' }] }
    const { mode, formalAct, newAcronym, newName, continuesNumbering } = typed
    const { number: caseNumber } = caseFile
    const made = {
      mode,
      formalAct,
      caseNumber,
      newAcronym,
      newName,
      continuesNumbering,
      fromIds: from.ids,
      toIds: to.ids,
    }
    return done({ id: await insertMigration(trx, actor, made, now) })
  })
}

async function unitsNamed(db: Database, field: string, labels: readonly string[], reach: Reach) {
  const found = await findUnitsByLabel(db, labels, reach)
  const problems = found.flatMap((one) => {
    const message = explainLabel(one)
    return message ? [{ field, message }] : []
  })
  const ids = found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : []))
  return { ids: [...new Set(ids)], problems }
}
