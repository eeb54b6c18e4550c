/** Hides what does not hold the typed words, in the table or tree that `data-filtro-de` names. Accents and case do not count. */
export function filterWhileTyping(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-filtro-de]')) {
    const target = root.getElementById(input.dataset.filtroDe ?? '')
    if (!target) continue
    const answer = answerAfter(input)
    const run = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean)
      const found = target instanceof HTMLTableElement ? filterTable(target, words) : filterTree(target, words)
      answer.textContent = words.length === 0 ? '' : said(found)
    }
    input.addEventListener('input', run)
    // The browser may bring back what was typed before the page was left.
    if (input.value !== '') run()
  }
}

/** The text as it is compared: lower case, without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function filterTable(table: HTMLTableElement, words: readonly string[]): number {
  let found = 0
  for (const row of table.tBodies[0]?.rows ?? []) {
    const shown = holds(row, words)
    row.hidden = !shown
    if (shown) found += 1
  }
  return found
}

function filterTree(tree: HTMLElement, words: readonly string[]): number {
  let found = 0
  for (const item of tree.querySelectorAll<HTMLElement>('.tree__item')) {
    item.hidden = !holds(item, words)
    if (!item.hidden) found += 1
  }
  for (const folder of tree.querySelectorAll<HTMLElement>('.tree__folder')) {
    const holdsAny = folder.querySelector('.tree__item:not([hidden])') !== null
    folder.hidden = words.length > 0 && !holdsAny
    const details = folder.querySelector('details')
    if (details && words.length > 0 && holdsAny) details.open = true
  }
  return found
}

const textOf = new WeakMap<Element, string>()

// A thousand rows: their text is read once.
function holds(element: Element, words: readonly string[]): boolean {
  let text = textOf.get(element)
  if (text === undefined) {
    text = plain(element.textContent ?? '')
    textOf.set(element, text)
  }
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
