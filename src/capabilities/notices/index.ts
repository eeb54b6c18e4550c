/** Chooses, for one person, how to be told of each kind of thing and at which hour the e-mail of the day goes. */
export { chooseNotices } from './choosing/choose-notices.ts'
export { digestMail, noticeMail } from './mailing/letters.text.ts'
/** Reads what happened since the last time and writes who is to be told of it; what falls due; what is e-mailed at once. */
export { noticesCrontab, noticesRounds, noticesTasks } from './notices-work.ts'
/** How many notices wait unread, as a part of another statement: what the bell of every page says. */
export { unreadNoticesCount } from './read-notices.ts'
export { noticesRoutes } from './routes.tsx'
