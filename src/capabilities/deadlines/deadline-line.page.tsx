import { StatusTag } from '../../ui/index.ts'
import type { Deadline } from './deadline.ts'
import { stateOf } from './deadline-state.rules.ts'
import { tellState, toneOfState } from './deadline-state.text.ts'

/** How a deadline stands now: colour, shape and words. */
export function DeadlineTag({ deadline, now }: { deadline: Deadline; now: Date }) {
  const state = stateOf(deadline, now)
  return (
    <StatusTag tone={toneOfState[state.kind]} icon={state.kind === 'ahead' ? 'clock' : undefined}>
      {capital(tellState(state, deadline.dueTime))}
    </StatusTag>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
