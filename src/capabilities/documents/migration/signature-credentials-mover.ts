import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { countSignatureCredentials, moveSignatureCredentials } from './migration.queries.ts'

/** Who may sign one document of a confidential case file may do so in the new unit; used or not, as it was. */
export const signatureCredentialsMover = {
  kind: 'signature-credentials',
  words: ['credencial de assinatura', 'credenciais de assinatura'],
  perCaseFile: countSignatureCredentials,
  move: async (
    db: Database,
    step: {
      readonly caseFileId: string
      readonly from: readonly string[]
      readonly to: string
      readonly actor: Actor
      readonly now: Date
    },
  ) => ({ count: await moveSignatureCredentials(db, step, step.actor.userId), notes: [] }),
} as const
