/** What a person is told of. The order is that of the page on which one chooses. */
export const noticeKinds = [
  'assigned',
  'to-sign',
  'review-asked',
  'review-answered',
  'review-ended',
  'deadline',
  'return',
  'followed',
  'comment',
  'answer',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How: on the page alone; by e-mail at once or in that of the day, always on the page too; or not at all. */
export const channels = ['page', 'at-once', 'daily', 'none'] as const
export type Channel = (typeof channels)[number]

/** Names of people and units and days, as they were then; never words of a case file. */
export type NoticeFacts = Readonly<Record<string, string | undefined>>

/** A notice that the gate lets its person see now. */
export interface Notice {
  id: string
  kind: NoticeKind
  facts: NoticeFacts
  at: Date
  read: boolean
  unitAcronym: string
  unitSlug: string
  /** Null: it is about a bundle, or about what is confidential and was not opened in this session. */
  caseNumber: string | null
  /** Confidential, and the password of its credential was not given in this session. */
  closed: boolean
  bundleNumber: string | null
}

export const noticesPerPage = 50
/** The bell stops counting here. */
export const mostUnread = 99
/** How long a notice is kept. */
export const keptDays = 90
/** The hour of Brasília at which the e-mail of the day goes, unless the person says otherwise. */
export const usualHour = 8
