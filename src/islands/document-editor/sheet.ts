import type { EditorView } from 'prosemirror-view'
import { countWords, type RichText, sayWordCount } from '../../rich-text/index.ts'
import { type Dictation, offerDictation } from './dictation.ts'
import { tellDraftNotice } from './draft-notice.ts'
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
  /** The version that a draft grew from. */
  readonly grewFrom: RichText | undefined
  readonly isEditable: () => boolean
  readonly changed: () => void
  /** Known only after the sheet is there; asked for when a button is pressed. */
  readonly editor: () => Editor
}

/** The sheet with its toolbars, its notes below and the count of its words. */
export function openSheet({ frame, settings, content, grewFrom, isEditable, changed, editor }: SheetParts): EditorView {
  let dictation: Dictation | undefined
  let counting: ReturnType<typeof setTimeout> | undefined
  let counted: unknown
  const recount = () => {
    counted = view.state.doc
    clearTimeout(counting)
    counting = setTimeout(() => {
      const words = countWords(view.state.doc)
      frame.countWords(words)
      tellDraftNotice('palavras', sayWordCount(words))
      showNotes(view, frame.notes, () => void askForFootnote(editor()))
    }, 300)
  }
  const view: EditorView = openWritingView({
    place: frame.sheet,
    content,
    grewFrom,
    title: settings.title,
    hintId: frame.hintId,
    isEditable,
    tell: frame.tell,
    changed,
    updated: () => refresh(),
    slash: () => openPalette(editor(), '/'),
    image: (file) => void askForImage(editor(), file),
    open: (kind) => void (kind === 'image' ? askForImage(editor()) : askForFootnote(editor())),
  })
  const writing = makeToolbar('Formatação', frame.sheetId, writingTools(settings, editor), () => view)
  const table = makeToolbar('Tabela', frame.sheetId, tableTools(editor), () => view)
  frame.tools.append(writing.element)
  frame.tableTools.append(table.element)
  void offerDictation(settings.dictationUrl, {
    place: frame.tableTools,
    view: () => view,
    tell: frame.tell,
    offer: (tool) => writing.add([tool]),
    refresh: () => writing.update(view),
  }).then((offered) => {
    dictation = offered
  })
  const refresh = () => {
    dictation?.watch()
    // A text that was recovered or came from the server is counted like one that is typed.
    if (view.state.doc !== counted) recount()
    writing.update(view)
    table.element.hidden = !(view.editable && inTable(view.state))
    if (!table.element.hidden) table.update(view)
  }
  refresh()
  return view
}
