import { NodeSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../rich-text/index.ts'
import { h } from './elements.ts'

/** The footnotes below the sheet, as they will print; a click on one opens it. */
export function showNotes(view: EditorView, place: HTMLElement, open: () => void): void {
  const items: HTMLElement[] = []
  view.state.doc.descendants((node, position) => {
    if (node.type !== schema.nodes.footnote) return
    const edit = () => {
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)).scrollIntoView())
      open()
    }
    const label = `Alterar a nota ${items.length + 1}`
    const button = h(
      'button',
      { type: 'button', class: 'editor-note-edit', 'aria-label': label, onclick: edit },
      'Alterar',
    )
    items.push(h('li', {}, h('span', {}, String(node.attrs.text)), ' ', button))
  })
  place.replaceChildren(...(items.length > 0 ? [h('ol', { 'aria-label': 'Notas de rodapé' }, ...items)] : []))
}
