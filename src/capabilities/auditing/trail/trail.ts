import { hostname } from 'node:os'
import type { Platform } from '../../../platform/platform.ts'
import type { ShownCase } from '../../../platform/shown.ts'
import { isReading, resourceOf } from '../resources.rules.ts'
import { type EntryToWrite, insertEntries } from './trail.queries.ts'

/** What the router tells of one answer; its `Answered`, by shape. */
export interface TrailNotice {
  readonly at: Date
  readonly method: string
  readonly route: string
  readonly number: string | undefined
  readonly id?: string | undefined
  readonly actor: { readonly userId: string; readonly unitId: string; readonly substituting?: string } | undefined
  readonly accountId: string | undefined
  readonly sessionHash: string
  readonly ip: string
  readonly userAgent: string
  readonly shown: readonly ShownCase[]
}

export interface Trail {
  /**
   * Takes note. What needs no more waits in memory for the next round. Answers a promise, to be waited for before
   * anything is shown, for the audit itself and for what is read of case files with limited access.
   */
  note(notice: TrailNotice): Promise<void> | undefined
  /** Writes what waits. */
  write(): Promise<void>
}

/** More than this does not wait in memory while the database is away: the oldest go, and the log says so. */
const mostWaiting = 20_000
const mostInStatement = 1_000

const trails = new WeakMap<Platform['db'], Trail>()

/** The one trail of this process. */
export function trailOf(platform: Platform): Trail {
  const found = trails.get(platform.db)
  if (found) return found
  const made = openTrail(platform)
  trails.set(platform.db, made)
  return made
}

function openTrail({ db, log }: Platform): Trail {
  const server = hostname().slice(0, 100)
  let waiting: EntryToWrite[] = []
  let writing: Promise<void> = Promise.resolve()

  const writeAll = async () => {
    while (waiting.length > 0) {
      const entries = waiting.slice(0, mostInStatement)
      waiting = waiting.slice(mostInStatement)
      try {
        await insertEntries(db, entries)
      } catch (error) {
        waiting = [...entries, ...waiting].slice(-mostWaiting)
        throw error
      }
    }
  }
  // One after another: whoever comes while a bundle is under way goes with the next, together with all who wait.
  const write = () => {
    writing = writing.catch(() => undefined).then(writeAll)
    return writing
  }
  return {
    write,
    note: (notice) => {
      const entry = entryOf(notice, server)
      if (!entry) return undefined
      waiting.push(entry)
      if (waiting.length > mostWaiting) {
        waiting = waiting.slice(-mostWaiting)
        log.error({ waiting: mostWaiting }, 'the trail could not be written, and its oldest entries are lost')
      }
      return entry.always && notice.method === 'GET' ? write() : undefined
    },
  }
}

function entryOf(notice: TrailNotice, server: string): EntryToWrite | undefined {
  const resource = resourceOf(notice.method, notice.route)
  if (!resource) return undefined
  const { actor, number, route, shown } = notice
  const outside = /^\/consulta\/(documentos\/)?:numero/.exec(route)
  const known = (shape: RegExp) => (shape.test(number ?? '') ? (number ?? null) : null)
  const named = /^\/(processos|documentos)\/:numero/.exec(route)?.[1]
  // The case file of a document is the first that was asked for.
  const caseFile = named === 'processos' ? shown.find(({ digits }) => digits === number) : named ? shown[0] : undefined
  const isLimited = isReading(resource) && shown.some(({ level }) => level !== 'public')
  const contact = /^\/contatos\/:id/.test(route) && /^[1-9]\d{0,17}$/.test(notice.id ?? '') ? (notice.id ?? null) : null
  return {
    at: notice.at.toISOString(),
    account: actor?.userId ?? notice.accountId ?? null,
    session: actor || notice.accountId ? null : notice.sessionHash,
    substituting: actor?.substituting?.slice(0, 300).toWellFormed() ?? '',
    unit: actor?.unitId ?? null,
    ip: notice.ip.slice(0, 60),
    agent: notice.userAgent.slice(0, 300),
    server,
    resource: resource.key,
    operation: `${notice.method} ${route}`.slice(0, 200),
    case_file: caseFile?.id ?? null,
    document: named === 'documentos' && caseFile ? known(/^\d{1,15}$/) : null,
    // What is shown there is public, or it had not been shown.
    public_case: outside && !outside[1] ? known(/^\d{5,30}$/) : null,
    public_document: outside?.[1] ? known(/^\d{1,15}$/) : null,
    contact,
    // Who read the register of a person is told to that person, whatever the rules (AUD-022).
    always: resource.always === true || isLimited || contact !== null,
  }
}
