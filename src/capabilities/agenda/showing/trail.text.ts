import { formatDateTime } from '../../../ui/index.ts'
import { kindWords, stateWords } from '../commitments/commitment.text.ts'
import type { CommitmentKind, CommitmentState } from '../commitments/commitment.ts'
import { type Participant, tellParticipant } from '../participants/participant.ts'

/** A state in which a commitment has been, as the database wrote it down. */
export interface Shown {
  readonly kind: CommitmentKind
  readonly subject: string
  readonly place: string
  readonly from: string
  readonly to: string
  readonly participants: readonly Participant[]
  readonly representative: string
  readonly represented: string
  readonly interests: string
  readonly state: CommitmentState
  readonly capacity: string
  readonly isReserved: boolean
}

export interface Version {
  readonly sequence: number
  readonly at: Date
  readonly shown: Shown
}

/** One change: what was there and what is there now. `before` and `after` are absent where the words are not for the reader. */
export interface Step {
  readonly at: Date
  readonly changes: readonly { readonly field: string; readonly before?: string; readonly after?: string }[]
}

/**
 * What changed from one state to the next, in words. Of a state that was reserved nothing but that it changed is told,
 * also after it was opened: it was never published. A step without changes is one of what is only for the unit.
 */
export function trailOf(versions: readonly Version[], tellsWords: boolean): readonly Step[] {
  return versions.slice(1).map(({ at, shown }, place): Step => {
    const before = versions[place]?.shown ?? shown
    if (before.isReserved !== shown.isReserved) {
      return { at, changes: [{ field: shown.isReserved ? 'passou a ser reservado' : 'deixou de ser reservado' }] }
    }
    if (!tellsWords || shown.isReserved) return { at, changes: [{ field: 'houve alteração' }] }
    const changes = fields
      .map(({ field, tell }) => ({ field, before: tell(before), after: tell(shown) }))
      .filter((change) => change.before !== change.after)
    return { at, changes }
  })
}

const fields: readonly { readonly field: string; readonly tell: (shown: Shown) => string }[] = [
  { field: 'situação', tell: ({ state }) => stateWords[state].word },
  { field: 'começo', tell: ({ from }) => formatDateTime(new Date(from)) },
  { field: 'fim', tell: ({ to }) => formatDateTime(new Date(to)) },
  { field: 'tipo', tell: ({ kind }) => kindWords[kind] },
  { field: 'assunto', tell: ({ subject }) => subject },
  { field: 'local', tell: ({ place }) => place },
  { field: 'quem atende', tell: ({ capacity }) => capacity },
  { field: 'participantes', tell: ({ participants }) => participants.map(tellParticipant).join('; ') },
  { field: 'representante', tell: ({ representative }) => representative },
  { field: 'representado', tell: ({ represented }) => represented },
  { field: 'interesses', tell: ({ interests }) => interests },
]

/** `assunto: de “Reunião” para “Visita”`. */
export function tellChange({ field, before, after }: Step['changes'][number]): string {
  if (before === undefined || after === undefined) return field
  if (before === '') return `${field}: incluído “${after}”`
  return after === '' ? `${field}: retirado “${before}”` : `${field}: de “${before}” para “${after}”`
}
