import { expect, it } from 'vitest'
import { takeTurns } from './take-turns.ts'

it('so many are inside, the others wait in their order, and leaving twice lets nobody else in', async () => {
  const enter = takeTurns(2)
  const log: string[] = []
  const people = ['a', 'b', 'c', 'd'].map(async (name) => {
    const leave = await enter()
    log.push(name)
    return leave
  })
  await Promise.resolve()
  await Promise.all(people.slice(0, 2))
  expect(log).toEqual(['a', 'b'])
  const leaveFirst = await people[0]
  leaveFirst?.()
  leaveFirst?.()
  await people[2]
  expect(log).toEqual(['a', 'b', 'c'])
  ;(await people[1])?.()
  await people[3]
  expect(log).toEqual(['a', 'b', 'c', 'd'])
})
