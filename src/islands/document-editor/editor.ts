import type { EditorView } from 'prosemirror-view'
import type { Saving } from './saving.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'

/** What the parts of the editor share: where they stand, what they may call. */
export interface Editor {
  readonly settings: Settings
  readonly root: HTMLElement
  readonly view: EditorView
  readonly server: Server
  readonly saving: Saving
  /** Says something to everybody: shown for a while and read aloud. */
  readonly tell: (message: string) => void
  /** Variables offered for insertion, by name. */
  readonly variables: Readonly<Record<string, string>>
}
