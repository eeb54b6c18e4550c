import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const KIND_NAMES: Readonly<Record<string, string>> = {
  header: 'Cabeçalho',
  title: 'Título',
  body: 'Corpo',
  signature: 'Assinatura',
  footer: 'Rodapé',
}

/**
 * Holds the text to its template: the sections stay the same, in the same order, and the locked ones are not changed
 * by typing, pasting, dragging or undoing. `refuse` tells the person why nothing happened.
 */
export function lockedSections(refuse: () => void): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || respectsTemplate(state.doc, transaction.doc)) return true
      refuse()
      return false
    },
    props: {
      decorations: ({ doc }) => {
        const decorations: Decoration[] = []
        doc.forEach((section, offset) => {
          const name = KIND_NAMES[section.attrs.kind] ?? 'Seção'
          const { locked } = section.attrs
          const label = locked ? `${name} do modelo, não se altera` : name
          const lock = locked ? { contenteditable: 'false', 'data-label': 'Trecho fixo do modelo' } : {}
          decorations.push(
            Decoration.node(offset, offset + section.nodeSize, { role: 'group', 'aria-label': label, ...lock }),
          )
        })
        return DecorationSet.create(doc, decorations)
      },
    },
  })
}

/** Untouched sections are the same object, so the comparison is as cheap as the change. */
function respectsTemplate(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < before.childCount; index += 1) {
    const [old, now] = [before.child(index), after.child(index)]
    if (!now.sameMarkup(old)) return false
    if (old.attrs.locked && old !== now && !old.eq(now)) return false
  }
  return true
}

/** Whether the selection stands where nothing may be changed. */
export function isLockedAt({ selection: { $from } }: EditorState): boolean {
  return $from.depth > 0 && $from.node(1).attrs.locked === true
}
