import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { type CaseFile, findCaseFiles, withoutCaseFile } from '../../cases/index.ts'
import { NothingChosenPage } from './chosen.page.tsx'

/** Shows a page about the chosen case files that this actor may see. */
export async function withChosen(
  visit: InnerVisit,
  numbers: readonly string[],
  show: (caseFiles: readonly CaseFile[]) => Promise<Answer>,
): Promise<Answer> {
  if (numbers.length === 0) return html(<NothingChosenPage page={visit.page} href={visit.href} />, 422)
  const keys = numbers.map((digits) => ({ digits }))
  const caseFiles = await findCaseFiles(visit.db, visit.actor, keys, 'reading', visit.now)
  return caseFiles.length > 0 ? show(caseFiles) : withoutCaseFile(visit, numbers[0] ?? '')
}
