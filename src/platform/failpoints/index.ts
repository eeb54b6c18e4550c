/**
 * The steps between which a process may die, in the order of the deeds they belong to. The proof of faults kills the
 * program at each of them and then looks for anything half-made.
 */
export const failpoints = [
  'act.claimed',
  'act.carried-out',
  'act.recorded',
  'act.committed',
  'opening.numbered',
  'opening.filled',
  'drafting.inserted',
  'drafting.filled',
  'upload.begun',
  'upload.synced',
  'upload.named',
  'upload.noted',
  'upload.taken',
  'upload.included',
  'signing.confirmed',
  'signing.covered',
  'signing.signed',
  'sending.moved',
  'sending.announced',
  'eliminating.erased',
  'eliminating.committed',
  'jobs.enqueued',
  'jobs.begun',
  'jobs.done',
] as const

export type Failpoint = (typeof failpoints)[number]

// Read once. It takes two variables that no installation sets: nobody arms a failpoint by mistake.
const armed = process.env.NODE_ENV === 'test' ? process.env.CARIMBO_FALHA : undefined

/** Kills this very process outright, here and now, where the proof of faults asked for it. Elsewhere it does nothing. */
export function failpoint(name: Failpoint): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL')
}
