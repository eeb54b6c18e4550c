import type { Router } from '../../platform/http/index.ts'
import { showActivity } from './activity/activity.view.tsx'
import { showFlow } from './flow/flow.view.tsx'
import { indicesRoutes } from './indices/routes.tsx'
import { showPerformance, showTarget, showType } from './performance/performance.view.tsx'
import { showUnit, showUnitList } from './unit/unit.view.tsx'

const read = { permission: 'statistics.read' } as const

/** Figures of units, of agencies and of the installation. */
export function statisticsRoutes(router: Router): void {
  router.page('/estatisticas', read, showUnit)
  router.page('/estatisticas/lista', read, showUnitList)
  router.page('/estatisticas/desempenho', read, showPerformance)
  router.page('/estatisticas/desempenho/tipo', read, showType)
  router.page('/estatisticas/meta', read, showTarget)
  router.page('/estatisticas/atividades', read, showActivity)
  router.page('/estatisticas/fluxo', read, showFlow)
  indicesRoutes(router)
}
