import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countLinks } from '../one-time-links.queries.ts'
import { linkLifeMs, makeLink } from '../one-time-links.ts'
import { type RecoverableRow, selectRecoverable } from './recovery.queries.ts'
import { newPasswordMail } from './recovery.text.ts'

/** Every request takes at least this long, so that time does not tell which logins exist. */
const leastMs = 250
/** Nobody's mailbox is filled by somebody else's requests. */
const mostLinksAnHour = 3

/**
 * Sends a link for a new password to the e-mail of the person with this login, where there is one. Answers the same,
 * and after the same time, where there is none.
 */
export async function recoverPassword(
  platform: Platform,
  request: { readonly login: string; readonly agencyId: string | undefined },
  now: Date,
): Promise<void> {
  await Promise.all([wait(leastMs), sendLinks(platform, request, now)])
}

async function sendLinks(
  platform: Platform,
  { login, agencyId }: { readonly login: string; readonly agencyId: string | undefined },
  now: Date,
): Promise<void> {
  const people = await selectRecoverable(platform.db, login, agencyId)
  for (const person of people) await sendLink(platform, person, now)
}

async function sendLink(platform: Platform, person: RecoverableRow, now: Date): Promise<void> {
  const { db, publicUrl, randomness, config } = platform
  await inTransaction(db, async (trx) => {
    const recent = await countLinks(trx, 'password', person.id, new Date(now.getTime() - 3_600_000))
    if (recent >= mostLinksAnHour) return
    const token = await makeLink(
      trx,
      { purpose: 'password', accountId: person.id, lifeMs: linkLifeMs.recovery },
      now,
      randomness,
    )
    const values = {
      nome: person.name,
      usuario: person.login,
      orgao: person.agency,
      instalacao: config.installationName,
      endereco: `${publicUrl}/nova-senha/${token}`,
    }
    await queueNotices(trx, newPasswordMail, [{ recipient: person.email, values }])
  })
}
