import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReply, timeStampQuery } from './der.ts'
import { type FakeAuthority, type Fault, openFakeAuthority } from './fake-authority.test-support.ts'
import { loadVerifier, openTimeStamper } from './index.ts'

const sha256 = createHash('sha256').update('cabeça').digest()

describe('a time-stamp', () => {
  let authority: FakeAuthority
  beforeAll(async () => {
    authority = await openFakeAuthority()
  })
  afterAll(() => authority.close())

  it('is asked for with nothing but a hash and a nonce, in the form of RFC 3161', () => {
    const query = timeStampQuery(sha256, Buffer.from('4102030405060708', 'hex')).toString('hex')
    const head = '30430201013031300d060960864801650304020105000420'
    expect(query).toBe(`${head}${sha256.toString('hex')}020841020304050607080101ff`)
  })

  it('says when and by whom, and is of what was asked', async () => {
    authority.err('none')
    const token = await openTimeStamper(authority.url)(sha256)
    const read = (await loadVerifier()).readTimeStamp(token)
    expect(read).toMatchObject({
      imprint: sha256.toString('hex'),
      at: '2026-03-10T13:42:00Z',
      signer: 'CN=Autoridade de teste',
      intact: true,
    })
    expect(authority.asked.at(-1)).toContain(sha256.toString('hex'))
  })

  it('no byte of it can be changed unnoticed', async () => {
    authority.err('none')
    const token = Buffer.from(await openTimeStamper(authority.url)(sha256))
    const { readTimeStamp } = await loadVerifier()
    const original = JSON.stringify(readTimeStamp(token))
    const unnoticed = [...token.keys()].filter((place) => {
      const copy = Buffer.from(token)
      copy[place] = (copy[place] ?? 0) ^ 1
      const read = readTimeStamp(copy)
      return read?.intact && JSON.stringify(read) !== original
    })
    expect(unnoticed).toEqual([])
  })

  it.each<Fault>(['refuses', 'other-hash', 'other-nonce', 'broken-signature', 'rubbish', 'server-error'])(
    'is not believed when the authority answers with: %s',
    async (fault) => {
      authority.err(fault)
      await expect(openTimeStamper(authority.url)(sha256)).rejects.toThrow('time-stamp')
    },
  )

  it.each(['', '30', '3003020100', '30053003020102', '3080'])('no token is read out of %s', (hex) => {
    expect(readReply(Buffer.from(hex, 'hex'))).toBeUndefined()
  })
})
