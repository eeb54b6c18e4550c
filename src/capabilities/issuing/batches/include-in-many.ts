import type { ItemResult } from '../../../platform/act-results/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { explainBundleRefusal, includeItems, makeBundle } from '../../bundles/index.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'
import { draftDocument, explainDraft } from '../../documents/index.ts'
import type { BatchRequest } from './prepare-batch.ts'

/** As many case files as one page of the desk shows. */
export const mostCaseFiles = 100

/**
 * One document in each case file, each by itself: what is refused holds nothing else back (DOC-010). With `bundled` all of
 * them go into a new signature bundle. What the person may not see has no result.
 */
export async function includeInMany(
  visit: InnerVisit,
  request: BatchRequest,
  digits: readonly string[],
  bundled: boolean,
): Promise<ItemResult[]> {
  const { db, actor, now } = visit
  const keys = [...new Set(digits)].slice(0, mostCaseFiles).map((one) => ({ digits: one }))
  const caseFiles = await findCaseFiles(db, actor, keys, 'locked', now)
  const results: ItemResult[] = []
  const made: string[] = []
  for (const caseFile of caseFiles) {
    const outcome = await draftDocument(db, actor, { ...request, caseDigits: caseFile.digits }, now)
    if (outcome?.done) made.push(outcome.value.number)
    const text = outcome?.done
      ? `documento ${outcome.value.number} incluído.`
      : (outcome?.refusals ?? []).map((why) => explainDraft(why).message).join(' ')
    results.push({ ...linked(visit, caseFile), done: outcome?.done ?? false, text })
  }
  return bundled && made.length > 0 ? [...results, await bundle(visit, made)] : results
}

function linked(visit: InnerVisit, { number, digits }: CaseFile) {
  return { label: number, href: visit.href(`/processos/${digits}`) }
}

async function bundle({ db, actor, now, href }: InnerVisit, documents: readonly string[]): Promise<ItemResult> {
  const label = 'Bloco de assinatura'
  const description = `Documentos incluídos em ${documents.length} processos`
  const made = await makeBundle(
    db,
    actor,
    { kind: 'signature', description, groupId: undefined, destinations: [], inOrder: false, signBy: undefined },
    now,
  )
  if (!made.done) return { label, done: false, text: made.refusals.map((why) => explainBundleRefusal(why)).join(' ') }
  const { number } = made.value
  const included = await includeItems(db, actor, { bundleNumber: number, documents, caseFiles: [] }, now)
  const count = included?.done ? included.value.filter(({ outcome }) => outcome.done).length : 0
  return {
    label: `${label} ${number}`,
    href: href(`/blocos/${number}`),
    done: count === documents.length,
    text: `${count} de ${documents.length} documentos incluídos.`,
  }
}
