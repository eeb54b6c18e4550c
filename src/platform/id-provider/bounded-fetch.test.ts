import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { boundedFetch, hasNoAnswer } from './bounded-fetch.ts'

/** What was asked of a server that sends everybody on to a place inside the network. */
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.url === '/token') response.writeHead(302, { location: '/por-dentro' }).end()
  else response.writeHead(200).end('segredo')
})
let address: string
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => void asked.splice(0))
afterAll(() => void server.close())

describe('what is fetched of a provider of identities', () => {
  it('is not what it redirects to: an answer of another leads nobody into the network', async () => {
    const response = await boundedFetch(5_000)(`${address}/token`, {})
    expect(response.status).toBe(302)
    expect(asked).toEqual(['/token'])
  })

  it.each([
    'http://192.0.2.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost.mau.example/',
    'file:///etc/passwd',
  ])('is never asked for at %s, where others could read it', async (other) => {
    const error = await boundedFetch(50)(other, {}).catch((one: Error) => one)
    expect(hasNoAnswer(error)).toBe(true)
    expect((error as Error).message).toBe(`the address ${other} is not https`)
  })
})
