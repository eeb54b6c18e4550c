import { addDays, todayIn } from '../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../platform/http/index.ts'
import type { FormError } from '../../ui/index.ts'
import { findCaseFiles } from '../cases/index.ts'
import { type AddedGroup, addUnits, groupsToChoose, noSuchGroup } from '../groups/index.ts'
import { watchMarksOn } from '../watchlists/index.ts'
import { showDesk } from './desk.view.tsx'
import { searchUnits, type UnitChoice } from './routing.queries.ts'
import { mostDestinations, type SendTyped } from './send-case-file.form.ts'
import { SendPage } from './send-case-file.page.tsx'
import { selectUnsigned } from './unsigned.queries.ts'

/** The sending page for the chosen case files, with units to choose from: those looked for, and those already ticked. */
export async function sendPage(
  visit: InnerVisit,
  typed: SendTyped,
  problems: readonly FormError[],
  status: 200 | 422,
  added?: AddedGroup,
): Promise<Answer> {
  const { db, actor, now } = visit
  if (typed.caseNumbers.length === 0) {
    const item = {
      label: 'Nenhum processo selecionado',
      done: false,
      text: 'marque um ou mais processos na lista e tente de novo.',
    }
    return html(await showDesk(visit, { title: '', items: [item] }), 422)
  }
  const caseFiles = await findCaseFiles(
    db,
    actor,
    typed.caseNumbers.map((digits) => ({ digits })),
    'reading',
    now,
  )
  if (caseFiles.length === 0) return notFound
  const ids = caseFiles.map(({ id }) => id)
  const [units, unsigned, marks, groups] = await Promise.all([
    searchUnits(db, {
      ownUnitId: actor.unitId,
      text: typed.unitText,
      chosen: typed.to,
      caseFileIds: ids,
      today: todayIn(now),
    }),
    selectUnsigned(db, actor, ids),
    watchMarksOn(db, actor, ids, now),
    groupsToChoose(db, actor, 'units'),
  ])
  const found = typed.searching ? foundUnits(units, typed) : []
  const only = onlyMeant(found, typed.unitText)
  return html(
    <SendPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      caseFiles={caseFiles}
      units={units}
      typed={only ? { ...typed, to: [...typed.to, only.id] } : typed}
      focused={typed.searching ? (only?.id ?? found[0]?.id ?? 'none') : undefined}
      problems={problems as never}
      groups={groups}
      added={added}
      unsigned={unsigned}
      hasNote={[...marks.values()].some((ofOne) => ofOne.some(({ column }) => column === 'note'))}
      tomorrow={addDays(todayIn(now), 1)}
    />,
    status,
  )
}

/** The page again with the units of a group ticked, and those named that do not take case files. */
export async function withGroup(visit: InnerVisit, typed: SendTyped, groupId: string): Promise<Answer> {
  const choosing = { chosen: typed.to, most: mostDestinations }
  const found = await addUnits(visit.db, visit.actor, groupId, choosing, visit.now)
  if (!found) return sendPage(visit, typed, [noSuchGroup], 422)
  return sendPage(visit, { ...typed, to: found.ids }, [], 200, found.told)
}

/** Those that the words brought, besides those already ticked. */
function foundUnits(units: readonly UnitChoice[], { to }: SendTyped): readonly UnitChoice[] {
  return units.filter(({ id }) => !to.includes(id))
}

/** Whoever types what only one unit is called means that one: it comes ticked, and may be unticked. */
function onlyMeant(found: readonly UnitChoice[], text: string): UnitChoice | undefined {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return undefined
  const exact = found.filter(({ acronym }) => acronym.toLowerCase() === wanted)
  const meant = exact.length > 0 ? exact : found
  return meant.length === 1 ? meant[0] : undefined
}
