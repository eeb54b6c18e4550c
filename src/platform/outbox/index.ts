/** E-mails, put into the outbox in the transaction of the act that they tell of; a job delivers them. */
export { fillMail, type MailKind, type MailWords, variablesIn } from './mail-kind.ts'
export { type MessageToQueue, queueMail } from './queue-mail.ts'
export { type Notice, queueNotices } from './queue-notices.ts'
export { type OfficialLetter, queueOfficial } from './queue-official.ts'
