import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { IconName, Tone } from '../../ui/index.ts'
import { stateOf } from './deadline-state.rules.ts'
import { tellState, toneOfState } from './deadline-state.text.ts'
import { selectOfCases } from './keeping/deadline.queries.ts'

interface Mark {
  readonly label: string
  readonly tone: Tone
  readonly icon: IconName
  readonly detail: string
  readonly text?: string
  readonly late?: boolean
  /** Where the desk shows it when it has such a column. */
  readonly column: 'deadline'
}

/** So many deadlines are told one by one; of the others, how many they are. */
const mostTold = 2

/** The open deadlines of the unit beside the numbers on its desk, the most urgent first, coloured by the days left. */
export async function deadlineMarks(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Mark[]>> {
  const marks = new Map<string, Mark[]>()
  if (caseFileIds.length === 0) return marks
  for (const deadline of await selectOfCases(db, actor, caseFileIds, 'open', now)) {
    const state = stateOf(deadline, now)
    const ofCase = marks.get(deadline.caseFileId) ?? []
    ofCase.push({
      label: `Prazo: ${tellState(state, deadline.dueTime)}`,
      tone: toneOfState[state.kind],
      icon: state.kind === 'late' ? 'alert' : 'clock',
      detail: `${deadline.text} (definido por ${deadline.setByLogin})`,
      text: deadline.text,
      late: state.kind === 'late',
      column: 'deadline',
    })
    marks.set(deadline.caseFileId, ofCase)
  }
  return new Map([...marks].map(([id, ofCase]) => [id, shortened(ofCase)]))
}

function shortened(marks: readonly Mark[]): Mark[] {
  const rest = marks.length - mostTold
  if (rest <= 0) return [...marks]
  const label = rest === 1 ? 'e mais 1 prazo' : `e mais ${rest} prazos`
  const detail = marks
    .slice(mostTold)
    .map((mark) => `${mark.label} ${mark.detail}`)
    .join('; ')
  return [...marks.slice(0, mostTold), { label, tone: 'neutral', icon: 'clock', detail, text: '', column: 'deadline' }]
}
