import { type Pool, together } from './pool.ts'

/** What postgres.js knows of a statement beyond its type; the package's version is fixed. */
interface Statement extends PromiseLike<unknown> {
  handler: ((statement: Statement) => unknown) & { debug?: boolean }
  /** The server is at work on it. */
  readonly active: boolean
  /** The connection that it went to; null while it waits for one. */
  readonly state: object | null
  cancel(): unknown
  reject(error: Error): void
}

/** A view of the pool for one visit that only reads, and that may be left before it is answered. */
export interface VisitView {
  readonly db: Pool
  /** Nobody waits any more: no statement begins, and one that goes on for a while is cancelled. */
  leave(): void
  /** The visit was answered. */
  end(): void
}

/** A statement did not begin in time, or who asked is gone. Nothing was changed. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
  readonly code: 'TOO_BUSY' | 'CLIENT_GONE'
  constructor(code: 'TOO_BUSY' | 'CLIENT_GONE') {
    super(code === 'TOO_BUSY' ? 'no connection was free in time' : 'the client has gone')
    this.code = code
  }
}

/** Most statements end within this time by themselves; asking the server to stop costs a connection. */
const graceMs = 250
const cancelsAtOnce = 4
let cancelling = 0

/**
 * `longestWaitMs`: a statement that has not begun then is given up. Transactions that a page begins are not touched, nor
 * is anything that an act does: it goes on, and the same form sent again is told what it did.
 */
export function viewForVisit(pool: Pool, longestWaitMs: number): VisitView {
  const view = together(pool)
  const running = new Set<Statement>()
  let [gone, ended] = [false, false]
  const watch = (statement: unknown) => {
    if (!isStatement(statement)) return statement
    const ask = statement.handler
    // Called when it is awaited for the first time; a part of another statement never is.
    statement.handler = Object.assign((query: Statement) => {
      running.add(query)
      const done = () => void running.delete(query)
      query.then(done, done)
      waitForConnection()
      return ask(query)
    }, ask)
    return statement
  }
  const refuseWhenGone = () => {
    if (gone) throw new NotAsked('CLIENT_GONE')
  }
  let timer: NodeJS.Timeout | undefined
  const waitForConnection = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (ended) return
      // Behind one of its own that has begun, a statement only waits for the visit itself.
      if ([...running].some(({ active }) => active)) return waitForConnection()
      for (const statement of running) giveUp(statement)
    }, longestWaitMs).unref()
  }
  const db = Object.assign(
    (...parts: Parameters<typeof view>) => {
      refuseWhenGone()
      return watch(view(...parts))
    },
    view,
    {
      unsafe: (...parts: Parameters<typeof view.unsafe>) => {
        refuseWhenGone()
        return watch(view.unsafe(...parts))
      },
    },
  )
  const end = () => {
    ended = true
    clearTimeout(timer)
  }
  return {
    db: db as unknown as Pool,
    end,
    leave: () => {
      if (ended || gone) return
      gone = true
      clearTimeout(timer)
      setTimeout(() => {
        for (const statement of running) if (statement.active) void cancel(statement)
      }, graceMs).unref()
    },
  }
}

/**
 * Nobody waits for a statement that has not begun. One that was sent behind others is left to itself: cancelled before its
 * turn, postgres.js would take its answer for that of the next, and show one visit what another asked (3.4.9).
 */
function giveUp(statement: Statement): void {
  if (statement.state) statement.reject(new NotAsked('TOO_BUSY'))
  else void statement.cancel()
}

/** Only of a statement at work: see above. */
async function cancel(statement: Statement): Promise<void> {
  // Beyond a few at once, the time limit of statements has to do.
  if (cancelling >= cancelsAtOnce) return
  cancelling += 1
  try {
    await statement.cancel()
  } catch {
    // The server cannot be reached: there is nothing that goes on, either.
  } finally {
    cancelling -= 1
  }
}

function isStatement(made: unknown): made is Statement {
  return typeof made === 'object' && made !== null && 'handler' in made && 'cancel' in made
}
