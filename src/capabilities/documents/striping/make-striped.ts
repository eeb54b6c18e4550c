import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import { countPages, drawPage, type PageTrouble, paint, pdfOfPictures } from '../../../platform/page-pictures/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { documentLabel } from '../document.ts'
import { atAPath } from '../reading/at-a-path.ts'
import { contentOfNotice } from './notice.text.ts'
import { numbered } from './stripes.rules.ts'
import { endMaking, type StripingToMake, selectToMake } from './striping.queries.ts'

const payloadShape = z.object({ id: z.string().regex(/^\d{1,18}$/), revision: z.int() })

/** A page that could not be drawn ends the making: nothing is left out silently. */
class PageFailed extends Error {
  readonly trouble: PageTrouble
  constructor(trouble: PageTrouble) {
    super(`a page was not drawn: ${trouble}`)
    this.trouble = trouble
  }
}

/**
 * Makes the PDF of somebody's stripes: first a sheet that says of what it is the version and why parts are hidden, then each
 * page as a picture in which the stripes are black points. One page is in memory at a time. It may run twice: the second
 * time there is nothing left to make, or the same is made.
 */
export async function makeStriped(platform: Platform, payload: unknown): Promise<void> {
  const { id, revision } = payloadShape.parse(payload)
  const striping = await selectToMake(platform.db, id, revision)
  if (!striping) return
  const end = await make(platform, striping).catch((error: unknown) => {
    if (error instanceof PageFailed) return { problem: error.trouble }
    platform.log.error({ err: error, striping: id }, 'a version with stripes was not made')
    return { problem: 'unexpected' }
  })
  await endMaking(platform.db, { id, revision }, end, platform.clock())
}

async function make(platform: Platform, striping: StripingToMake) {
  return atAPath(platform.files, striping.sha256, async (path) => {
    const pages = await countPages(path)
    if (!pages.done) return { problem: pages.refusals[0] }
    const limitBytes = kindOfExtension('pdf')?.maxBytes ?? 0
    const kept = await platform.files.put(pdfOfPictures(picturesOf(platform, striping, path, pages.value)), {
      limitBytes,
    })
    return kept.done ? kept.value : { problem: kept.refusals[0] }
  })
}

async function* picturesOf(platform: Platform, striping: StripingToMake, path: string, pages: number) {
  yield* noticeSheets(platform, striping)
  const stripes = numbered(striping.stripes)
  for (let page = 1; page <= pages; page++) {
    const drawn = await drawPage(path, page, striping.resolution)
    if (!drawn.done) throw new PageFailed(drawn.refusals[0])
    const boxes = stripes
      .filter((stripe) => stripe.page === page)
      .map((stripe) => ({ ...stripe, label: stripe.number }))
    yield paint(drawn.value, boxes)
  }
}

/** The sheet is drawn like any text of ours, and then it is a picture like the others. */
async function* noticeSheets({ pdf, clock }: Platform, striping: StripingToMake) {
  const { number, typeName, typeNumber, caseNumber, agencyName, agencyAcronym, unitName, stripes } = striping
  const original = documentLabel({ typeName, typeNumber: typeNumber ?? undefined, treeName: '', number })
  const bytes = await pdf.renderDocument({
    ...{ title: 'Versão com tarjas', caseNumber, documentNumber: number, unit: unitName },
    agency: { name: agencyName, acronym: agencyAcronym },
    content: contentOfNotice(original, stripes),
    ...{ images: {}, signatures: [], createdAt: clock().toISOString() },
  })
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-tarjas-'))
  try {
    const path = join(folder, 'folha.pdf')
    await writeFile(path, bytes, { mode: 0o600 })
    const sheets = await countPages(path)
    for (let page = 1; page <= (sheets.done ? sheets.value : 1); page++) {
      const drawn = await drawPage(path, page, striping.resolution)
      if (!drawn.done) throw new PageFailed(drawn.refusals[0])
      yield drawn.value
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
