import { verify } from 'otplib'
import type { Database } from '../../../platform/db/index.ts'
import { takeTotpStep } from './second-factor.queries.ts'

const stepSeconds = 30

/** Whether the code is right now (one step of drift allowed) and was not used before: each code opens one door once. */
export async function acceptTotp(
  db: Database,
  accountId: string,
  secret: string,
  code: string,
  now: Date,
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: stepSeconds })
  if (!result.valid) return false
  const step = Math.floor(epoch / stepSeconds) + result.delta
  return takeTotpStep(db, accountId, step)
}
