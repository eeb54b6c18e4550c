import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { gazetteMatterMail, mailTextOf } from '../matter/mail.ts'
import { textOfMatter } from '../matter/matter.ts'
import { digestOf } from '../matter/normalised.ts'
import type { Held } from '../publishing/hold-publication.ts'
import { brazilian } from '../publishing/publication.text.ts'
import { matterOf } from './matter-of.ts'

/** Fixes what is sent by its digest, and puts it into the outbox where the gazette gets it by e-mail. */
export async function sendMatter(
  db: Database,
  { document, publication }: Held,
  { on, byMail }: { readonly on: LocalDate; readonly byMail: boolean },
): Promise<string> {
  const matter = await matterOf(db, document, { ...publication, on })
  if (!matter) throw new Error(`document ${document.number} is in publication and has no text`)
  const digest = digestOf(textOfMatter(matter))
  const { email } = publication.vehicle
  if (byMail && email !== '') {
    const values = { documento: `${matter.name} (${matter.number})`, edicao: brazilian(on), unidade: matter.acronym }
    await queueNotices(db, gazetteMatterMail, [
      { recipient: email, values: { ...values, texto: mailTextOf(matter), resumo: digest } },
    ])
  }
  return digest
}
