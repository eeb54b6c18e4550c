import { sayWordCount } from '../../rich-text/index.ts'
import { freshId, h } from './elements.ts'
import { icon } from './icons.ts'
import type { SavingState } from './saving.ts'
import { saySaving } from './say.ts'

/** What stands around the sheet: the bar above, messages, the count of words below. */
export interface Frame {
  readonly root: HTMLElement
  readonly tools: HTMLElement
  /** Below the sheet, so that nothing jumps when it appears. */
  readonly tableTools: HTMLElement
  readonly sheet: HTMLElement
  /** Where the sheet lies, with room beside or below it. */
  readonly desk: HTMLElement
  readonly notes: HTMLElement
  readonly hintId: string
  readonly sheetId: string
  readonly showSaving: (state: SavingState) => void
  readonly tell: (message: string) => void
  /** A message that stays until it is over, with what one may do about it. */
  readonly warn: (key: string, warning: Warning | undefined) => void
  readonly countWords: (words: number) => void
}

export interface Warning {
  readonly text: string
  readonly actions?: readonly HTMLElement[]
}

export interface FrameActs {
  readonly save: (() => void) | undefined
  readonly saveLabel: string
  readonly sign: (() => void) | undefined
  readonly help: () => void
}

export function makeFrame(title: string, acts: FrameActs): Frame {
  const [hintId, sheetId] = [freshId(), freshId()]
  const status = h('p', { class: 'editor-status' })
  // Read aloud, but only what changes the situation: hearing "salvo" after each sentence would drown the text.
  const live = h('p', { class: 'editor-visually-hidden', role: 'status' })
  const toast = h('p', { class: 'editor-toast', hidden: true, 'aria-hidden': 'true' })
  const words = h('p', { class: 'editor-count' })
  const tools = h('div', { class: 'editor-toolbars' })
  const tableTools = h('div', { class: 'editor-table-tools' })
  const warnings = h('div', { class: 'editor-warnings', role: 'alert' })
  const notes = h('div', { class: 'editor-notes' })
  const sheet = h('div', { class: 'editor-sheet', id: sheetId })
  const hint = h(
    'p',
    { id: hintId, class: 'editor-visually-hidden' },
    'Alt+0 mostra as teclas. Esc e depois Tab saem do texto; numa tabela, levam aos botões da tabela.',
  )
  const desk = h('div', { class: 'editor-desk' }, h('div', { class: 'editor-paper' }, sheet, notes))
  const root = h(
    'section',
    { class: 'editor', 'aria-label': `Editor: ${title}` },
    h(
      'div',
      { class: 'editor-bar' },
      h('div', { class: 'editor-acts' }, status, words, ...actButtons(acts)),
      tools,
      toast,
    ),
    live,
    warnings,
    hint,
    desk,
    tableTools,
  )

  let [told, hideToast]: [string, ReturnType<typeof setTimeout> | undefined] = ['', undefined]
  const shown = new Map<string, string>()
  return {
    root,
    tools,
    tableTools,
    sheet,
    desk,
    notes,
    hintId,
    sheetId,
    showSaving: (state) => {
      status.textContent = saySaving(state)
      status.dataset.state = state.kind
      const trouble = state.kind === 'saved' || state.kind === 'saving' ? '' : saySaving(state)
      if (state.kind === 'saving' || trouble === told) return
      live.textContent = trouble || saySaving(state)
      told = trouble
    },
    tell: (message) => {
      live.textContent = message
      toast.textContent = message
      toast.hidden = false
      clearTimeout(hideToast)
      hideToast = setTimeout(() => {
        toast.hidden = true
      }, 6_000)
    },
    warn: (key, warning) => {
      if (shown.get(key) === warning?.text) return
      warnings.querySelector(`[data-warning="${key}"]`)?.remove()
      shown.delete(key)
      if (!warning) return
      shown.set(key, warning.text)
      const { text, actions = [] } = warning
      warnings.append(h('div', { class: 'editor-warning', 'data-warning': key }, h('p', {}, text), ...actions))
    },
    countWords: (count) => {
      words.textContent = sayWordCount(count)
    },
  }
}

function actButtons({ save, saveLabel, sign, help }: FrameActs): HTMLElement[] {
  const button = (label: string, keys: string, name: 'save' | 'sign' | 'help', kind: string, act: () => void) =>
    h(
      'button',
      {
        type: 'button',
        class: `button button--small button--${kind}`,
        title: `${label} (${keys})`,
        'aria-keyshortcuts': keys.replace('Ctrl', 'Control'),
        onclick: act,
      },
      icon(name),
      label,
    )
  return [
    button('Ajuda', 'Alt+0', 'help', 'quiet', help),
    ...(save ? [button(saveLabel, 'Ctrl+S', 'save', 'secondary', save)] : []),
    ...(sign ? [button('Salvar e assinar', 'Ctrl+Shift+A', 'sign', 'primary', sign)] : []),
  ]
}
