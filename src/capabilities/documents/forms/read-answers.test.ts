import { describe, expect, it, test } from 'vitest'
import { toText } from '../../../rich-text/index.ts'
import type { FieldKind, FormField } from '../../classification/index.ts'
import { textOfForm } from './form-text.ts'
import { type Answers, fieldsOfAnswers, inputName, readAnswers } from './read-answers.ts'

const field = (kind: FieldKind, more: Partial<FormField> = {}): FormField => ({
  key: 'x',
  kind,
  label: 'Campo',
  ...more,
})
const read = (one: FormField, typed: string) => {
  const { answers, problems } = readAnswers([one], { [inputName(one.key)]: typed })
  return problems[0]?.message ?? answers.x
}

describe('the answer to a field', () => {
  test.each<[FormField, string, string | number | boolean | undefined]>([
    [field('short-text'), '  dois   espaços ', 'dois espaços'],
    [field('short-text', { mostCharacters: 3 }), 'abcd', 'São no máximo 3 caracteres; há 4.'],
    [field('short-text', { required: true }), '  ', 'Preencha “Campo”.'],
    [field('short-text'), '', undefined],
    [field('long-text'), 'um\r\ndois', 'um\ndois'],
    [field('masked-text', { mask: '99999-999' }), '59012-345', '59012-345'],
    [field('masked-text', { mask: '99999-999' }), '5901-2345', 'Escreva no formato 99999-999.'],
    [field('masked-text', { mask: 'AAA-9*99' }), 'RNA-1B23', 'RNA-1B23'],
    [field('integer'), '1.234', 1234],
    [field('integer'), '12,5', 'Informe um número inteiro, como 12.'],
    [field('integer', { least: '10' }), '9', 'O menor valor é 10.'],
    [field('integer', { most: '10' }), '11', 'O maior valor é 10.'],
    [field('decimal', { decimals: 3 }), '-0,125', -0.125],
    [field('decimal', { decimals: 1 }), '0,12', 'Informe um número com até 1 casas decimais, como 12,5.'],
    [field('money'), 'R$ 1.234,50', 1234.5],
    [field('money'), '1,234.50', 'Informe um valor em reais, como 1.234,56.'],
    [field('money'), '9.999.999.999.999,99', 9999999999999.99],
    [field('money'), '99.999.999.999.999,99', 'Informe um valor em reais, como 1.234,56.'],
    [field('date'), '2026-02-28', '2026-02-28'],
    [field('date'), '2026-02-30', 'Informe a data, como 31/01/2026.'],
    [field('date', { most: '2026-01-31' }), '2026-02-01', 'A data não pode ser depois de 31/01/2026.'],
    [field('date', { least: '2026-01-31' }), '2026-01-30', 'A data não pode ser antes de 31/01/2026.'],
    [field('list', { choices: ['Sim', 'Não'] }), 'Não', 'Não'],
    [field('options', { choices: ['Sim', 'Não'] }), 'Talvez', 'Escolha uma das opções.'],
    [field('flag'), '', false],
    [field('flag', { required: true }), '', 'Marque “Campo” para concluir.'],
    [field('flag', { required: true }), 'sim', true],
    [field('information', { text: 'Leia.' }), 'nada', undefined],
  ])('%o typed as %j is %j', (one, typed, expected) => {
    expect(read(one, typed)).toEqual(expected)
  })

  it('comes back to the page as people write it', () => {
    const form = [field('money'), { ...field('flag'), key: 'y' }]
    expect(fieldsOfAnswers(form, { x: 1234.5, y: true })).toEqual({ campo_x: '1.234,50', campo_y: 'sim' })
  })
})

describe('the text of a form', () => {
  it('says every field with its answer, and words typed mean nothing but themselves', () => {
    const form: FormField[] = [
      field('information', { text: 'Leia antes.' }),
      field('short-text', { label: 'Nome' }),
      { ...field('money', { label: 'Valor' }), key: 'v' },
      { ...field('date', { label: 'Dia' }), key: 'd' },
      { ...field('flag', { label: 'Ciente' }), key: 'f' },
    ]
    const answers: Answers = { x: '**[[tabela 1]]** @unidade@', v: 2, f: true }
    const text = toText(textOfForm(form, answers))
    for (const said of ['Leia antes.', '**[[tabela 1]]** @unidade@', 'R$ 2,00', 'Não informado', 'Sim']) {
      expect(text).toContain(said)
    }
  })
})
