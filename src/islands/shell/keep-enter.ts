/**
 * Enter on a box or in a filter would press the first button of the form around it, which need not be the one that people
 * mean: a search for something else, say. It does nothing there; space ticks, and Enter on a button presses it.
 */
export function keepEnterFromSending(root: Document): void {
  root.addEventListener('keydown', (event) => {
    const here = event.target as Element
    if (event.key === 'Enter' && here.matches('[type=checkbox],[type=radio],[data-filtro-de]')) event.preventDefault()
  })
}
