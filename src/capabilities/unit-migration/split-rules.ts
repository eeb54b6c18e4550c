import { type Database, inTransaction } from '../../platform/db/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { Reach } from '../organization/index.ts'
import { deleteRule, insertRule, lockMigration, selectMigration } from './migrations.queries.ts'
import { selectAccountId, selectCaseTypes, selectOpenCaseFileId } from './rules.queries.ts'

const mostRules = 500

/** Adds a rule to a split that is still a draft, from the fields as typed. */
export async function addRule(
  db: Database,
  id: string,
  fields: FormFields,
  reach: Reach,
): Promise<Outcome<true, FieldProblem> | undefined> {
  return inTransaction(db, async (trx) => {
    const state = await lockMigration(trx, id)
    const migration = await selectMigration(trx, id, reach)
    if (state !== 'draft' || migration?.mode !== 'split') return undefined
    const toUnitId = fieldText(fields, 'destino')
    if (!migration.to.some((unit) => unit.id === toUnitId)) {
      return refuse({ field: 'destino', message: 'Escolha a unidade para onde vão.' })
    }
    if (migration.rules.length >= mostRules) {
      return refuse({ field: 'criterio', message: `São no máximo ${mostRules} regras. Retire alguma.` })
    }
    const subject = await subjectOf(trx, id, fields)
    if (subject.message !== undefined) return refuse({ field: subject.field, message: subject.message })
    const isNew = await insertRule(trx, id, { ...subject, toUnitId })
    return isNew
      ? done(true as const)
      : refuse({ field: subject.field, message: 'Já há uma regra para isto. Retire-a antes.' })
  })
}

/** Takes a rule away. Undefined where there is no such rule, or the migration is no draft. */
export async function removeRule(db: Database, id: string, ruleId: string, reach: Reach): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    const state = await lockMigration(trx, id)
    if (state !== 'draft' || !(await selectMigration(trx, id, reach))) return undefined
    return (await deleteRule(trx, id, ruleId)) ? true : undefined
  })
}

/** The case types that a rule may name, also those out of use: there are case files of them. */
export function caseTypesForRules(db: Database): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return selectCaseTypes(db)
}

async function subjectOf(db: Database, id: string, fields: FormFields) {
  const typed = (field: string) => fieldText(fields, field).trim().slice(0, 200)
  switch (typed('criterio')) {
    case 'tipo': {
      const found = (await selectCaseTypes(db)).find((type) => type.id === typed('tipo'))
      if (!found) return { field: 'tipo', message: 'Escolha o tipo de processo.' }
      return { field: 'tipo', subject: 'case-type', subjectId: found.id } as const
    }
    case 'pessoa': {
      const found = await selectAccountId(db, id, typed('pessoa'))
      if (!found) return { field: 'pessoa', message: 'Não há usuário com este login nos órgãos destas unidades.' }
      return { field: 'pessoa', subject: 'account', subjectId: found } as const
    }
    case 'processo': {
      const found = await selectOpenCaseFileId(db, id, typed('processo').replace(/\D/g, ''))
      if (!found) return { field: 'processo', message: 'Não há processo com este número aberto na unidade de origem.' }
      return { field: 'processo', subject: 'case-file', subjectId: found } as const
    }
    default:
      return { field: 'criterio', message: 'Escolha o critério da regra.' }
  }
}
