import type { Platform } from '../../../platform/platform.ts'
import type { Document } from '../../documents/index.ts'
import type { CopyItem } from '../copy-contents.rules.ts'
import { carryOut, type Print, planPrints } from '../printing/plan-prints.ts'

const batchSize = 25

/**
 * The items of a copy in their order, each drawn document with its PDF: the one that was made before or a new one. Asked
 * for and drawn in small batches, so that 2,000 documents cost no more memory than a few. An authored document that could
 * not be drawn comes without one.
 */
export async function* printBatches(
  platform: Platform,
  items: readonly CopyItem<Document>[],
): AsyncGenerator<{ readonly item: CopyItem<Document>; readonly print: Print | undefined }> {
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize)
    const drawn = batch.filter(({ state }) => 'open' in state && state.open.by === 'drawing')
    const plans = await planPrints(
      platform,
      platform.db,
      drawn.map(({ document }) => document),
    )
    const planOf = new Map(plans.map((plan) => [plan.document.id, plan]))
    for (const item of batch) {
      const plan = planOf.get(item.document.id)
      const print = plan && (await carryOut(platform, platform.db, plan))
      yield { item, print: print?.done ? print.value : undefined }
    }
  }
}
