import { describe, expect, test } from 'vitest'
import { statusOfError } from './status-of-error.ts'

describe('an error that nobody took', () => {
  test.each([
    ['of who asked', { statusCode: 413 }, 413],
    ['of ours', new TypeError('x is not a function'), 500],
    ['with a status that says nothing', { statusCode: 502 }, 500],
    ['while the database is away', { code: 'CONNECTION_CLOSED' }, 503],
    ['while the database recovers', { code: '57P03' }, 503],
    ['because a table could not grow', { code: '53100' }, 507],
    ['because a file could not be written', { code: 'ENOSPC' }, 507],
    ['because the disk of the files fails', { code: 'EIO' }, 507],
    ['because the disk of the database fails', { code: '58030' }, 507],
    ['of a rule in SQL', { code: '23505' }, 500],
  ])('%s', (_, error, status) => {
    expect(statusOfError(error as never)).toBe(status)
  })
})
