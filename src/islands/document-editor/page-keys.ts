export interface PageActs {
  readonly save: () => void
  readonly sign: () => void
  readonly link: () => unknown
  readonly palette: () => unknown
  readonly help: () => void
  readonly remark: () => unknown
}

/** The keys that act on the whole page, wherever the focus is. While a dialog is open only the browser's own "save" is held back. */
export function pageKeys(acts: PageActs): void {
  document.addEventListener('keydown', (event) => {
    const act = actOf(event, acts)
    if (!act) return
    event.preventDefault()
    if (!document.querySelector('dialog[open]')) act()
  })
}

function actOf(event: KeyboardEvent, acts: PageActs): (() => unknown) | undefined {
  const { code, altKey, shiftKey } = event
  const control = event.ctrlKey || event.metaKey
  if (control && !shiftKey && code === 'KeyS') return acts.save
  if (control && shiftKey && !altKey) return { KeyA: acts.sign, KeyL: acts.link, KeyX: acts.palette }[code]
  if (control && altKey && !shiftKey && code === 'KeyM') return acts.remark
  return !control && altKey && (code === 'Digit0' || code === 'Numpad0') ? acts.help : undefined
}
