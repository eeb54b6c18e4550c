import { maskCpfs } from '../../public-portal/index.ts'
import type { Participant } from '../participants/participant.ts'
import type { PublicRow } from './public.queries.ts'
import { type Step, trailOf } from './trail.text.ts'

/** A commitment as everybody reads it, in every form: no CPF, and nothing that is reserved. */
export type PublicEntry = Omit<PublicRow, 'versions'> & { readonly trail: readonly Step[] }

export function publicEntryOf({ versions, ...row }: PublicRow): PublicEntry {
  const participants = row.participants.map(
    ({ name, body, role, isPrivate }): Participant => ({
      name: maskCpfs(name),
      body: maskCpfs(body),
      role: maskCpfs(role),
      isPrivate,
    }),
  )
  const steps = trailOf(versions, !row.isHidden).filter(({ changes }) => changes.length > 0)
  const trail = steps.map(({ at, changes }) => ({
    at,
    changes: changes.map((change) =>
      change.before === undefined || change.after === undefined
        ? change
        : { field: change.field, before: maskCpfs(change.before), after: maskCpfs(change.after) },
    ),
  }))
  return {
    ...row,
    subject: maskCpfs(row.subject),
    place: maskCpfs(row.place),
    representative: maskCpfs(row.representative),
    represented: maskCpfs(row.represented),
    interests: maskCpfs(row.interests),
    participants,
    trail,
  }
}
