import { fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import type { FormError } from '../../ui/index.ts'
import { actOnEach, allRefused, asProblems, chosenIn, chosenOf, tellResults, withChosen } from '../watchlists/index.ts'
import { explainSetCheckpoint } from './checkpoints.text.ts'
import { checkpointsOf } from './keep-checkpoints.ts'
import { registerRoutes } from './register-routes.tsx'
import { SetCheckpointPage } from './set-checkpoint.page.tsx'
import { figuresOf, removeCheckpoint, setCheckpoint, standingsOf, stepsOf } from './set-checkpoint.ts'
import { StandingsPage } from './standings.page.tsx'

const options = { permission: 'cases.change' } as const

export function checkpointsRoutes(router: Router): void {
  registerRoutes(router)

  router.page('/pontos-de-controle', {}, async (visit) => {
    const { db, actor, now, page, href } = visit
    const asked = visit.query('ponto')
    const checkpointId = /^\d{1,18}$/.test(asked) ? asked : undefined
    const pageNumber = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const [figures, standings] = await Promise.all([
      figuresOf(db, actor, now),
      standingsOf(db, actor, { checkpointId, page: pageNumber }, now),
    ])
    return html(
      <StandingsPage {...{ page, href, figures, standings, checkpointId, pageNumber }} unit={actor.unitAcronym} />,
    )
  })

  router.page('/ponto-de-controle', options, (visit) => setPage(visit, chosenOf(visit.queryList('processo')), '', []))

  router.act('/ponto-de-controle', options, async (visit) => {
    const { db, actor, now } = visit
    const numbers = chosenIn(visit.form)
    if (numbers.length === 0) return notFound
    const removing = fieldText(visit.form, 'acao') === 'retirar'
    const checkpointId = fieldText(visit.form, 'ponto')
    if (!removing && !/^\d{1,18}$/.test(checkpointId)) {
      return setPage(visit, numbers, '', [{ field: 'ponto', message: 'Escolha um ponto de controle.' }])
    }
    const results = await actOnEach(
      visit,
      numbers,
      ({ digits }) =>
        removing
          ? removeCheckpoint(db, actor, digits, now)
          : setCheckpoint(db, actor, { caseNumber: digits, checkpointId }, now),
      {
        tell: () => (removing ? 'retirado do ponto de controle.' : 'ponto de controle mudado.'),
        explain: explainSetCheckpoint,
      },
    )
    if (allRefused(results)) return setPage(visit, numbers, checkpointId, asProblems(results))
    return tellResults(visit, 'Ponto de controle', results)
  })
}

function setPage(
  visit: InnerVisit,
  numbers: readonly string[],
  typed: string,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const { db, actor, page, formKeys, href } = visit
    const only = caseFiles.length === 1 ? caseFiles[0] : undefined
    const [points, steps] = await Promise.all([checkpointsOf(db, actor.unitId), only ? stepsOf(db, actor, only) : []])
    const pointId = typed || (steps[0]?.checkpointId ?? '')
    return html(
      <SetCheckpointPage {...{ page, formKeys, href, caseFiles, points, pointId, steps, problems }} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}
