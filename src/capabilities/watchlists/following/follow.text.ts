import { explainCaseRefusal } from '../../cases/index.ts'
import type { FollowRefusal } from './follow.ts'

export function explainFollow(refusal: FollowRefusal): string {
  return refusal.kind === 'already-followed'
    ? 'O processo já é acompanhado aí. Mude a observação na lista de acompanhamentos.'
    : explainCaseRefusal(refusal)
}
