import type { EditorView } from 'prosemirror-view'
import type { RichText } from '../../rich-text/index.ts'
import type { Editor } from './editor.ts'
import type { Frame } from './frame.ts'
import { askForImage } from './image-dialog.ts'
import { askForFootnote } from './insert-dialogs.ts'
import { showNotes } from './notes.ts'
import { openPalette } from './palette.ts'
import type { Settings } from './settings.ts'
import { tableTools } from './table-tools.ts'
import { makeToolbar } from './toolbar.ts'
import { inTable, writingTools } from './tools.ts'
import { openWritingView } from './writing-view.ts'

export interface SheetParts {
  readonly frame: Frame
  readonly settings: Settings
  readonly content: RichText
  readonly isEditable: () => boolean
  readonly changed: () => void
  /** Known only after the sheet is there; asked for when a button is pressed. */
  readonly editor: () => Editor
}

/** The sheet with its toolbars, its notes below and the count of its words. */
export function openSheet({ frame, settings, content, isEditable, changed, editor }: SheetParts): EditorView {
  let counting: ReturnType<typeof setTimeout> | undefined
  const recount = () => {
    clearTimeout(counting)
    counting = setTimeout(() => {
      frame.countWords(countWords(view))
      showNotes(view, frame.notes, () => void askForFootnote(editor()))
    }, 300)
  }
  const view: EditorView = openWritingView({
    place: frame.sheet,
    content,
    title: settings.title,
    hintId: frame.hintId,
    isEditable,
    tell: frame.tell,
    changed: () => {
      changed()
      recount()
    },
    updated: () => refresh(),
    slash: () => openPalette(editor(), '/'),
    image: (file) => void askForImage(editor(), file),
    open: (kind) => void (kind === 'image' ? askForImage(editor()) : askForFootnote(editor())),
  })
  const writing = makeToolbar('Formatação', frame.sheetId, writingTools(settings, editor), () => view)
  const table = makeToolbar('Tabela', frame.sheetId, tableTools(editor), () => view)
  frame.tools.append(writing.element)
  frame.tableTools.append(table.element)
  const refresh = () => {
    writing.update(view)
    table.element.hidden = !(view.editable && inTable(view.state))
    if (!table.element.hidden) table.update(view)
  }
  refresh()
  recount()
  return view
}

function countWords({ state: { doc } }: EditorView): number {
  return doc.textBetween(0, doc.content.size, ' ', ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu)?.length ?? 0
}
