import { gatherDueNotices, gatherNotices } from '../../src/capabilities/notices/gathering/gather-notices.ts'
import { type NoticeKind, noticeKinds } from '../../src/capabilities/notices/notice.ts'
import { actorOf } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import type { at, Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** Reads all that happened and all that falls due, as the rounds do. */
export async function gatherAll(house: TestHouse): Promise<void> {
  // What another database of the same cluster has under way holds the reading of the history back.
  for (let behind = true; behind; ) {
    await gatherNotices(house.db, house.platform.clock())
    const [row] = await house.db<{ behind: boolean }[]>`
      select coalesce((select max(tx) from history.event) >= (select next_tx from notices.cursor), false) as behind`
    behind = row?.behind ?? false
    if (behind) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await gatherDueNotices(house.db, house.platform.clock())
}

/** The sentences on the person's page of notices, the newest first. */
export async function noticesOn(person: Person, unit: Slug): Promise<string[]> {
  return sentencesOf(await person.open(`/em/${unit}/avisos`))
}

export function sentencesOf(page: Page): string[] {
  return [...page.document.querySelectorAll('#avisos tbody th a')].map((link) => link.textContent?.trim() ?? '')
}

/** What the bell of a page says. */
export function bellOf(page: Page): number {
  return Number(page.document.querySelector('[data-quantos]')?.getAttribute('data-quantos') ?? Number.NaN)
}

export async function accountIdOf(house: TestHouse, login: Login, unit: Slug): Promise<string> {
  return (await actorOf(house, login, unit)).userId
}

/** A row for each case file and kind, as if each had been gathered while everything was open. */
export async function aNoticeOfEachKind(
  house: TestHouse,
  login: Login,
  unit: Slug,
  caseFileIds: readonly string[],
  kinds: readonly NoticeKind[] = noticeKinds.filter((kind) => kind !== 'to-sign'),
  mail = 'none',
): Promise<void> {
  const { userId, unitId } = { ...(await actorOf(house, login, unit)) }
  await house.db`
    insert into notices.notice (account_id, unit_id, kind, case_file_id, facts, source, at, mail)
    select ${userId}, ${unitId}, k, c::bigint, '{"by": "Fulano", "due": "2026-11-17", "unit": "PROT"}',
           'z' || k || c, ${house.platform.clock()}, ${mail}
      from unnest(${[...kinds]}::text[]) k, unnest(${[...caseFileIds]}::text[]) c`
}

/** Which of these numbers the page of notices shows anywhere. */
export async function numbersShown(
  person: Person,
  unit: string,
  caseFiles: readonly { readonly number: string }[],
): Promise<string[]> {
  const { html } = await person.open(`/em/${unit}/avisos`)
  return caseFiles.map(({ number }) => number).filter((number) => html.includes(number))
}
