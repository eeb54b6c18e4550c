import type { Pool } from '../../src/platform/db/index.ts'
import type { TestHouse } from './house.ts'

/** How many statements the house sends to the database, outside of transactions, while something is done. */
export async function countStatements(house: TestHouse, deed: () => Promise<unknown>): Promise<number> {
  const platform = house.platform as { db: Pool }
  const real = platform.db
  let count = 0
  const counting = (db: Pool): Pool =>
    new Proxy(db, {
      // What a visit asks together is asked through a view of the pool.
      get: (target, name) => {
        const value = Reflect.get(target, name)
        return name === 'together' ? () => counting(value()) : value
      },
      apply: (target, self, asked) => {
        const statement = Reflect.apply(target, self, asked) as Promise<unknown>
        // Parts of a statement are made in the same way, but only whole ones are waited for.
        const then = statement.then.bind(statement)
        let sent = false
        return Object.assign(statement, {
          // biome-ignore lint/suspicious/noThenProperty: it is a promise already; being waited for is what is counted.
          then: (...args: Parameters<typeof then>) => {
            if (!sent) count += 1
            sent = true
            return then(...args)
          },
        })
      },
    })
  platform.db = counting(real)
  try {
    await deed()
    return count
  } finally {
    platform.db = real
  }
}
