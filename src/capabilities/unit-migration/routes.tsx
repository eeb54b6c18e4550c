import { findResult } from '../../platform/act-results/index.ts'
import { bytes, html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { goSaying, reachOfVisit } from '../organization/index.ts'
import { ofAgencies } from './agency-routes.tsx'
import { readMigration } from './draft-migration.form.ts'
import { draftMigration } from './draft-migration.ts'
import { type ItemsFilter, ItemsPage } from './items.page.tsx'
import { MigrationPage, migrationTitle } from './migration.page.tsx'
import { awaitedApproval, explainStep } from './migration.text.ts'
import type { Migration } from './migration.ts'
import { migrationOf } from './migration-of.view.ts'
import { MigrationsPage } from './migrations.page.tsx'
import { NewMigrationPage } from './new-migration.page.tsx'
import { findSuperiors, listItems, listMigrations, progressOf } from './read-migrations.ts'
import { reportCsv } from './report.ts'
import { splitRulesRoutes } from './split-rules-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { simulateMigration } from './steps.ts'

const permission = 'organization.manage'

/** Migration of units, for who administrates them. */
export function unitMigrationRoutes(everybodys: Router): void {
  const router = ofAgencies(everybodys)
  router.page('/administracao/migracoes', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const pageNumber = pageAsked(visit)
    const [list, result] = await Promise.all([listMigrations(visit.db, reach, pageNumber), findResult(visit)])
    return html(<MigrationsPage page={visit.page} result={result} pageNumber={pageNumber} {...list} />)
  })

  router.page('/administracao/migracoes/nova', { permission }, async ({ page, formKeys }) =>
    html(<NewMigrationPage page={page} formKeys={formKeys} fields={{ numeracao: 'sim' }} problems={[]} />),
  )

  router.act('/administracao/migracoes', { permission }, async (visit) => {
    const { page, formKeys, form, actor, now } = visit
    const { request, problems } = readMigration(form)
    const reach = await reachOfVisit(visit, permission)
    const outcome = request && (await draftMigration(visit.db, actor, request, reach, now))
    if (outcome?.done) {
      const path = `/migracoes/${outcome.value.id}${request?.mode === 'split' ? '/regras' : ''}`
      return goSaying(visit, path, 'Migração de unidades', 'rascunho salvo.')
    }
    const found = outcome ? outcome.refusals : problems
    return html(<NewMigrationPage page={page} formKeys={formKeys} fields={form} problems={found} />, 422)
  })

  router.page('/administracao/migracoes/:id', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    return migration ? html(await migrationPage(visit, migration, [])) : notFound
  })

  router.act('/administracao/migracoes/:id/simulacao', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    if (!migration) return notFound
    const reach = await reachOfVisit(visit, permission)
    const outcome = await simulateMigration(visit.db, visit.actor, migration.id, reach, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(await migrationPage(visit, migration, outcome.refusals.map(explainStep)), 422)
    return goSaying(visit, `/migracoes/${migration.id}`, migrationTitle(migration), 'simulada. Nada foi movido.')
  })

  router.page('/administracao/migracoes/:id/itens', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    if (!migration) return notFound
    const [filter, pageNumber] = [filterAsked(visit), pageAsked(visit)]
    const only = { todos: 'all', observacoes: 'notes', falhas: 'failed' } as const
    const list = await listItems(visit.db, migration.id, only[filter], pageNumber)
    return html(<ItemsPage page={visit.page} migration={migration} filter={filter} pageNumber={pageNumber} {...list} />)
  })

  router.page('/administracao/migracoes/:id/relatorio', { permission }, async (visit) => {
    const migration = await migrationOf(visit)
    if (!migration) return notFound
    return bytes(await reportCsv(visit.db, migration.id), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="migracao-${migration.id}.csv"`,
    })
  })

  stepRoutes(router)
  splitRulesRoutes(router)
}

async function migrationPage(visit: InnerVisit, migration: Migration, errors: readonly string[]) {
  const { page, formKeys, db } = visit
  const [{ progress, totals }, superiors, result] = await Promise.all([
    progressOf(db, migration.id),
    migration.state === 'simulated' ? findSuperiors(db, migration, visit.now) : [],
    findResult(visit),
  ])
  const { userId, unitId } = visit.actor
  return (
    <MigrationPage
      page={page}
      formKeys={formKeys}
      migration={migration}
      progress={progress}
      totals={totals}
      errors={errors}
      awaited={awaitedApproval({ isProposer: migration.createdBy === userId, unitId }, superiors)}
      result={result}
    />
  )
}

function filterAsked(visit: InnerVisit): ItemsFilter {
  const asked = visit.query('mostrar')
  return asked === 'observacoes' || asked === 'falhas' ? asked : 'todos'
}

function pageAsked(visit: InnerVisit): number {
  return Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
}
