import { plain } from './filter.ts'
import { type Entry, entriesOf, keepUsed } from './palette-entries.ts'

const listId = 'paleta-lista'
const mostShown = 60

/** Makes the buttons that open the palette work, for whoever does not know its key. */
export function openPaletteOnClick(root: Document): void {
  root.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-abre-paleta]')) openPalette(root)
  })
}

/**
 * The palette: every page of the menu, every act of this page, the units one may change to, and whatever number or word is
 * written to be looked for. It only presses what stands on the page; without it all of that is there all the same.
 */
export function openPalette(root: Document): boolean {
  if (root.querySelector('dialog[open]')) return false
  const before = root.activeElement
  const all = entriesOf(root)
  let shown: readonly Entry[] = all
  let at = 0

  const dialog = make(root, 'dialog', { class: 'palette', 'aria-labelledby': 'paleta-titulo' })
  const title = make(root, 'h2', { id: 'paleta-titulo', class: 'palette__title' }, 'Ir para…')
  const hint = make(
    root,
    'p',
    { id: 'paleta-dica', class: 'palette__hint' },
    'Escreva o nome de uma página ou ação, ou um número. Setas para escolher, Enter para ir, Esc para voltar.',
  )
  const input = make(root, 'input', {
    class: 'input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    maxlength: '100',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-labelledby': 'paleta-titulo',
    'aria-describedby': 'paleta-dica',
  })
  const list = make(root, 'ul', {
    id: listId,
    role: 'listbox',
    class: 'palette__list',
    'aria-labelledby': 'paleta-titulo',
  })
  const count = make(root, 'p', { class: 'visually-hidden', role: 'status' })
  dialog.append(title, hint, input, list, count)

  const draw = () => {
    list.replaceChildren(...shown.map((entry, index) => line(root, entry, index, index === at)))
    if (shown.length === 0) list.append(nothing(root))
    if (shown[at]) input.setAttribute('aria-activedescendant', `${listId}-${at}`)
    else input.removeAttribute('aria-activedescendant')
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    count.textContent = shown.length === 1 ? '1 opção' : `${shown.length} opções`
  }
  const close = () => {
    dialog.close()
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
  }
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    close()
    keepUsed(entry)
    entry.run()
  }
  input.addEventListener('input', () => {
    const [found, search] = [matching(all, input.value), searching(root, input.value)]
    // Who writes a number wants what has it; words may mean a page as well.
    shown = (numberIn(input.value) ? [...search, ...found] : [...found, ...search]).slice(0, mostShown)
    at = 0
    draw()
  })
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown.length > 0) at = (at + step + shown.length) % shown.length
    else if (event.key === 'Enter') choose(shown[at])
    else return
    event.preventDefault()
    draw()
  })
  list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[data-lugar]')
    if (item) choose(shown[Number(item.dataset.lugar)])
  })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })
  root.body.append(dialog)
  draw()
  dialog.showModal()
  input.focus()
  return true
}

/** Those with all the words, wherever they stand; those that begin with them first. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const wanted = plain(text.trim())
  const words = wanted.split(/\s+/).filter(Boolean)
  const found = entries.filter((entry) => {
    const text = plain(`${entry.label} ${entry.place} ${entry.words ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  return wanted === '' ? found : found.sort((a, b) => rank(a, wanted) - rank(b, wanted))
}

function rank({ label }: Entry, wanted: string): number {
  return plain(label).startsWith(wanted) ? 0 : 1
}

/** The quick search of the page, with what is written: a number leads straight to its case file or document. */
function searching(root: Document, text: string): Entry[] {
  const field = root.querySelector<HTMLInputElement>('[data-atalho="pesquisa-rapida"]')
  const number = numberIn(text)
  const wanted = number ?? text.trim()
  if (!field?.form || wanted.length < 2) return []
  const label = number
    ? `Abrir o processo ou documento nº ${number}`
    : `Pesquisar “${wanted}” em processos, documentos e interessados`
  const run = () => {
    field.value = wanted
    field.form?.requestSubmit()
  }
  return [{ label, place: 'Pesquisa', run, recent: false }]
}

/** The number of a case file or document, also as people say it: “processo nº 00001.000123/2026-11”. */
export function numberIn(text: string): string | undefined {
  const number = text.trim().replace(/^(processo |documento |sei )?(n[º°o.]+ *)?(?=\d)/i, '')
  return /^[\d./\- ]{4,}$/.test(number) ? number : undefined
}

function line(root: Document, entry: Entry, index: number, selected: boolean): HTMLElement {
  const item = make(root, 'li', {
    ...{ id: `${listId}-${index}`, role: 'option', 'aria-selected': String(selected) },
    ...{ 'data-lugar': String(index), class: 'palette__item' },
  })
  const place = entry.recent ? `${entry.place} · usado há pouco` : entry.place
  item.append(make(root, 'span', {}, entry.label), make(root, 'span', { class: 'palette__place' }, place))
  return item
}

function nothing(root: Document): HTMLElement {
  return make(root, 'li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nada com este nome.')
}

function make<Name extends keyof HTMLElementTagNameMap>(
  root: Document,
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = root.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text) element.textContent = text
  return element
}
