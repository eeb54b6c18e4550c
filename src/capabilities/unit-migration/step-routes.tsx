import { html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { goSaying, reachOfVisit } from '../organization/index.ts'
import { ConfirmStepPage, type StepNoun } from './confirm-step.page.tsx'
import { migrationTitle } from './migration.page.tsx'
import { explainStep } from './migration.text.ts'
import type { Migration } from './migration.ts'
import { migrationOf } from './migration-of.view.ts'
import { approveMigration, deleteDraft, reopenDraft, startMigration } from './steps.ts'

const permission = 'organization.manage'

/** The steps that weigh, each asked for on a page of its own. */
export function stepRoutes(router: Router): void {
  for (const noun of ['aprovacao', 'execucao', 'rascunho', 'exclusao'] as const) {
    router.page(`/administracao/migracoes/:id/${noun}`, { permission }, async (visit) => {
      const migration = await migrationOf(visit)
      return migration ? html(question(visit, migration, noun, [])) : notFound
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
