import { baseKeymap } from 'prosemirror-commands'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { Slice } from 'prosemirror-model'
import { EditorState, type Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { type RichText, schema } from '../../rich-text/index.ts'
import { counters } from './counters.ts'
import { tabKeys, writingKeys, writingRules } from './keys.ts'
import { lockedSections } from './locked-sections.ts'
import { cleanPastedHtml } from './paste-word.ts'
import { reviewMarks } from './review-marks.ts'
import { whereOneWrites } from './where-one-writes.ts'

export interface WritingParts {
  readonly place: HTMLElement
  readonly content: RichText
  /** What the content grew from, where somebody had begun to write: the caret stands where that stopped. */
  readonly grewFrom: RichText | undefined
  readonly title: string
  readonly hintId: string
  readonly isEditable: () => boolean
  readonly tell: (message: string) => void
  readonly changed: () => void
  readonly updated: (view: EditorView) => void
  /** A `/` at the beginning of a word. Answers whether it was taken. */
  readonly slash: () => void
  readonly image: (file: File) => void
  /** The note or image under a double click or Enter is to be changed. */
  readonly open: (kind: string) => void
}

/** The sheet people write on. */
export function openWritingView(parts: WritingParts): EditorView {
  const plugins = pluginsOf(parts)
  const view: EditorView = new EditorView(parts.place, {
    state: stateOf(parts.content, plugins, parts.grewFrom),
    editable: parts.isEditable,
    attributes: {
      class: 'editor-text rt',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': `Texto de ${parts.title}`,
      'aria-describedby': parts.hintId,
      lang: 'pt-BR',
      spellcheck: 'true',
    },
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) parts.changed()
      parts.updated(view)
    },
    transformPastedHTML: cleanPastedHtml,
    handlePaste: (current, event, slice) => takeImage(event.clipboardData, parts) || pasteWhole(current, slice),
    handleDrop: (_, event, _slice, moved) => !moved && takeImage(event.dataTransfer, parts),
    handleTextInput: (current, from, _to, text) => {
      if (text !== '/' || !current.state.selection.empty) return false
      const before = current.state.doc.resolve(from).nodeBefore
      if (before && !(before.isText && /\s$/.test(before.text ?? ''))) return false
      parts.slash()
      return true
    },
    handleDOMEvents: {
      keydown: (current) => {
        // The browser tells of a click's new caret with its next frame; a key that comes before must find it all the same.
        if (!current.composing) document.dispatchEvent(new Event('selectionchange'))
        return false
      },
      focus: (current) => {
        setTimeout(() => {
          if (current.hasFocus() && !getSelection()?.rangeCount) current.focus()
        })
        return false
      },
    },
    handleDoubleClickOn: (_, _position, node) => openLeaf(node.type.name, parts),
    handleKeyDown: (current, event) => {
      const { selection } = current.state
      return (
        event.key === 'Enter' &&
        'node' in selection &&
        openLeaf(selection.content().content.firstChild?.type.name, parts)
      )
    },
  })
  return view
}

/** Shows another text, from the beginning: what was undone before belongs to the text before. */
export function replaceText(view: EditorView, content: RichText, grewFrom?: RichText): void {
  view.updateState(stateOf(content, view.state.plugins, grewFrom))
}

function stateOf(content: RichText, plugins: readonly Plugin[], grewFrom: RichText | undefined): EditorState {
  const doc = schema.nodeFromJSON(content)
  return EditorState.create({ doc, plugins, selection: whereOneWrites(doc, grewFrom && schema.nodeFromJSON(grewFrom)) })
}

const pluginsOf = ({ tell }: WritingParts): Plugin[] => [
  lockedSections(() => tell('Este trecho é fixo do modelo e não pode ser alterado.')),
  writingRules,
  tabKeys(tell),
  writingKeys,
  keymap(baseKeymap),
  tableEditing(),
  counters(),
  reviewMarks(),
  history(),
  dropCursor({ class: 'editor-drop-cursor', color: false }),
  gapCursor(),
]

/** Several paragraphs in the place of a whole one: the first keeps its own style instead of taking that of the place. */
function pasteWhole(view: EditorView, slice: Slice): boolean {
  const { $from, $to } = view.state.selection
  const coversParagraph = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  if (!$from.parent.isTextblock || !coversParagraph || slice.content.childCount < 2) return false
  view.dispatch(view.state.tr.replaceSelection(new Slice(slice.content, 0, 0)).scrollIntoView())
  return true
}

/** An image alone on the clipboard. Word puts a picture of the text beside the text: then the text is meant. */
function takeImage(data: DataTransfer | null, parts: WritingParts): boolean {
  const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'))
  if (!file || data?.types.includes('text/html')) return false
  parts.image(file)
  return true
}

function openLeaf(kind: string | undefined, parts: WritingParts): boolean {
  if (kind !== 'footnote' && kind !== 'image') return false
  if (parts.isEditable()) parts.open(kind)
  return true
}
