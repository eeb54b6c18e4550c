import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { atAPath } from '../reading/at-a-path.ts'
import { extractText, limitChars } from './extract-text.ts'
import { claimScan, type ScanRow, saveTurn, type TurnOfScan } from './scans.queries.ts'

/** More scanned pages than this are beyond what anyone waits for; the first ones tell what the document is. */
export const mostScannedPages = 300
/** So long one round works at most, but for the page that it has begun. */
const turnMs = 8_000
/** Longer than any turn, so that only what a dead node has left is taken up by another. */
const claimMs = 5 * 60_000
const mostAttempts = 3

/**
 * Recognizes words in scanned pages, for some seconds, one page at a time in each node: acts and jobs never wait for it.
 * What is read is kept turn by turn; a program that is ended in the middle goes on at the same page.
 */
export async function recognizeScans(platform: Platform): Promise<void> {
  const end = performance.now() + turnMs
  while (performance.now() < end) {
    const now = platform.clock()
    const scan = await claimScan(platform.db, now, new Date(now.getTime() + claimMs))
    if (!scan) return
    if (scan.attempts > mostAttempts) await saveTurn(platform.db, scan, givenUp(scan), now)
    else if (scan.nextPage === 0) await extractText(platform, scan)
    else {
      const { isStopped, ...turn } = await readOn(platform, scan, end)
      await saveTurn(platform.db, scan, turn, platform.clock())
      if (isStopped) return
    }
  }
}

function givenUp({ pages, nextPage }: ScanRow): TurnOfScan {
  return { text: '', unread: Math.max(1, pages - Math.max(nextPage, 1) + 1), nextPage: undefined }
}

async function readOn(platform: Platform, scan: ScanRow, end: number): Promise<TurnOfScan & { isStopped?: boolean }> {
  const kind = kindOfExtension(scan.extension)
  if (!kind) return givenUp(scan)
  const last = Math.min(scan.pages, mostScannedPages)
  return atAPath(platform.files, scan.sha256, async (path) => {
    const reader = await platform.text.openScan(path, kind)
    const found: string[] = []
    let [page, unread, letters, isStopped] = [scan.nextPage, 0, scan.lettersSoFar, false]
    try {
      // At least one page a turn, however slow the machine.
      do {
        const seen = await reader.readPage(page)
        if ('isStopped' in seen) {
          isStopped = true
          break
        }
        if ('trouble' in seen) unread += 1
        else if (seen.text !== '') {
          found.push(seen.text)
          letters += seen.text.length
        }
        page += 1
      } while (page <= last && letters < limitChars && performance.now() < end)
    } finally {
      await reader.close()
    }
    const isOver = page > last || letters >= limitChars
    return { text: found.join('\n'), unread, nextPage: isOver ? undefined : page, isStopped }
  })
}
