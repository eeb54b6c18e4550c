import { parseCrontab } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../test/support/house.ts'
import { crontab, roundsOf, tasksOf } from './app.ts'

describe('the application', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.close())

  it('has a task for each regular job', () => {
    const names = parseCrontab(crontab).map(({ task }) => task)
    const tasks = tasksOf(house.platform)
    expect(names.filter((name) => !(name in tasks))).toEqual([])
    expect(names.length).toBeGreaterThan(0)
  })

  it('has rounds of different names', () => {
    const names = roundsOf(house.platform).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('tells monitors that it is well', async () => {
    const response = await house.app.inject('/saude')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ ok: true, version: '0.0.0-test', database: 'ok', jobs: expect.any(Number) })
  })

  it('answers an unknown address with a page in plain Portuguese', async () => {
    const page = await house.visitor().open('/nada/aqui')
    expect(page.status).toBe(404)
    expect(page.text).toContain('Página não encontrada')
  })
})
