import type { TestHouse } from '../support/house.ts'
import type { Caller, Told } from './caller.ts'

/** Counts the statements that are asked of the database while something is done. */
export type Counting = <Value>(work: () => Promise<Value>) => Promise<{ value: Value; statements: number }>

/** Counting by the statements that the house itself asks. */
export function countingIn({ db }: Pick<TestHouse, 'db'>): Counting {
  return async (work) => {
    const options = db.options as { debug: unknown }
    let statements = 0
    options.debug = () => {
      statements += 1
    }
    try {
      const value = await work()
      return { value, statements }
    } finally {
      options.debug = false
    }
  }
}

/** What is not there, in as many characters as what is. */
export const absentLike = (thing: string): string => (/^\d+$/.test(thing) ? '9' : 'e').repeat(thing.length)

/** The same question twice: of something that is there and is not for who asks, and of something that is not there. */
export interface Twins {
  readonly name: string
  readonly who: string
  readonly caller: Caller
  /** What tells the two apart, in address, body and answer: the one that is hidden, the one that is absent. */
  readonly things: readonly (readonly [hidden: string, absent: string])[]
  /** Asks, with the things that are given. */
  readonly ask: (caller: Caller, things: readonly string[]) => Promise<Told>
}

export interface Compared {
  readonly differences: readonly string[]
  readonly milliseconds: readonly [hidden: number, absent: number]
}

/**
 * Whether the two answers can be told apart: by status, headers, length, a single word, or by how many statements they
 * took. Of the time it took only the measure is told.
 */
export async function compareTwins(twins: Twins, counting: Counting): Promise<Compared> {
  const { caller, things, ask } = twins
  const once = async (place: 0 | 1) => {
    const begin = performance.now()
    const { value, statements } = await counting(() =>
      ask(
        caller,
        things.map((pair) => pair[place]),
      ),
    )
    return { seen: seenIn(value, things), statements, ms: performance.now() - begin }
  }
  let [hidden, absent] = [await once(0), await once(1)]
  // A new connection asks the database something of its own: that is no difference, and it does not happen again.
  for (let again = 0; again < 3 && hidden.statements !== absent.statements; again++) {
    ;[hidden, absent] = [await once(0), await once(1)]
  }
  const says = (what: string, one: unknown, other: unknown) =>
    `${twins.who}: ${twins.name}: ${what} ${JSON.stringify(one)} where it is hidden, ${JSON.stringify(other)} where it is not there`
  const differences = [
    ...(['status', 'length', 'headers'] as const).flatMap((part) =>
      hidden.seen[part] === absent.seen[part] ? [] : [says(part, hidden.seen[part], absent.seen[part])],
    ),
    ...(hidden.seen.body === absent.seen.body
      ? []
      : [says('words', ...firstDifference(hidden.seen.body, absent.seen.body))]),
    ...(hidden.statements === absent.statements ? [] : [says('statements', hidden.statements, absent.statements)]),
  ]
  return { differences, milliseconds: [hidden.ms, absent.ms] }
}

/** What whoever asks can see of an answer, without what differs from one answer to the next in any case. */
function seenIn({ status, headers, bytes, text }: Told, things: Twins['things']) {
  const written = (thing: string) => [
    thing,
    encodeURIComponent(thing),
    encodeURIComponent(thing).replaceAll('%20', '+'),
  ]
  const bare = (words: string) =>
    things
      .flat()
      .flatMap(written)
      .reduce(
        (left, thing) => left.replaceAll(thing, '·'),
        words.replaceAll(/[\w-]{43}/g, '(segredo)').replaceAll(/\d\d:\d\d(:\d\d(\.\d+)?Z?)?/g, '(hora)'),
      )
  const kept = Object.entries(headers).filter(([name]) => !changing.has(name))
  return {
    status,
    length: bytes.byteLength,
    headers: bare(JSON.stringify(kept.sort(([one], [other]) => one.localeCompare(other)))),
    body: bare(text),
  }
}

const changing: ReadonlySet<string> = new Set(['date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'content-length'])

function firstDifference(one: string, other: string): [string, string] {
  let place = 0
  while (one[place] === other[place]) place += 1
  const around = (text: string) => text.slice(Math.max(0, place - 60), place + 120)
  return [around(one), around(other)]
}
