import { describe, expect, it, test } from 'vitest'
import { parseCsv } from '../../../platform/csv/index.ts'
import { fieldName, mostRows, readList } from './list.rules.ts'

const digits = '00111000001202611'

describe('a list of documents to be made', () => {
  test.each([
    ['Nome do Servidor', 'nome_do_servidor'],
    [' Nº  da Matrícula ', 'no_da_matricula'],
    ['E-mail', 'e_mail'],
  ])('calls the column “%s” @%s@', (header, name) => {
    expect(fieldName(header.replace('º', 'o'))).toBe(name)
  })

  test.each<[string, string, string[], string | undefined, string[]]>([
    ['no rows', 'nome', ['nome'], digits, ['empty']],
    ['a quote without end', 'nome\n"x', ['nome'], digits, ['unreadable']],
    ['a column that the text asks for is not there', 'nome\nAna', ['nome', 'cargo'], digits, ['columns-missing']],
    ['what the house fills in itself is not asked', 'nome\nAna', ['nome', 'processo', 'data'], digits, []],
    ['two columns of one name', 'Nome;nome\nAna;Bia', ['nome'], digits, ['column-twice']],
    ['no case file at all', 'nome\nAna', ['nome'], undefined, ['no-case']],
    ['too many rows', `nome\n${'Ana\n'.repeat(mostRows + 1)}`, ['nome'], digits, ['too-many-rows']],
  ])('%s', (_what, text, asked, within, kinds) => {
    expect(readList(parseCsv(text), asked, within).problems.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('tells what is wrong line by line', () => {
    const { rows } = readList(
      parseCsv('nome;processo\nAna;00111.000001/2026-11\n;x\nBia;00111.000001/2026-11;sobra'),
      ['nome'],
      undefined,
    )
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [2, undefined],
      [3, 'Em branco: nome. O número do processo não está escrito, ou não é um número de processo.'],
      [4, 'Há mais células do que colunas.'],
    ])
    expect(rows[0]).toMatchObject({ caseDigits: digits, fields: { nome: 'Ana' } })
  })
})
