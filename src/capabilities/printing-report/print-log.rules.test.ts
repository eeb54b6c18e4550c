import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mostLines, readPrintLog } from './print-log.rules.ts'

const cups = 'HP01 ana 512 [22/Nov/2026:10:00:00 -0300]'
const papercut =
  'PaperCut Print Logger - http://www.papercut.com/\r\nTime,User,Pages,Copies,Printer,Document Name,Client,Paper Size,Language,Height,Width,Duplex,Grayscale,Size\r\n'

describe('a log of a printer', () => {
  it('R2 of CUPS sums the pages of one job, takes totals once and counts sheets by sides', () => {
    const log = readPrintLog(
      [
        `${cups} 1 2 - desk1 Despacho_0000123.pdf a4 one-sided`,
        `${cups} 2 2 - desk1 Despacho_0000123.pdf a4 one-sided`,
        'HP01 ana 513 [22/Nov/2026:10:05:00 -0300] total 5 - desk1 ata da reunião a4 two-sided-long-edge',
        'HP01 ana 512 [23/Nov/2026:10:05:00 -0300] total 1 - desk1 nova fila a4 one-sided',
      ].join('\n'),
    )
    expect(log?.jobs.map(({ pages, sheets, documentNumber }) => [pages, sheets, documentNumber])).toEqual([
      [4, 4, '0000123'],
      [5, 3, undefined],
      [1, 1, undefined],
    ])
    expect([log?.format, log?.bad, log?.jobs[0]?.printedAt.toISOString()]).toEqual([
      'cups',
      [],
      '2026-11-22T13:00:00.000Z',
    ])
  })

  it('R2 of PaperCut knows quotes, copies and both sides', () => {
    const log = readPrintLog(
      `${papercut}2026-11-22 17:50:10,Ana,3,2,HP01,"Ofício ""urgente"", 0000124",desk1,A4,PCL6,,,DUPLEX,GRAYSCALE,19kb\r\n`,
    )
    expect(log?.format).toBe('papercut')
    expect(log?.jobs[0]).toMatchObject({ login: 'ana', pages: 6, sheets: 4, documentNumber: '0000124' })
  })

  it('R2 of a plain table knows its columns by name, in any order', () => {
    const log = readPrintLog('paginas;usuario;data;impressora;frente_verso\n7;ana;22/11/2026 10:00;HP01;sim\n')
    expect(log?.jobs[0]).toMatchObject({ pages: 7, sheets: 4, printedAt: new Date('2026-11-22T13:00:00Z') })
  })

  test.each([
    ['2026-13-40 10:00;ana;HP01;1', 'a data não foi entendida'],
    ['2026-11-22 10:00;;HP01;1', 'falta o usuário, ou ele é longo demais'],
    ['2026-11-22 10:00;ana;;1', 'falta a impressora, ou o nome dela é longo demais'],
    ['2026-11-22 10:00;ana;HP01;-1', 'o número de páginas não foi entendido'],
    ['2026-11-22 10:00;ana;HP01;', 'o número de páginas não foi entendido'],
    ['2026-11-22 10:00;ana', 'faltam colunas'],
  ])('R3 the line %j is told by its number: %s', (line, reason) => {
    const log = readPrintLog(`data;usuario;impressora;paginas\n\n${line}\n2026-11-22 10:00;ana;HP01;1`)
    expect(log?.bad).toEqual([{ line: 3, reason }])
    expect(log?.jobs).toHaveLength(1)
  })

  it('R3 that is none of the three, or too long, is not read', () => {
    expect(readPrintLog('qualquer coisa')).toBeUndefined()
    expect(readPrintLog(`data;usuario;impressora;paginas\n${'\n'.repeat(mostLines)}`)).toBeUndefined()
  })

  it('R3 never fails, whatever the lines are, and every job counts at least a page and a sheet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('data;usuario;impressora;paginas\n', papercut, `${cups} total 1 - a b a4 x\n`),
        fc.array(fc.string()),
        (head, lines) => {
          for (const { pages, sheets } of readPrintLog(head + lines.join('\n'))?.jobs ?? []) {
            expect(pages >= sheets && sheets >= 1).toBe(true)
          }
        },
      ),
    )
  })
})
