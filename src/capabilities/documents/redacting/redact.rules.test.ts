import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { doc, parseContent, section, toText } from '../../../rich-text/index.ts'
import { passagesOf, redact, stripe } from './redact.rules.ts'

const textOf = (body: string) => doc(section('corpo', 'body', body))
const hide = (body: string, words: readonly string[], passages: readonly number[] = []) => {
  const { sections, ...rest } = redact(textOf(body), { words, passages: new Set(passages) })
  const parsed = parseContent({ type: 'doc', content: sections })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return { ...rest, content: parsed.content, json: JSON.stringify(parsed.content), text: toText(parsed.content) }
}

describe('a text with hidden passages', () => {
  test.each<[string, string, string[], string]>([
    ['a word', 'O servidor João mora aqui.', ['João'], `O servidor ${stripe} mora aqui.`],
    ['in other letters', 'JOÃO e joão', ['João'], `${stripe} e ${stripe}`],
    [
      'whole words only',
      'Ana mora em Anápolis, semana que vem.',
      ['Ana'],
      `${stripe} mora em Anápolis, semana que vem.`,
    ],
    ['several words, however spaced', 'CPF de João  da Silva.', ['joão da silva'], `CPF de ${stripe}.`],
    ['across marks', 'O **João** *da Silva* foi.', ['João da Silva'], `O ${stripe} foi.`],
    ['signs that mean something elsewhere', 'Valor (R$ 10.00).', ['R$ 10.00'], `Valor (${stripe}).`],
  ])('%s', (_what, body, words, expected) => {
    expect(hide(body, words).text).toContain(expected)
  })

  it('says which words stand nowhere, and counts the stripes', () => {
    expect(hide('Ana e Ana', ['Ana', 'Bia'])).toMatchObject({ stripes: 2, notFound: ['Bia'] })
  })

  it('leaves nothing of a passage that is hidden whole, and locks what remains', () => {
    const body = 'Primeiro.\n\nSegredo **muito** grande.\n\n- item um\n\n- item dois'
    const secret = passagesOf(textOf(body)).find(({ text }) => text.startsWith('Segredo'))
    const { json, text, content } = hide(body, [], [secret?.place ?? -1])
    expect(json).not.toMatch(/Segredo|muito|grande/)
    expect(text).toContain('item dois')
    expect(content.content.every(({ attrs }) => attrs.locked)).toBe(true)
  })

  it('hides what stands in links, captions, notes and descriptions of pictures', () => {
    const src = `/arquivos/${'a'.repeat(64)}`
    const source = parseContent({
      type: 'doc',
      content: [
        {
          type: 'section',
          attrs: { key: 'corpo', kind: 'body', locked: false },
          content: [
            {
              type: 'paragraph',
              attrs: { style: 'left' },
              content: [
                {
                  type: 'text',
                  text: 'escreva',
                  marks: [{ type: 'link', attrs: { href: 'mailto:joao@exemplo.org' } }],
                },
                { type: 'footnote', attrs: { text: 'Trata-se de joao.' } },
                { type: 'case_link', attrs: { number: '00111000001202611', label: 'caso de joao' } },
              ],
            },
            { type: 'image', attrs: { src, alt: 'Retrato de joao', width: 50, align: 'left' } },
          ],
        },
      ],
    })
    if (!source.ok) throw new Error(JSON.stringify(source.problem))
    const { sections, stripes } = redact(source.content, { words: ['joao'], passages: new Set() })
    expect(JSON.stringify(sections)).not.toMatch(/joao|a{64}|00111000001202611/)
    expect(stripes).toBe(3)
    expect(parseContent({ type: 'doc', content: sections }).ok).toBe(true)
  })

  it('whatever is asked to be hidden is nowhere afterwards', () => {
    const words = fc.constantFrom('João', 'Silva', 'da', '123.456', 'São Tomé', 'rua')
    const pieces = fc.array(fc.oneof(words, fc.constantFrom('e', '**', '*', ',', ' ', '\n\n', '- ', 'fim')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(pieces, fc.uniqueArray(words, { minLength: 1, maxLength: 3 }), (parts, hidden) => {
        const body = parts.join(' ').trim() || 'vazio'
        const { text } = hide(body, hidden)
        for (const word of hidden) {
          const sought = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace('.', '\\.')}(?![\\p{L}\\p{N}])`, 'iu')
          expect(text).not.toMatch(sought)
        }
      }),
    )
  })
})
