/**
 * Enter on a box of a form would press the form's first button, which need not be the one that people mean: a search for
 * something else, say. It does nothing there; space ticks, and Enter on a button presses it.
 */
export function keepEnterFromBoxes(root: Document): void {
  root.addEventListener('keydown', (event) => {
    const box = event.target
    if (event.key !== 'Enter' || !(box instanceof HTMLInputElement)) return
    if (box.type === 'checkbox' || box.type === 'radio') event.preventDefault()
  })
}
