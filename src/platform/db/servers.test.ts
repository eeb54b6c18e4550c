import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serverUrl } from '../../../test/support/template.ts'
import { readConfig } from '../config/index.ts'
import { type Lineage, lineageFile } from './lineage.ts'
import { problemOfAddress, serversOf } from './server-addresses.ts'
import { chosen, openServers } from './servers.ts'

describe('an address of several servers', () => {
  it.each([
    ['postgres://u:s@a:1/b', ['postgres://u:s@a:1/b']],
    ['postgres://u:s@a:1,b/banco', ['postgres://u:s@a:1/banco', 'postgres://u:s@b/banco']],
    [
      'postgresql://u:s@a,[::1]:5433/b?target_session_attrs=read-write&sslmode=require',
      ['postgresql://u:s@a/b?sslmode=require', 'postgresql://u:s@[::1]:5433/b?sslmode=require'],
    ],
    ['postgres://a,b/c', ['postgres://a/c', 'postgres://b/c']],
    ['mysql://a/b', undefined],
    ['host=a dbname=b', undefined],
    ['postgres://u:s@a:porta,b/c', undefined],
    ['postgres://u:s@a,,b/c', undefined],
  ])('%s', (address, servers) => {
    expect(serversOf(address)).toEqual(servers)
  })

  it.each([
    ['postgres://u:s@a,b/c?target_session_attrs=read-write', undefined],
    ['postgres://u:s@a,b/c?target_session_attrs=primary', undefined],
    ['postgres://u:s@a,b/c?target_session_attrs=standby', /target_session_attrs só pode ser read-write/],
    ['postgres://u:s@a,a/c', /duas vezes/],
    [`postgres://u:s@${Array.from({ length: 9 }, (_, n) => `s${n}`).join()}/c`, /até 8/],
    ['banco', /use postgres:/],
  ])('%s is taken, or refused in a sentence', (address, problem) => {
    const found = problemOfAddress(address)
    if (problem) expect(found).toMatch(problem)
    else expect(found).toBeUndefined()
  })

  it('stops the start where it cannot be used, and the password is not repeated', () => {
    const start = () => readConfig({ DATABASE_URL: 'postgres://u:segredo@a,a/b' })
    expect(start).toThrow(/DATABASE_URL não vale: o mesmo servidor/)
    expect(start).not.toThrow(/segredo/)
  })
})

describe('the server that takes writes', () => {
  const server = (name: string) => ({ url: name, host: name, port: 1 })
  const [a, b] = [server('a'), server('b')]
  const is = (of: typeof a, system: string, timeline: number) => ({
    server: of,
    system,
    timeline,
    writes: timeline > 0,
  })
  const standby = 0
  it.each([
    ['the only one that does', [is(a, 's', standby), is(b, 's', 1)], undefined, b],
    ['nobody, where all follow', [is(a, 's', standby), is(b, 's', standby)], { system: 's', timeline: 1 }, undefined],
    ['nobody, where all follow and nothing is known yet', [is(a, 's', standby)], undefined, undefined],
    ['the one that was promoted, and not the one before', [is(a, 's', 1), is(b, 's', 2)], undefined, b],
    ['not the one before, even alone', [is(a, 's', 1)], { system: 's', timeline: 2 }, undefined],
    ['of two alike, where we are', [is(b, 's', 2), is(a, 's', 2)], { system: 's', timeline: 2 }, a],
    [
      'not another database while ours is there',
      [is(a, 's', standby), is(b, 't', 9)],
      { system: 's', timeline: 1 },
      undefined,
    ],
    ['another database put in the place of ours', [is(b, 't', 1)], { system: 's', timeline: 3 }, b],
  ])('is %s', (_name, answers, known, expected) => {
    expect(chosen(answers, known, a)?.server).toBe(expected)
  })

  describe('of a real server beside one that does not answer', () => {
    // The server of the tests, and a port where nobody listens: what is left when the new one is out of reach.
    const address = () => serverUrl().replace(/@([^/]+)\//, '@$1,127.0.0.1:1/')
    const looked = async (known: Lineage | undefined) => {
      const written: Lineage[] = []
      const servers = openServers(address(), { read: () => known, write: (lineage) => written.push(lineage) })
      const place = await servers?.current().then(
        ({ port }) => port,
        (error: Error) => error.message,
      )
      await servers?.end()
      return { place, written }
    }

    it('is that one, and what it is gets written down', async () => {
      const { place, written } = await looked(undefined)
      expect(place).toBe(Number(new URL(serverUrl()).port))
      expect(written).toEqual([{ system: expect.stringMatching(/^\d+$/), timeline: expect.any(Number) }])
      expect(await looked(written[0])).toEqual({ place, written: [] })
    })

    it('is none, where a newer history of it was seen: alone, the old one is still the old one', async () => {
      const { written } = await looked(undefined)
      const [{ system, timeline } = { system: '', timeline: 0 }] = written
      expect(await looked({ system, timeline: timeline + 1 })).toEqual({
        place: 'no server of the database takes writes',
        written: [],
      })
    })
  })

  it('is known as such after a restart, and a note that was cut off is no note', () => {
    const folder = mkdtempSync(join(tmpdir(), 'carimbo-linhagem-'))
    try {
      const path = join(folder, 'servidores-do-banco.json')
      expect(lineageFile(path).read()).toBeUndefined()
      lineageFile(path).write({ system: 's', timeline: 4 })
      expect(lineageFile(path).read()).toEqual({ system: 's', timeline: 4 })
      writeFileSync(path, readFileSync(path, 'utf8').slice(0, 10))
      expect(lineageFile(path).read()).toBeUndefined()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
