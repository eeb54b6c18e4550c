/** The box that checks all rows in sight, and Shift+click that checks a stretch of them. */
export function selectRows(root: Document): void {
  for (const all of root.querySelectorAll<HTMLInputElement>('input[data-seleciona-todos]')) {
    const table = root.getElementById(all.dataset.selecionaTodos ?? '')
    if (table instanceof HTMLTableElement) tie(all, table)
  }
}

function tie(all: HTMLInputElement, table: HTMLTableElement): void {
  let last: HTMLInputElement | undefined
  all.hidden = false
  const refresh = () => {
    const boxes = boxesInSight(table)
    const checked = boxes.filter((box) => box.checked).length
    all.checked = checked > 0 && checked === boxes.length
    all.indeterminate = checked > 0 && checked < boxes.length
  }
  all.addEventListener('change', () => {
    for (const box of boxesInSight(table)) box.checked = all.checked
  })
  table.addEventListener('click', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox' || box === all) return
    if (event.shiftKey && last) checkBetween(boxesInSight(table), last, box)
    last = box
    refresh()
  })
  window.addEventListener('pageshow', refresh)
  refresh()
}

function checkBetween(boxes: readonly HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [a, b] = [boxes.indexOf(from), boxes.indexOf(to)]
  if (a < 0 || b < 0) return
  for (const box of boxes.slice(Math.min(a, b), Math.max(a, b) + 1)) box.checked = to.checked
}

// What a filter hides is not chosen behind the person's back.
function boxesInSight(table: HTMLTableElement): HTMLInputElement[] {
  return [...table.querySelectorAll<HTMLInputElement>('tbody tr:not([hidden]) input[type=checkbox]')]
}
