import { describe, expect, it } from 'vitest'
import { doc, p, section } from '../../../rich-text/index.ts'
import { isBlank } from './blank-text.ts'

const header = section('cabecalho', 'header', 'Secretaria', { locked: true })
const image = {
  type: 'image',
  attrs: { src: `/arquivos/${'a'.repeat(64)}`, alt: '', width: 50, align: 'center' },
} as const

describe('whether nobody wrote anything', () => {
  it.each([
    ['an empty body under a fixed header', doc(header, section('corpo', 'body', '')), true],
    ['blanks only', doc(header, section('corpo', 'body', [p('   ')])), true],
    ['a line across the page', doc(header, section('corpo', 'body', [{ type: 'horizontal_rule' }, p('')])), true],
    ['one word', doc(header, section('corpo', 'body', 'Sim.')), false],
    ['an image alone', doc(header, section('corpo', 'body', [image, p('')])), false],
    ['a word in a list', doc(header, section('corpo', 'body', '- item')), false],
    ['a model that is fixed as a whole', doc(header), false],
  ])('%s', (_what, content, blank) => {
    expect(isBlank(content)).toBe(blank)
  })
})
