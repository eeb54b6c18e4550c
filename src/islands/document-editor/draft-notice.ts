const NOTICE = '[data-aviso-de-rascunho]'

/** What the page said of the draft at its opening says what the bar of the editor says, from then on. */
export function tellDraftNotice(what: 'quando' | 'palavras', words: string): void {
  for (const place of document.querySelectorAll(`${NOTICE} [data-rascunho-${what}]`)) place.textContent = words
}

/** Nothing waits any more that is not in a version. */
export function dropDraftNotice(): void {
  document.querySelector(NOTICE)?.remove()
}
