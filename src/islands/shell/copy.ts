/** Shows the copy buttons and makes them copy their `data-copiar`; the answer is said in the button and to screen readers. */
export function copyOnClick(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copiar]')) button.hidden = false
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copiar]')
    if (button) void copy(button)
  })
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.dataset.copiar ?? ''
  await navigator.clipboard.writeText(text).catch(() => copyTheOldWay(text))
  const answer = document.createElement('span')
  answer.setAttribute('role', 'status')
  answer.className = 'copy__answer'
  button.after(answer)
  // A status is announced when its text changes, not when it is born with it.
  requestAnimationFrame(() => {
    answer.textContent = button.dataset.copiado ?? 'Copiado'
  })
  setTimeout(() => answer.remove(), 2500)
}

// Inside public bodies many installations are reached by plain http, where browsers keep the clipboard closed.
function copyTheOldWay(text: string): void {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
