import { findResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { goSaying, idParam, reachOfVisit } from '../organization/index.ts'
import { migrationTitle } from './migration.page.tsx'
import type { Migration } from './migration.ts'
import { migrationOf } from './migration-of.view.ts'
import { RulesPage } from './rules.page.tsx'
import { addRule, caseTypesForRules, removeRule } from './split-rules.ts'

const permission = 'organization.manage'

/** The rules of a split, while it is a draft. */
export function splitRulesRoutes(router: Router): void {
  router.page('/administracao/migracoes/:id/regras', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    if (migration?.mode !== 'split' || migration.state !== 'draft') return notFound
    return html(await rulesPage(visit, migration, { criterio: 'tipo' }, []))
  })

  router.act('/administracao/migracoes/:id/regras', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    if (!migration) return notFound
    const outcome = await addRule(visit.db, migration.id, visit.form, await reachOfVisit(visit, permission))
    if (!outcome) return notFound
    if (!outcome.done) return html(await rulesPage(visit, migration, visit.form, outcome.refusals), 422)
    return goSaying(visit, `/migracoes/${migration.id}/regras`, migrationTitle(migration), 'regra acrescentada.')
  })

  router.act('/administracao/migracoes/:id/regras/:regra/remocao', { permission }, async (visit) => {
    const [migration, ruleId] = [await migrationOf(visit), idParam(visit, 'regra')]
    if (!migration || !ruleId) return notFound
    const removed = await removeRule(visit.db, migration.id, ruleId, await reachOfVisit(visit, permission))
    if (!removed) return notFound
    return goSaying(visit, `/migracoes/${migration.id}/regras`, migrationTitle(migration), 'regra retirada.')
  })
}

async function rulesPage(
  visit: InnerVisit,
  migration: Migration,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const { page, formKeys, db } = visit
  const [caseTypes, result] = await Promise.all([caseTypesForRules(db), findResult(visit)])
  return (
    <RulesPage
      page={page}
      formKeys={formKeys}
      migration={migration}
      caseTypes={caseTypes}
      fields={fields}
      problems={problems}
      result={result}
    />
  )
}
