/** One thing that the palette can do: it presses what stands on the page. */
export interface Entry {
  readonly label: string
  /** Where it stands: “Menu”, “Nesta página”. */
  readonly place: string
  /** Other words by which it is found. */
  readonly words?: string | undefined
  readonly run: () => void
  /** Used lately in this browser. */
  readonly recent: boolean
}

const usedKey = 'carimbo-usados'
const mostUsed = 5

const places: readonly (readonly [place: string, selector: string])[] = [
  [
    'Nesta página',
    'main :is(.action-bar :not(summary).action, .heading__actions .button, .tabs a, .form-actions .button)',
  ],
  ['Menu', '.navigation__list a'],
  ['Avisos', '.bell'],
  ['Trocar de unidade', '.header .dropdown a:has(strong)'],
  ['Você', '.header .dropdown :is(a:not(:has(strong)), form button)'],
  ['Rodapé', '.footer a'],
]

/** Everything on the page that one may go to or do, what was used lately first, then this page's own acts. */
export function entriesOf(root: Document): Entry[] {
  const used = usedLately()
  const seen = new Set<string>()
  const entries = places.flatMap(([place, selector]) =>
    [...root.querySelectorAll<HTMLElement>(selector)].flatMap((element): Entry[] => {
      const label = labelOf(element)
      const key = keyOf(place, label)
      if (label === '' || seen.has(key) || element.closest('[hidden]') || element.matches(':disabled')) return []
      seen.add(key)
      return [{ label, place, words: element.dataset.palavras, run: () => element.click(), recent: used.includes(key) }]
    }),
  )
  const order = (entry: Entry) => used.indexOf(keyOf(entry.place, entry.label))
  const recent = entries.filter((entry) => entry.recent).sort((a, b) => order(a) - order(b))
  return [...recent, ...entries.filter((entry) => !entry.recent)]
}

/**
 * Remembers in this browser what was used, the latest first: names of pages and of acts alone, never what stands on a page.
 */
export function keepUsed({ label, place }: Entry): void {
  if (place !== 'Menu' && place !== 'Nesta página' && place !== 'Você') return
  const key = keyOf(place, label)
  const kept = [key, ...usedLately().filter((one) => one !== key)].slice(0, mostUsed)
  try {
    localStorage.setItem(usedKey, JSON.stringify(kept))
  } catch {
    // Where the browser keeps nothing, nothing was used lately.
  }
}

function usedLately(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(usedKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, mostUsed) : []
  } catch {
    return []
  }
}

function keyOf(place: string, label: string): string {
  return `${place}: ${label}`
}

/** The words of it without those of a count beside them, on one line. */
function labelOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('.count, svg, [aria-hidden=true]')) part.remove()
  const strong = copy.querySelector('strong')
  if (strong) strong.append(' – ')
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)
}
