import type { DOMOutputSpec, MarkSpec, NodeSpec, TagParseRule } from 'prosemirror-model'
import {
  isLinkAddress,
  isObjectNumber,
  isVariableName,
  linkAddress,
  objectNumber,
  textUpTo,
  variableName,
} from './attributes.ts'

export const INLINES = {
  text: { group: 'inline' },

  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
    leafText: () => '\n',
  },

  footnote: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { text: { validate: textUpTo(5000) } },
    parseDOM: [{ tag: 'span[data-footnote]', getAttrs: (element) => ({ text: read(element, 'data-footnote', 5000) }) }],
    toDOM: ({ attrs }): DOMOutputSpec => ['span', { class: 'rt-footnote', 'data-footnote': attrs.text }],
  },

  case_link: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { number: { validate: objectNumber }, label: { validate: textUpTo(200) } },
    parseDOM: [numbered('data-case')],
    toDOM: ({ attrs }): DOMOutputSpec => ['span', { class: 'rt-case', 'data-case': attrs.number }, attrs.label],
    leafText: (node) => String(node.attrs.label),
  },

  document_link: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { number: { validate: objectNumber }, label: { validate: textUpTo(200) } },
    parseDOM: [numbered('data-document')],
    toDOM: ({ attrs }): DOMOutputSpec => ['span', { class: 'rt-document', 'data-document': attrs.number }, attrs.label],
    leafText: (node) => String(node.attrs.label),
  },

  variable: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { name: { validate: variableName }, label: { validate: textUpTo(200) } },
    parseDOM: [
      {
        tag: 'span[data-variable]',
        getAttrs: (element) => {
          const name = read(element, 'data-variable', 60)
          return isVariableName(name) && { name, label: read(element, 'title', 200) || name }
        },
      },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [
      'span',
      { class: 'rt-variable', 'data-variable': attrs.name, title: attrs.label },
      `@${attrs.name}@`,
    ],
    leafText: (node) => `@${node.attrs.name}@`,
  },
} satisfies Record<string, NodeSpec>

export const MARKS = {
  link: {
    inclusive: false,
    attrs: { href: { validate: linkAddress } },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? ''
          return isLinkAddress(href) && { href }
        },
      },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => ['a', { href: attrs.href, rel: 'noopener noreferrer' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: (): DOMOutputSpec => ['u', 0] },
  strike: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
    toDOM: (): DOMOutputSpec => ['s', 0],
  },
  sup: { excludes: 'sup sub', parseDOM: [{ tag: 'sup' }], toDOM: (): DOMOutputSpec => ['sup', 0] },
  sub: { excludes: 'sup sub', parseDOM: [{ tag: 'sub' }], toDOM: (): DOMOutputSpec => ['sub', 0] },
} satisfies Record<string, MarkSpec>

/** A link by number, pasted from our own editor. */
function numbered(attribute: string): TagParseRule {
  return {
    tag: `span[${attribute}]`,
    getAttrs: (element) => {
      const number = read(element, attribute, 30)
      return isObjectNumber(number) && { number, label: (element.textContent ?? '').slice(0, 200) }
    },
  }
}

const read = (element: HTMLElement, attribute: string, limit: number): string =>
  (element.getAttribute(attribute) ?? '').slice(0, limit)
