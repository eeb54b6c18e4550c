import { the } from '../acts/act.ts'
import { film } from '../acts/files.ts'
import { caseForEach, include, writeByHand } from '../acts/upload.ts'
import { residentMiB } from '../house/processes.ts'
import type { Trial } from './trial.ts'

const megabytes = 500

/** C4: one file of 500 MB, against writing as much by hand. */
export const largeFile: Trial = {
  name: 'arquivo-grande',
  title: 'arquivo de 500 MB',
  async run({ hands, pids, say }) {
    say('arquivo de 500 MB: escrita à mão')
    const [{ house, digits }] = [the(await caseForEach({ ...hands, browsers: hands.browsers.slice(0, 1) }), 0)]
    await hands.db`insert into platform.setting (name, value) values ('documents.file-limits', '{"mp4": 1073741824}'::jsonb)
      on conflict (name) do update set value = excluded.value`
    const disk = await rateOf(() => writeByHand(hands.folder, megabytes))
    say('arquivo de 500 MB: envio')
    const before = residentMiB(pids.application)
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, residentMiB(pids.application))
    }, 100)
    try {
      const ours = await rateOf(() => include(the(hands.browsers, 0), house, digits, hands, film(megabytes)))
      return { c4Rate: ours, c4Disk: disk, c4GrowthMiB: most - before }
    } finally {
      clearInterval(watch)
    }
  },
}

/** MiB a second. */
async function rateOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return megabytes / ((performance.now() - begun) / 1000)
}
