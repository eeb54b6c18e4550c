import type { MailKind } from '../../platform/outbox/index.ts'
import { hearingBookedMail, hearingCancelledMail, hearingTomorrowMail } from '../agenda/index.ts'
import { awaitedResumedMail } from '../cases/index.ts'
import { confidentialDueMail, deadlineDueMail, returnDueMail } from '../deadlines/index.ts'
import { weeklyDemandsMail } from '../demands/index.ts'
import { newPasswordMail } from '../identity/index.ts'
import { digestMail, noticeMail } from '../notices/index.ts'
import { gazetteMatterMail } from '../publishing/index.ts'
import { caseSentMail } from '../routing/index.ts'

/** Every e-mail that the system writes by itself. None is added or taken away by an administrator (EST-045). */
export const mailKinds: readonly MailKind[] = [
  caseSentMail,
  deadlineDueMail,
  returnDueMail,
  confidentialDueMail,
  hearingBookedMail,
  hearingCancelledMail,
  hearingTomorrowMail,
  weeklyDemandsMail,
  awaitedResumedMail,
  gazetteMatterMail,
  newPasswordMail,
  noticeMail,
  digestMail,
]
