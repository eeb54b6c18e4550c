import type { VNode } from 'preact'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { routingOfCase } from '../routing-of-case.ts'
import { ReturnsCard } from './returns-panel.page.tsx'

/** The scheduled returns and reopening of the unit, for the page of a case file; undefined where there is none. */
export async function returnsPanel(visit: InnerVisit, caseFile: CaseFile): Promise<VNode | undefined> {
  const { db, actor, href, formKeys } = visit
  const { returns, reopenings } = await routingOfCase(db, actor, caseFile)
  if (returns.length + reopenings.length === 0) return undefined
  const toReturn = returns.filter(({ side }) => side === 'to-return')
  const awaited = returns.filter(({ side }) => side === 'awaited')
  const mayChange = actor.permissions.has('routing.send')
  return <ReturnsCard {...{ href, formKeys, toReturn, awaited, reopenings, mayChange }} today={todayIn(visit.now)} />
}
