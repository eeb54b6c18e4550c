import type { StepRefusal } from '../gazette/steps.rules.ts'
import type { Publication } from './publication.ts'

export type ChangeRefusal = { readonly kind: 'published' | 'over' | 'edition-closed' | 'approved' } | StepRefusal

/**
 * What is out stays out; what came to nothing is not cancelled twice (DOC-102); and nothing is taken back from an edition
 * that has closed (DOE-01).
 */
export function refusalsToCancel({ state }: Pick<Publication, 'state'>, closed = false): ChangeRefusal[] {
  if (state === 'published') return [{ kind: 'published' }]
  if (state === 'rejected' || state === 'cancelled') return [{ kind: 'over' }]
  return closed ? [{ kind: 'edition-closed' }] : []
}
