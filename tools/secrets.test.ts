import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { secretsIn } from './secrets.ts'

describe('what is written here', () => {
  test('holds no key, token or password', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 50_000_000 }).split('\0')
    const texts = tracked.filter((file) => file !== '' && !/\.(png|jpg|woff2?|pdf|zip|ico)$/.test(file))
    expect(texts.length).toBeGreaterThan(1_000)
    const found = texts.flatMap((file) => {
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size === 0 || size > 5_000_000) return []
      return secretsIn(readFileSync(file, 'utf8')).map(({ line, kind }) => `${file}:${line}: ${kind}`)
    })
    expect(found).toEqual([])
  })

  // Put together here, so that this file does not find itself.
  const of = (...parts: string[]) => parts.join('')
  test.each([
    ['private key', of('-----BEGIN ', 'PRIVATE KEY-----', '\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v')],
    ['private key', of('-----BEGIN ', 'RSA PRIVATE KEY-----', '\nMIIEpAIBAAKCAQEA')],
    ['token', of('ghp', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8')],
    ['token', of('AK', 'IA', 'IOSFODNN7EXAMPLE')],
    ['token', of('npm', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8')],
    ['token', of('xox', 'b-', '123456789012-abcdefABCDEF')],
    ['token', of('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P')],
    ['address with a password', of('postgres://', 'admin:', 'x9Kq2LmZ77', '@db.example.org/casa')],
    ['password', of('PASS', 'WORD=', 'x9Kq2LmZ77pQ')],
    ['password', of('api_', "key: '", 'x9Kq2LmZ77pQwe', "'")],
  ])('would be found: %s', (kind, text) => {
    expect(secretsIn(`const a = 1\n${text}`)).toContainEqual({ line: 2, kind })
  })

  test.each([
    'postgres://user:password@host:port/database',
    `const password = 'carimbo-demonstracao'`,
    'smtp://user:password@host:port',
    `postgres://postgres:\${encodeURIComponent(password)}@127.0.0.1`,
    'DATABASE_URL=postgres://usuario:senha@servidor/carimbo',
  ])('leaves alone: %s', (text) => {
    expect(secretsIn(text)).toEqual([])
  })
})
