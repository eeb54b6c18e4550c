import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { h } from './elements.ts'
import { type IconName, icon } from './icons.ts'
import { isLockedAt } from './locked-sections.ts'

export interface Tool {
  readonly label: string
  /** Shown beside the icon; without it the label is only tooltip and name. */
  readonly words?: string
  readonly icon?: IconName
  /** One or two letters in the place of an icon, drawn by the class. */
  readonly glyph?: string
  readonly className?: string
  readonly keys?: string
  /** A change of the text, or anything else that a button may begin. */
  readonly command?: Command
  readonly act?: () => void
  readonly isOn?: (state: EditorState) => boolean
  /** Also while the caret stands in a locked section. */
  readonly everywhere?: boolean
}

export interface Choice {
  readonly label: string
  readonly current: (state: EditorState) => string
  readonly groups: readonly (readonly [label: string, options: readonly (readonly [value: string, label: string])[]])[]
  readonly choose: (value: string) => Command
}

export interface Toolbar {
  readonly element: HTMLElement
  readonly update: (view: EditorView) => void
  /** A group that is known only later, at the end. */
  readonly add: (group: ToolGroup) => void
}

/** Controls that belong together; a first text names them for the eye, their own labels for the ear. */
export type ToolGroup = readonly (Tool | Choice | string)[]

/**
 * A toolbar as ARIA asks: one stop of Tab, arrows between its buttons, names and states that are read aloud. `groups`
 * are drawn apart from each other.
 */
export function makeToolbar(
  label: string,
  controls: string,
  groups: readonly ToolGroup[],
  view: () => EditorView,
): Toolbar {
  const updates: ((state: EditorState) => void)[] = []
  const controlOf = (item: Tool | Choice | string): HTMLElement => {
    if (typeof item === 'string') return h('span', { class: 'editor-tools-name', 'aria-hidden': 'true' }, item)
    const made = 'choose' in item ? makeChoice(item, view) : makeButton(item, view)
    updates.push(made.update)
    return made.element
  }
  const drawGroup = (group: ToolGroup) => h('div', { class: 'editor-tools' }, ...group.map(controlOf))
  const element = h(
    'div',
    { role: 'toolbar', class: 'editor-toolbar', 'aria-label': label, 'aria-controls': controls },
    ...groups.map(drawGroup),
  )
  rove(element)
  return {
    element,
    update: ({ state, editable }) => {
      for (const update of updates) update(state)
      element.classList.toggle('editor-toolbar-off', !editable)
    },
    add: (group) => {
      const drawn = drawGroup(group)
      // The bar keeps its one stop of Tab.
      for (const control of drawn.querySelectorAll<HTMLElement>('button, select')) control.tabIndex = -1
      element.append(drawn)
    },
  }
}

interface Made {
  readonly element: HTMLElement
  readonly update: (state: EditorState) => void
}

function makeButton(tool: Tool, view: () => EditorView): Made {
  const tooltip = tool.keys ? `${tool.label} (${tool.keys})` : tool.label
  const element = h(
    'button',
    {
      type: 'button',
      class: `editor-tool ${tool.className ?? ''}`,
      title: tooltip,
      'aria-label': tool.label,
      'aria-keyshortcuts': tool.keys?.replaceAll('Ctrl', 'Control'),
      'aria-pressed': tool.isOn ? 'false' : undefined,
    },
    tool.icon ? icon(tool.icon) : undefined,
    tool.glyph ? h('span', { class: 'editor-glyph', 'aria-hidden': 'true' }, tool.glyph) : undefined,
    tool.words === undefined ? undefined : h('span', { class: 'editor-words' }, tool.words),
  )
  // The press of a mouse must not take the selection away from the text.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') === 'true') return
    const current = view()
    if (tool.act) tool.act()
    else if (tool.command?.(current.state, current.dispatch, current)) current.focus()
  })
  return {
    element,
    update: (state) => {
      const stands = tool.everywhere || !isLockedAt(state)
      const able = view().editable && stands && (tool.command === undefined || tool.command(state))
      element.setAttribute('aria-disabled', String(!able))
      if (tool.isOn) element.setAttribute('aria-pressed', String(tool.isOn(state)))
    },
  }
}

function makeChoice(choice: Choice, view: () => EditorView): Made {
  const groups = choice.groups.map(([label, options]) =>
    h('optgroup', { label }, ...options.map(([value, words]) => h('option', { value }, words))),
  )
  const mixed = h('option', { value: '', hidden: true }, '—')
  const element = h(
    'select',
    { class: 'editor-choice', 'aria-label': choice.label, title: choice.label },
    mixed,
    ...groups,
  )
  element.addEventListener('change', () => {
    const current = view()
    choice.choose(element.value)(current.state, current.dispatch, current)
    current.focus()
  })
  return {
    element,
    update: (state) => {
      element.value = choice.current(state)
      element.disabled = !view().editable || isLockedAt(state)
    },
  }
}

/** One control takes Tab; the arrows, Home and End hand that place on. */
function rove(toolbar: HTMLElement): void {
  const controls = () => [...toolbar.querySelectorAll<HTMLElement>('button, select:not(:disabled)')]
  const stopAt = (chosen: HTMLElement | undefined) => {
    for (const control of toolbar.querySelectorAll<HTMLElement>('button, select'))
      control.tabIndex = control === chosen ? 0 : -1
  }
  stopAt(controls()[0])
  toolbar.addEventListener('focusin', (event) => stopAt(event.target as HTMLElement))
  toolbar.addEventListener('keydown', (event) => {
    const all = controls()
    const at = all.indexOf(event.target as HTMLElement)
    const last = all.length - 1
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  })
}
