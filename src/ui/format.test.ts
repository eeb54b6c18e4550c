import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes, formatCount, formatDate, formatDateTime, formatLongDate, formatRecent, isoDay } from './format.ts'

const now = new Date('2025-11-21T14:20:00-03:00')

describe('dates', () => {
  it('are said in the time of Brasília, whatever the clock of the machine', () => {
    expect(formatDateTime(new Date('2025-11-22T01:42:00Z'))).toBe('21/11/2025 às 22:42')
    expect(formatDateTime(new Date('2025-11-21T03:00:00Z'))).toBe('21/11/2025 às 00:00')
  })

  it('are written out as people write them', () => {
    expect(formatLongDate('2025-11-21')).toBe('21 de novembro de 2025')
    expect(formatLongDate('2025-12-01')).toBe('1º de dezembro de 2025')
    expect(formatLongDate('2025-12-11')).toBe('11 de dezembro de 2025')
  })

  it.each([
    ['2025-11-21T00:00:00-03:00', 'hoje às 00:00'],
    ['2025-11-20T23:59:00-03:00', 'ontem às 23:59'],
    ['2025-11-19T23:59:00-03:00', '19/11/2025'],
    ['2025-11-22T08:00:00-03:00', '22/11/2025'],
  ])('the moment %s is told as “%s”', (moment, words) => {
    expect(formatRecent(new Date(moment), now)).toBe(words)
  })

  it('a calendar day stays the day that it names, through every change of clocks', () => {
    const days = fc.date({ min: new Date('1985-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(isoDay(day)).toBe(day)
        expect(formatDate(day)).toBe(day.split('-').reverse().join('/'))
      }),
    )
  })
})

describe('sizes and counts', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1.023 bytes'],
    [1024, '1 KB'],
    [12_800, '12,5 KB'],
    [1_048_575, '1 MB'],
    [1_468_006, '1,4 MB'],
    [209_715_200, '200 MB'],
    [5e15, '4.547,5 TB'],
  ])('%i bytes are told as “%s”', (size, words) => {
    expect(formatBytes(size)).toBe(words)
  })

  it('counts agree with their noun', () => {
    expect(formatCount(1234)).toBe('1.234')
    expect(formatCount(1, 'documento', 'documentos')).toBe('1 documento')
    expect(formatCount(0, 'documento', 'documentos')).toBe('0 documentos')
    expect(formatCount(0, 'documento', 'documentos', 'nenhum documento')).toBe('nenhum documento')
    expect(formatCount(2500, 'documento', 'documentos')).toBe('2.500 documentos')
  })
})
