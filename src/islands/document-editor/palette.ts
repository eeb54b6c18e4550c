import { Fragment, type Node, Slice } from 'prosemirror-model'
import { blocks, parseContent, schema } from '../../rich-text/index.ts'
import { insertInline } from './commands.ts'
import type { Editor } from './editor.ts'
import { freshId, h } from './elements.ts'

interface Entry {
  readonly label: string
  readonly hint: string
  readonly insert: () => void
}

/**
 * The list of standard texts and variables, opened with `/` or Ctrl+Shift+X: write to narrow it, arrows to choose, Enter
 * to insert, Esc to go back. `typed` is what opened it, put into the text when nothing was chosen.
 */
export function openPalette(editor: Editor, typed = ''): void {
  let entries = variables(editor)
  const [listId, titleId] = [freshId(), freshId()]
  let [shown, at] = [entries, 0]

  const list = h('ul', { id: listId, role: 'listbox', class: 'editor-palette-list', 'aria-labelledby': titleId })
  const count = h('p', { class: 'editor-visually-hidden', role: 'status' })
  const input = h('input', {
    class: 'input',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'true',
    'aria-controls': listId,
    'aria-labelledby': titleId,
    placeholder: 'Escreva parte do nome',
  })
  const title = h('h2', { id: titleId, class: 'editor-dialog-title' }, 'Texto padrão ou variável')
  const hint = h('p', { class: 'editor-dialog-hint' }, 'Setas para escolher, Enter para inserir, Esc para voltar.')
  const dialog = h('dialog', { class: 'editor-dialog editor-palette' }, title, hint, input, list, count)
  dialog.setAttribute('aria-labelledby', titleId)

  const draw = () => {
    list.replaceChildren(
      ...shown.map((entry, index) =>
        h(
          'li',
          { id: `${listId}-${index}`, role: 'option', 'aria-selected': String(index === at), 'data-index': index },
          h('span', {}, entry.label),
          h('span', { class: 'editor-palette-hint' }, entry.hint),
        ),
      ),
    )
    if (shown.length === 0) list.append(h('li', { role: 'option', 'aria-disabled': 'true' }, 'Nada com este nome.'))
    if (shown[at]) input.setAttribute('aria-activedescendant', `${listId}-${at}`)
    else input.removeAttribute('aria-activedescendant')
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    count.textContent = shown.length === 1 ? '1 opção' : `${shown.length} opções`
  }
  const finish = (chosen: Entry | undefined) => {
    dialog.close()
    dialog.remove()
    editor.view.focus()
    if (chosen) chosen.insert()
    else if (typed) editor.view.dispatch(editor.view.state.tr.insertText(typed))
  }
  const narrow = () => {
    const wanted = fold(input.value)
    shown = entries.filter((entry) => fold(`${entry.label} ${entry.hint}`).includes(wanted))
    at = 0
    draw()
  }
  input.addEventListener('input', narrow)
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown.length > 0) at = (at + step + shown.length) % shown.length
    else if (event.key === 'Enter' && shown[at]) finish(shown[at])
    else return
    event.preventDefault()
    draw()
  })
  list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[data-index]')
    if (item) finish(shown[Number(item.dataset.index)])
  })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    finish(undefined)
  })
  editor.root.append(dialog)
  draw()
  dialog.showModal()
  input.focus()
  void standardTexts(editor).then((texts) => {
    entries = [...texts, ...entries]
    narrow()
  })
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function variables(editor: Editor): Entry[] {
  return Object.entries(editor.variables).map(([name, label]) => ({
    label,
    hint: `@${name}@`,
    insert: () => {
      insertInline(schema.nodes.variable.create({ name, label }))(editor.view.state, editor.view.dispatch)
    },
  }))
}

async function standardTexts(editor: Editor): Promise<Entry[]> {
  return (await fetchTexts(editor)).flatMap((item: unknown): Entry[] => {
    if (typeof item !== 'object' || item === null || !('name' in item) || !('content' in item)) return []
    const inside = blocksOf(item.content)
    const insert = () => {
      const { view } = editor
      // A text of one paragraph goes on in the paragraph of the caret; a longer one brings its own.
      const [only, another] = [inside.child(0), inside.childCount > 1]
      const isRun = !another && only.type === schema.nodes.paragraph
      const slice = isRun ? new Slice(only.content, 0, 0) : new Slice(inside, 0, 0)
      view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
    }
    return inside.childCount > 0 ? [{ label: String(item.name), hint: 'Texto padrão', insert }] : []
  })
}

const fetched = new WeakMap<Editor, readonly unknown[]>()

/** Fetched once a visit: the second time the list must be there before the next key. */
async function fetchTexts(editor: Editor): Promise<readonly unknown[]> {
  const url = editor.settings.textsUrl
  const known = fetched.get(editor)
  if (known || url === undefined) return known ?? []
  const reply = await editor.server.get(url)
  if (reply.kind !== 'ok' || !Array.isArray(reply.body.items)) return []
  fetched.set(editor, reply.body.items)
  return reply.body.items
}

/** The blocks of a standard text: of a whole document all open sections, of words what they say. */
function blocksOf(content: unknown): Fragment {
  if (typeof content === 'string') return Fragment.fromJSON(schema, blocks(content))
  const parsed = parseContent(content)
  if (!parsed.ok) return Fragment.empty
  const found: Node[] = []
  schema.nodeFromJSON(parsed.content).forEach((section) => {
    if (!section.attrs.locked) section.forEach((block) => void found.push(block))
  })
  return Fragment.fromArray(found)
}
