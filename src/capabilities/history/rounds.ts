import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { openTimeStamper } from '../../platform/time-stamp/index.ts'
import { logKeyOf } from './log-key.ts'
import type { RecordSource } from './record-source.ts'
import { sealEvents } from './seal-events.ts'
import { timeStampHead } from './time-stamp-head.ts'
import { witnessFilesOf } from './witness.ts'

/**
 * Sealing the history, and the rows of the sources with it, every ten seconds. Several nodes settle it by an advisory
 * lock. Where an authority is configured, the last head is time-stamped every ten minutes.
 */
export function historyRounds(platform: Platform, sources: readonly RecordSource[]): readonly Round[] {
  const { config, db, clock } = platform
  const url = config.timeStampUrl
  return [
    {
      name: 'history.seal',
      everyMs: 10_000,
      run: async () => {
        const sealing = { key: logKeyOf(config), sources, witnessFiles: witnessFilesOf(config) }
        await sealEvents(db, clock(), sealing)
      },
    },
    ...(url
      ? [
          {
            name: 'history.time-stamp',
            everyMs: 600_000,
            run: async () => {
              await timeStampHead(db, openTimeStamper(url), clock())
            },
          },
        ]
      : []),
  ]
}
