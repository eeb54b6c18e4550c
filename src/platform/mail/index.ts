export { isMailAddress, parseMailbox } from './address.ts'
export { type Letter, type LetterAttachment, letterLimitBytes } from './letter.ts'
export { type Mailer, type MailRefusal, openMailer } from './mailer.ts'
