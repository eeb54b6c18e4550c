import { html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { adminHref, goSaying, reachOfVisit } from '../organization/index.ts'
import { ConfirmStepPage, type StepNoun } from './confirm-step.page.tsx'
import { migrationTitle } from './migration.page.tsx'
import { awaitedApproval, explainStep } from './migration.text.ts'
import type { Migration } from './migration.ts'
import { migrationOf } from './migration-of.view.ts'
import { findSuperiors } from './read-migrations.ts'
import { approveMigration, deleteDraft, reopenDraft, startMigration } from './steps.ts'

const permission = 'organization.manage'

/** The steps that weigh, each asked for on a page of its own. */
export function stepRoutes(router: Router): void {
  for (const noun of ['aprovacao', 'execucao', 'rascunho', 'exclusao'] as const) {
    router.page(`/administracao/migracoes/:id/${noun}`, { permission }, async (visit) => {
      const migration = await migrationOf(visit)
      if (!migration) return notFound
      // Who may not approve is not asked whether to: the page of the migration says who may.
      if (noun === 'aprovacao' && (await awaitsOthers(visit, migration)))
        return redirect(adminHref(visit.page, `/migracoes/${migration.id}`))
      return html(question(visit, migration, noun, []))
    })

    router.act(`/administracao/migracoes/:id/${noun}`, { permission }, async (visit) => {
      const migration = await migrationOf(visit)
      if (!migration) return notFound
      const outcome = await take(visit, noun, migration.id)
      if (!outcome) return notFound
      if (!outcome.done) return html(question(visit, migration, noun, outcome.refusals.map(explainStep)), 422)
      const path = noun === 'exclusao' ? '/migracoes' : `/migracoes/${migration.id}`
      return goSaying(visit, path, migrationTitle(migration), said[noun])
    })
  }
}

async function awaitsOthers({ db, actor, now }: InnerVisit, migration: Migration): Promise<boolean> {
  const by = { isProposer: migration.createdBy === actor.userId, unitId: actor.unitId }
  return awaitedApproval(by, await findSuperiors(db, migration, now)) !== undefined
}

const said: Readonly<Record<StepNoun, string>> = {
  aprovacao: 'aprovada.',
  execucao: 'execução pedida. Ela começa em instantes.',
  rascunho: 'devolvida a rascunho.',
  exclusao: 'rascunho excluído.',
}

async function take(visit: InnerVisit, noun: StepNoun, id: string) {
  const { db, actor, now } = visit
  const reach = await reachOfVisit(visit, permission)
  switch (noun) {
    case 'aprovacao':
      return approveMigration(db, actor, id, reach, now)
    case 'execucao':
      return startMigration(db, actor, id, reach, now)
    case 'rascunho':
      return reopenDraft(db, id, reach)
    case 'exclusao':
      return deleteDraft(db, id, reach)
  }
}

function question(visit: InnerVisit, migration: Migration, noun: StepNoun, errors: readonly string[]) {
  const { page, formKeys } = visit
  return <ConfirmStepPage page={page} formKeys={formKeys} migration={migration} noun={noun} errors={errors} />
}
