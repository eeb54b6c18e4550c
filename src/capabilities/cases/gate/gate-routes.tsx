import { type Answer, type InnerVisit, notFound, redirect } from '../../../platform/http/index.ts'
import type { CaseFile } from '../case-file.ts'
import { awaitsPassword, findCaseFile } from '../find-case-file.ts'

/** The digits of the case file that the address names; '' where they cannot be a number. */
export function digitsInAddress(visit: InnerVisit): string {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? digits : ''
}

/** Shows a page about the case file of the address, or answers as `withoutCaseFile` does. */
export async function withCaseFile(
  visit: InnerVisit,
  answer: (caseFile: CaseFile) => Promise<Answer>,
): Promise<Answer> {
  const digits = digitsInAddress(visit)
  const caseFile = digits && (await findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now))
  return caseFile ? answer(caseFile) : withoutCaseFile(visit, digits)
}

/**
 * The answer where the gate let nobody through: to the holder of a credential, the page that asks for the password and
 * comes back; to everybody else, that there is no such page.
 */
export async function withoutCaseFile(visit: InnerVisit, digits: string): Promise<Answer> {
  if (!digits || !(await awaitsPassword(visit.db, visit.actor, digits, visit.now))) return notFound
  const back = visit.path.startsWith(visit.href(`/processos/${digits}/`))
    ? `?depois=${encodeURIComponent(visit.path)}`
    : ''
  return redirect(visit.href(`/processos/${digits}/senha${back}`))
}

/** What the pages about a case file begin with. */
export function casePage(visit: InnerVisit, caseFile: CaseFile) {
  return {
    page: visit.page,
    deskHref: visit.href('/mesa'),
    caseHref: visit.href(`/processos/${caseFile.digits}`),
    caseFile,
  }
}

/** Back to the case file, after an act on it. */
export function toCaseFile(visit: InnerVisit, digits: string): Answer {
  return redirect(visit.href(`/processos/${digits}`))
}
