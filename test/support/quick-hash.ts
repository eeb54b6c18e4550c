import { hash } from '@node-rs/argon2'
import { password } from './world.ts'

/**
 * The hash of everybody's password in the test world, with the least parameters that argon2 takes: people sign in and sign
 * thousands of times in a run. What the program itself hashes keeps its own, which `wrong-passwords.test.ts` looks at.
 */
export function quickHash(): Promise<string> {
  made ??= hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return made
}

let made: Promise<string> | undefined
