/**
 * Hides what does not hold the typed words, in the table, list or tree that `data-filtro-de` names. Accents and case do not
 * count. Enter follows the one that is left.
 */
export function filterWhileTyping(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-filtro-de]')) {
    const target = root.getElementById(input.dataset.filtroDe as string)
    if (!target) continue
    const answer = answerAfter(input)
    let shown: readonly HTMLElement[] = []
    const run = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean)
      shown = filter(target, words)
      answer.textContent = words[0] ? said(shown.length) : ''
    }
    input.addEventListener('input', run)
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' && !shown[1]) shown[0]?.querySelector('a')?.click()
    })
    // The browser may bring back what was typed before the page was left.
    if (input.value !== '') run()
  }
}

/** The text as it is compared: lower case, without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Answers what is left. */
function filter(target: HTMLElement, words: readonly string[]): HTMLElement[] {
  const shown = [...target.querySelectorAll<HTMLElement>('tbody tr,.choice-list>li,.tree__item')].filter((item) => {
    item.hidden = !holds(item, words)
    return !item.hidden
  })
  for (const folder of target.querySelectorAll<HTMLElement>('.tree__folder')) {
    folder.hidden = words[0] !== undefined && !shown.some((item) => folder.contains(item))
    if (words[0] && !folder.hidden) folder.querySelector('details')?.setAttribute('open', '')
  }
  return shown
}

const textOf = new Map<Element, string>()

// A thousand rows: their text is read once.
function holds(element: Element, words: readonly string[]): boolean {
  const text = textOf.get(element) ?? plain(element.textContent)
  textOf.set(element, text)
  return words.every((word) => text.includes(word))
}

function answerAfter(input: HTMLInputElement): HTMLElement {
  const answer = document.createElement('p')
  answer.setAttribute('role', 'status')
  answer.className = 'filter-answer'
  input.parentElement?.after(answer)
  return answer
}

function said(found: number): string {
  if (found === 0) return 'Nada com essas palavras.'
  return found === 1 ? '1 encontrado' : `${found} encontrados`
}
