import type { EditorView } from 'prosemirror-view'
import type { RichText } from '../../rich-text/index.ts'
import type { DraftStore } from './draft-store.ts'
import type { Opened } from './opening.ts'
import type { Saving } from './saving.ts'
import { replaceText } from './writing-view.ts'

/** What may happen to the text as a whole. */
export interface TextActs {
  /** `grewFrom`: what it was before; the caret stands where the two stop differing. */
  readonly show: (text: RichText, grewFrom?: RichText) => void
  /** Shows what the server has, from where saving goes on. */
  readonly showFromServer: (opened: Pick<Opened, 'content' | 'version' | 'savedAt' | 'savedAs'>) => void
  /** Keeps the text on the sheet in this browser, to be offered at the next opening. */
  readonly putAside: () => Promise<void>
  readonly setMayWrite: (may: boolean) => void
}

export function textActs(view: EditorView, saving: Saving, store: DraftStore, pen: { mayWrite: boolean }): TextActs {
  const show = (text: RichText, grewFrom?: RichText) => {
    replaceText(view, text, grewFrom)
    // An empty transaction tells toolbars and counts of the new state.
    view.dispatch(view.state.tr)
  }
  return {
    show,
    showFromServer: ({ content, version, savedAt, savedAs }) => {
      show(content)
      saving.restart(version, savedAt, savedAs)
    },
    putAside: async () => {
      await store.setAside({ content: view.state.doc.toJSON(), baseVersion: null, at: new Date().toISOString() })
      await store.forget()
    },
    setMayWrite: (may) => {
      pen.mayWrite = may
      view.setProps({ editable: () => pen.mayWrite })
      view.dispatch(view.state.tr)
    },
  }
}
