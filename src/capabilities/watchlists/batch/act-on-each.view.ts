import { type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, type InnerVisit, redirect } from '../../../platform/http/index.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'

/**
 * Does an act on each chosen case file and tells what became of every one of them: of those that are not for this actor
 * too, in the words used for what is not there.
 */
export async function actOnEach<Value, Refusal>(
  visit: InnerVisit,
  numbers: readonly string[],
  act: (caseFile: CaseFile) => Promise<Outcome<Value, Refusal> | undefined>,
  words: { readonly tell: (value: Value) => string; readonly explain: (refusal: Refusal) => string },
): Promise<ItemResult[]> {
  const keys = numbers.map((digits) => ({ digits }))
  const caseFiles = await findCaseFiles(visit.db, visit.actor, keys, 'locked', visit.now)
  const results: ItemResult[] = []
  for (const digits of numbers) {
    const caseFile = caseFiles.find((one) => one.digits === digits)
    const outcome = caseFile && (await act(caseFile))
    const label = caseFile?.number ?? digits
    if (!caseFile || !outcome) results.push({ label, done: false, text: 'processo não encontrado.' })
    else {
      const text = outcome.done ? words.tell(outcome.value) : outcome.refusals.map(words.explain).join(' ')
      results.push({ label, href: visit.href(`/processos/${digits}`), done: outcome.done, text })
    }
  }
  return results
}

/** After an act on some: to the one case file, or to the desk, with the result of each. */
export async function tellResults(visit: InnerVisit, title: string, items: readonly ItemResult[]): Promise<Answer> {
  const only = items.length === 1 ? items[0]?.href : undefined
  return redirect(`${only ?? visit.href('/mesa')}${await keepResult(visit, { title, items })}`)
}

/** Whether nothing at all was done, so that the form comes back with the reasons. */
export function allRefused(items: readonly ItemResult[]): boolean {
  return items.every(({ done }) => !done)
}

export function asProblems(items: readonly ItemResult[]): { message: string }[] {
  return items.map(({ label, text }) => ({ message: items.length > 1 ? `${label}: ${text}` : text }))
}
