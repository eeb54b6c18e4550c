import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { isParagraphStyle, startNumbering } from '../../rich-text/index.ts'

/**
 * Numbers of articles, items and footnotes, counted by the same rule as on the page and in the PDF and hung on the
 * elements as `data-number`; the style sheet shows them.
 */
export function counters(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => count(doc),
      apply: (transaction, before) => (transaction.docChanged ? count(transaction.doc) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}

function count(doc: Node): DecorationSet {
  const decorations: Decoration[] = []
  let footnotes = 0
  let number = startNumbering()
  doc.descendants((node, position) => {
    const hang = (value: string) =>
      decorations.push(Decoration.node(position, position + node.nodeSize, { 'data-number': value }))
    if (node.type.name === 'section') number = startNumbering()
    if (node.type.name === 'paragraph' && isParagraphStyle(node.attrs.style)) {
      const label = number(node.attrs.style)
      if (label !== undefined) hang(label)
    }
    if (node.type.name === 'footnote') hang(String(++footnotes))
  })
  return DecorationSet.create(doc, decorations)
}
