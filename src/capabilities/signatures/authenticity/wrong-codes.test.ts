import { expect, it } from 'vitest'
import { openWrongCodes } from './wrong-codes.ts'

const now = new Date('2026-11-23T10:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

it('lets an address err a hundred times in an hour, and keeps no other waiting', () => {
  const codes = openWrongCodes()
  for (let tries = 0; tries < 99; tries++) codes.count('198.51.100.7', now)
  expect(codes.isSpent('198.51.100.7', now)).toBe(false)
  codes.count('198.51.100.7', after(59))
  expect(codes.isSpent('198.51.100.7', after(59))).toBe(true)
  expect(codes.isSpent('198.51.100.8', after(59))).toBe(false)
  expect(codes.isSpent('198.51.100.7', after(60))).toBe(false)
})

it('forgets those who began first, and never more than it must', () => {
  const codes = openWrongCodes(1)
  for (let host = 0; host <= 50_000; host++) codes.count(`10.${host >> 16}.${(host >> 8) & 255}.${host & 255}`, now)
  expect(codes.isSpent('10.0.0.0', now)).toBe(false)
  expect(codes.isSpent('10.0.0.1', now)).toBe(true)
})
