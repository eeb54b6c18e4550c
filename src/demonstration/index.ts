import { closeMonths, loadPublished } from '../capabilities/statistics/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { Platform, Preparation } from '../platform/platform.ts'
import { hasAccounts, insertFurnished, isFurnished } from './demonstration.queries.ts'
import { furnishRegisters } from './furnish-registers.ts'
import { readIds } from './ids.ts'
import { people } from './people.ts'
import { publishedFigures } from './published-figures.ts'
import { tellArchive } from './stories-of-archive.ts'
import { tellBundles } from './stories-of-bundles.ts'
import { organizeDesks } from './stories-of-desks.ts'
import { tellOffices } from './stories-of-offices.ts'
import { tellChannel, tellNewType, tellRio, tellSpecialStates } from './stories-of-others.ts'
import { tellPlansAndPaper } from './stories-of-plans.ts'
import { tellPrints } from './stories-of-prints.ts'
import { tellProjects } from './stories-of-projects.ts'
import { tellPublications } from './stories-of-publications.ts'
import { tellRequest } from './stories-of-requests.ts'
import { tellReviews } from './stories-of-reviews.ts'
import { tellCabinet } from './stories-of-the-cabinet.ts'
import { tellCharter } from './stories-of-the-charter.ts'

export { demoPassword } from './furnish-registers.ts'

/** Whether the demonstration stands complete. */
export function demonstrationIsFurnished(db: Database): Promise<boolean> {
  return isFurnished(db)
}

const hourMs = 3_600_000
/** Stories that are told at the same time: they meet only where numbers are taken. */
const tellers = 4

/**
 * Furnishes the demonstration world through the same commands that people use: agencies and units of the founding
 * documents, people, types with models, and some two hundred case files in every state. Begun and not finished (the
 * program was killed), the registers are kept and stories are told anew beside the old ones: nothing is half-made.
 */
export async function furnishDemonstration(
  platform: Platform,
  say: (sentence: string) => void,
  tell: (preparation: Preparation) => void = () => undefined,
): Promise<void> {
  const { db } = platform
  if (!(await hasAccounts(db))) await furnishRegisters(platform)
  const now = platform.clock()
  const ids = await readIds(db, now)
  const beginAt = (daysAgo: number, hour: number) => {
    const day = new Date(now.getTime() - daysAgo * 24 * hourMs)
    day.setUTCHours(11 + hour, (daysAgo * 17) % 60, 0, 0)
    return new Date(Math.min(day.getTime(), now.getTime()))
  }
  const stories: (() => Promise<unknown>)[] = [
    () => tellCharter(platform, ids, (place) => beginAt(60 - place * 2, 1)),
    () => tellSpecialStates(platform, ids, beginAt(12, 2)),
    () => tellBundles(platform, ids, beginAt(3, 2)),
    () => tellPublications(platform, ids, beginAt(6, 2)),
    () => tellArchive(platform, ids, beginAt(400, 1)),
    () => tellReviews(platform, ids, beginAt(4, 1)),
    ...range(112).map((n) => () => tellRequest(platform, ids, n, beginAt(112 - n, n % 7))),
    ...range(16).map((n) => () => tellNewType(platform, ids, n, beginAt(34 - n * 2, 3))),
    ...range(30).map((n) => () => tellChannel(platform, ids, n, beginAt(62 - n * 2, n % 6))),
    ...range(26).map((n) => () => tellRio(platform, ids, n, beginAt(54 - n * 2, n % 5))),
  ]
  await together(stories, tellers, (done) => tell({ done, total: stories.length }))
  await organizeDesks(platform, ids)
  await tellPlansAndPaper(platform, ids)
  await tellProjects(platform, ids)
  await tellPrints(platform, ids)
  const office = await tellOffices(platform, ids)
  if (office) await tellCabinet(platform, ids, office)
  await loadPublished(db, publishedFigures, undefined, now)
  await closeMonths(db, now)
  await insertFurnished(
    db,
    people
      .filter(({ role }) => role)
      .map(({ login, role, agency, units }, place) => ({
        login,
        role: role ?? '',
        unit: `${agency} · ${units[0]}`,
        place,
      })),
  )
  say(`Demonstração pronta: ${stories.length + 14} processos.`)
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n)
}

async function together(
  works: readonly (() => Promise<unknown>)[],
  atOnce: number,
  tell: (done: number) => void,
): Promise<void> {
  const queue = [...works]
  let finished = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let work = queue.shift(); work; work = queue.shift()) {
        await work()
        tell(++finished)
      }
    }),
  )
}
