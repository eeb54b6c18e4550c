import type { ActResult, ItemResult } from '../../../platform/act-results/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { explainBundleRefusal, explainItemRefusal } from '../refusals.text.ts'
import { type IncludeRequest, type Inclusion, includeItems } from './include-items.ts'

interface WhoIncludes {
  readonly db: Database
  readonly actor: Actor
  readonly now: Date
  href(path: string): string
}

/** Includes, and tells item by item what came of it. Undefined where nothing was to be included. */
export async function includeAll(visit: WhoIncludes, request: IncludeRequest): Promise<ActResult | undefined> {
  if (request.documents.length + request.caseFiles.length === 0) return undefined
  const outcome = await includeItems(visit.db, visit.actor, request, visit.now)
  if (!outcome) return undefined
  const title = `Inclusão no bloco ${request.bundleNumber}`
  if (!outcome.done) {
    return {
      title,
      items: outcome.refusals.map((why) => told(`Bloco ${request.bundleNumber}`, explainBundleRefusal(why))),
    }
  }
  const items = outcome.value.map((one) => itemResult(visit, one, request.bundleNumber))
  return items.length === 0 ? undefined : { title, items }
}

function itemResult(visit: WhoIncludes, { label, path, outcome }: Inclusion, number: string): ItemResult {
  return {
    label,
    href: visit.href(path),
    done: outcome.done,
    text: outcome.done ? `incluído no bloco ${number}.` : outcome.refusals.map(explainItemRefusal).join(' '),
  }
}

function told(label: string, text: string): ItemResult {
  return { label, done: false, text }
}
