import type { ActResult } from '../../platform/act-results/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { InnerVisit } from '../../platform/http/index.ts'
import { unitPeople } from '../identity/index.ts'
import { newestRelease } from '../news/index.ts'
import { readDeskFilter } from './desk.form.ts'
import { DeskPage } from './desk.page.tsx'
import { selectDeskCounts } from './desk.queries.ts'
import { columnsOf } from './desk-columns.ts'
import { deskPageSize, summed } from './desk-filter.ts'
import { deskBatchActs, marksOn } from './desk-parts.ts'
import { selectDeskChoices } from './desk-view.queries.ts'
import { readDesk } from './read-desk.ts'

/** The desk of the actor's unit as the address asks for it, with the result of the act that led to it. */
export async function showDesk(visit: InnerVisit, result: ActResult | undefined) {
  const { db, actor, now } = visit
  const filter = readDeskFilter(visit)
  const today = todayIn(now)
  const stretch = { limit: deskPageSize, offset: (filter.page - 1) * deskPageSize, columns: 'chosen' } as const
  const [choices, rows, { counted, types: onDesk, ...figures }, people] = await Promise.all([
    selectDeskChoices(db, actor),
    readDesk(db, actor, filter, stretch, now),
    selectDeskCounts(db, actor, filter, today, now),
    unitPeople(db, actor.unitId, now),
  ])
  const { total, types } = summed(onDesk)
  const marks = await marksOn(
    db,
    actor,
    rows.map(({ id }) => id),
    today,
    now,
  )
  const can = (permission: Parameters<typeof actor.permissions.has>[0]) => actor.permissions.has(permission)
  return (
    <DeskPage
      page={visit.page}
      href={visit.href}
      filter={filter}
      rows={rows}
      marks={marks}
      batchActs={deskBatchActs.filter(({ permission }) => !permission || can(permission))}
      total={counted ?? total}
      figures={figures}
      types={types}
      labels={choices.labels}
      successors={choices.successors}
      columns={columnsOf(choices.columns)}
      people={people}
      news={choices.isNews ? newestRelease : undefined}
      today={today}
      userId={actor.userId}
      may={{
        send: can('routing.send'),
        assign: can('routing.assign'),
        open: can('cases.open'),
        sign: can('signatures.sign'),
      }}
      result={result}
      formKeys={visit.formKeys}
    />
  )
}
