import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { lineBreak, newParagraph } from './keys.ts'
import { isLockedAt } from './locked-sections.ts'
import type { Tool } from './toolbar.ts'

/** What the editor lends to the part that writes what is said. That part is fetched only where it may be of use. */
export interface DictationPort {
  /** Where it shows what it hears, beside the text and not in it. */
  readonly place: HTMLElement
  /** Why nothing can be written at the caret now. */
  readonly obstacle: () => 'locked' | 'not-mine' | undefined
  readonly beforeCaret: () => { readonly text: string; readonly isItem: boolean }
  /** All that is written until the next beginning is taken back by one "undo". */
  readonly begin: () => void
  /** Answers whether it stands in the text now. */
  readonly write: (what: { readonly text: string } | 'line' | 'paragraph') => boolean
  readonly offer: (tool: Tool) => void
  readonly refresh: () => void
  readonly tell: (message: string) => void
  readonly focus: () => void
}

export interface Dictation {
  /** To be called after each change of the text, the caret or the turn. */
  readonly watch: () => void
}

export type MountDictation = (port: DictationPort) => Promise<Dictation | undefined>

interface Parts extends Pick<DictationPort, 'place' | 'offer' | 'refresh' | 'tell'> {
  readonly view: () => EditorView
}

/** Nothing is fetched where the browser knows no recognition of speech at all. */
export async function offerDictation(url: string | undefined, parts: Parts): Promise<Dictation | undefined> {
  if (url === undefined || !('SpeechRecognition' in window || 'webkitSpeechRecognition' in window)) return undefined
  try {
    const { mountDictation } = (await import(url)) as { mountDictation: MountDictation }
    return await mountDictation(portOf(parts))
  } catch {
    // Whoever cannot dictate types.
    return undefined
  }
}

const ITEMS = new Set(['romanItem', 'letteredItem'])

function portOf({ view: now, ...rest }: Parts): DictationPort {
  return {
    ...rest,
    obstacle: () => {
      const view = now()
      if (!view.editable) return 'not-mine'
      return isLockedAt(view.state) || !view.state.selection.$from.parent.inlineContent ? 'locked' : undefined
    },
    beforeCaret: () => {
      const { $from } = now().state.selection
      const written = (node: Node) => (node.type.name === 'hard_break' ? '\n' : '\u{fffc}')
      const text = $from.parent.textBetween(0, $from.parentOffset, undefined, written)
      return { text, isItem: ITEMS.has($from.parent.attrs.style) }
    },
    begin: () => {
      const view = now()
      view.dispatch(closeHistory(view.state.tr))
    },
    write: (what) => {
      const view = now()
      const before = view.state.doc
      if (typeof what === 'object') view.dispatch(view.state.tr.insertText(what.text).scrollIntoView())
      else (what === 'line' ? lineBreak : newParagraph)(view.state, view.dispatch, view)
      return view.state.doc !== before
    },
    focus: () => now().focus(),
  }
}
