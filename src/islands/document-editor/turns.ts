import type { Editor } from './editor.ts'
import { h } from './elements.ts'
import type { Frame } from './frame.ts'
import { openText } from './opening.ts'
import { type Presence, startPresence } from './presence.ts'
import { sayWhen } from './say.ts'
import type { TextActs } from './text-acts.ts'

export interface TurnsParts {
  readonly editor: Editor
  readonly frame: Frame
  readonly text: TextActs
}

export interface Turns {
  /** The server refused a text because another person holds the document. */
  readonly lost: () => void
}

/** One person writes at a time. Who comes second reads, sees who writes, and may take over. */
export async function takeTurns(parts: TurnsParts): Promise<Turns> {
  const { editor, frame, text } = parts
  const { settings, saving } = editor
  let isMine = true

  const hear = async (presence: Presence) => {
    if (presence.mine && !isMine) await gain()
    else if (!presence.mine && isMine) await lose(presence)
    else if (!presence.mine) warn(presence)
  }

  const lose = async (presence: Presence) => {
    // What is not sent yet still is mine to send; the server says no if it came too late.
    if (saving.hasUnsent()) await saving.flush()
    isMine = false
    text.setMayWrite(false)
    warn(presence)
  }

  const gain = async () => {
    const opened = await openText(editor.server, settings.contentUrl)
    if (typeof opened === 'string') return
    if (saving.hasUnsent()) await text.putAside()
    text.showFromServer(opened)
    isMine = true
    text.setMayWrite(true)
    frame.warn('turn', undefined)
    frame.tell('O documento está livre: agora você pode escrever.')
  }

  const warn = ({ holder }: Presence) => {
    const since = holder?.since ? ` ${sayWhen(holder.since).replace(/^às/, 'desde as').replace(/^em/, 'desde')}` : ''
    const sentence = holder
      ? `${holder.name} está escrevendo neste documento${since}. Você pode ler; quando esta pessoa sair, poderá escrever.`
      : 'Outra pessoa está escrevendo neste documento. Você pode ler; quando ela sair, poderá escrever.'
    frame.warn('turn', { text: sentence, actions: takeOverForm(editor) })
  }

  const first = await startPresence(editor.server, settings.presenceUrl, (presence) => void hear(presence))
  text.setMayWrite(first.mine)
  if (!first.mine) await hear(first)
  return { lost: () => void hear({ mine: false, holder: undefined }) }
}

function takeOverForm({ settings }: Editor): HTMLElement[] {
  if (settings.takeOverUrl === undefined) return []
  return [
    h(
      'form',
      { method: 'post', action: settings.takeOverUrl },
      h('input', { type: 'hidden', name: '_csrf', value: settings.csrf }),
      h('button', { type: 'submit', class: 'button button--secondary button--small' }, 'Assumir a edição'),
    ),
  ]
}
