import type { FastifyInstance } from 'fastify'
import { agendaCrontab, agendaRoutes, agendaTasks } from './capabilities/agenda/index.ts'
import { archiveCrontab, archiveRoutes, archiveTasks } from './capabilities/archive/index.ts'
import {
  auditingCrontab,
  auditingRounds,
  auditingRoutes,
  auditingTasks,
  trailOf,
} from './capabilities/auditing/index.ts'
import { bundlesRoutes } from './capabilities/bundles/index.ts'
import { caseTypeRequestsRoutes } from './capabilities/case-type-requests/index.ts'
import { casesRoutes } from './capabilities/cases/index.ts'
import { checkpointsRoutes } from './capabilities/checkpoints/index.ts'
import { classificationRoutes } from './capabilities/classification/index.ts'
import { controlPanelRoutes } from './capabilities/control-panel/index.ts'
import { deadlinesCrontab, deadlinesRoutes, deadlinesTasks } from './capabilities/deadlines/index.ts'
import { demandsCrontab, demandsRoutes, demandsTasks } from './capabilities/demands/index.ts'
import { documentsRounds, documentsRoutes, documentsTasks } from './capabilities/documents/index.ts'
import { groupsRoutes } from './capabilities/groups/index.ts'
import { guidesRoutes } from './capabilities/guides/index.ts'
import { historyRounds } from './capabilities/history/index.ts'
import { findVisitor, identityRoutes } from './capabilities/identity/index.ts'
import { issuingRoutes, issuingTasks } from './capabilities/issuing/index.ts'
import { knowledgeRoutes } from './capabilities/knowledge/index.ts'
import { mailTemplatesRoutes } from './capabilities/mail-templates/index.ts'
import { mailroomRoutes } from './capabilities/mailroom/index.ts'
import { newsRoutes } from './capabilities/news/index.ts'
import { noticesCrontab, noticesRounds, noticesRoutes, noticesTasks } from './capabilities/notices/index.ts'
import { operationsCrontab, operationsRoutes, operationsTasks } from './capabilities/operations/index.ts'
import { organizationRoutes } from './capabilities/organization/index.ts'
import { outputCrontab, outputRoutes, outputTasks } from './capabilities/output/index.ts'
import { peopleRoutes } from './capabilities/people/index.ts'
import { printingReportRoutes } from './capabilities/printing-report/index.ts'
import { projectsRoutes } from './capabilities/projects/index.ts'
import { proofsRoutes, sealedRecords } from './capabilities/proofs/index.ts'
import { publicPortalRoutes } from './capabilities/public-portal/index.ts'
import { publishingRounds, publishingRoutes } from './capabilities/publishing/index.ts'
import {
  registerImportCrontab,
  registerImportRoutes,
  registerImportTasks,
} from './capabilities/register-import/index.ts'
import { remarksRoutes } from './capabilities/remarks/index.ts'
import { reviewingRoutes } from './capabilities/reviewing/index.ts'
import { routingCrontab, routingRounds, routingRoutes, routingTasks } from './capabilities/routing/index.ts'
import { searchRounds, searchRoutes } from './capabilities/search/index.ts'
import { signaturesRoutes } from './capabilities/signatures/index.ts'
import { statisticsCrontab, statisticsRoutes, statisticsTasks } from './capabilities/statistics/index.ts'
import { unitMigrationCrontab, unitMigrationRoutes, unitMigrationTasks } from './capabilities/unit-migration/index.ts'
import { watchlistsRoutes } from './capabilities/watchlists/index.ts'
import { workPlansRoutes } from './capabilities/work-plans/index.ts'
import { workbenchRoutes } from './capabilities/workbench/index.ts'
import { navigationCounts, navigationFor } from './navigation.ts'
import { openRouter, openServer } from './platform/http/index.ts'
import type { Tasks } from './platform/jobs/index.ts'
import type { Platform } from './platform/platform.ts'
import type { Round } from './platform/rounds/index.ts'

/** The application: one line a capability. Everything it needs of the world is in `platform`. */
export async function openApp(platform: Platform): Promise<FastifyInstance> {
  const server = await openServer(platform)
  const router = openRouter(server, platform, {
    findVisitor,
    navigation: navigationFor,
    navigationCounts,
    answered: (answered) => trailOf(platform).note(answered),
  })
  // What waits in memory is written before the house closes: the last requests have been answered then.
  server.addHook('onClose', () => trailOf(platform).write())
  organizationRoutes(router)
  identityRoutes(router)
  peopleRoutes(router)
  classificationRoutes(router)
  knowledgeRoutes(router)
  casesRoutes(router)
  documentsRoutes(router)
  signaturesRoutes(router)
  deadlinesRoutes(router)
  bundlesRoutes(router)
  routingRoutes(router)
  watchlistsRoutes(router)
  checkpointsRoutes(router)
  workPlansRoutes(router)
  mailroomRoutes(router)
  agendaRoutes(router)
  projectsRoutes(router)
  demandsRoutes(router)
  remarksRoutes(router)
  reviewingRoutes(router)
  controlPanelRoutes(router)
  noticesRoutes(router)
  searchRoutes(router)
  groupsRoutes(router)
  newsRoutes(router)
  guidesRoutes(router)
  outputRoutes(router)
  issuingRoutes(router)
  publishingRoutes(router)
  statisticsRoutes(router)
  printingReportRoutes(router)
  proofsRoutes(router)
  workbenchRoutes(router)
  publicPortalRoutes(router)
  operationsRoutes(router, platform)
  registerImportRoutes(router)
  mailTemplatesRoutes(router)
  caseTypeRequestsRoutes(router)
  unitMigrationRoutes(router)
  archiveRoutes(router)
  auditingRoutes(router)
  return server
}

/** What is done after the answer, each in a job of its own: mail, text of files, exports. */
export function tasksOf(platform: Platform): Tasks {
  return {
    ...agendaTasks(platform),
    ...archiveTasks(platform),
    ...auditingTasks(platform),
    ...deadlinesTasks(platform),
    ...demandsTasks(platform),
    ...documentsTasks(platform),
    ...issuingTasks(platform),
    ...noticesTasks(platform),
    ...operationsTasks(platform),
    ...outputTasks(platform),
    ...routingTasks(platform),
    ...statisticsTasks(platform),
    ...registerImportTasks(platform),
    ...unitMigrationTasks(platform),
  }
}

/** What every node does again and again: indexing, sealing. */
export function roundsOf(platform: Platform): readonly Round[] {
  return [
    ...historyRounds(platform, sealedRecords),
    ...documentsRounds(platform),
    ...publishingRounds(platform),
    ...routingRounds(platform),
    ...noticesRounds(platform),
    ...searchRounds(platform),
    ...auditingRounds(platform),
  ]
}

/** Regular jobs, as lines of a crontab. */
export const crontab: string = [
  agendaCrontab,
  archiveCrontab,
  auditingCrontab,
  deadlinesCrontab,
  demandsCrontab,
  noticesCrontab,
  operationsCrontab,
  outputCrontab,
  registerImportCrontab,
  routingCrontab,
  statisticsCrontab,
  unitMigrationCrontab,
].join('\n')
