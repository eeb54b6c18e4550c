import { type Deed, keyboardMap } from '../../keyboard/keyboard-map.ts'
import { openPalette } from './palette.ts'
import { moveByRow } from './rows.ts'

const deeds: ReadonlyMap<string, Deed> = new Map(
  keyboardMap.filter(({ place }) => place === 'page').map(({ name, deed }) => [name, deed]),
)

/** Listens to the keys of the map; one without a target on this page is left to the browser. */
export function listenToShortcuts(root: Document): void {
  root.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || writes(event)) return
    const deed = deeds.get(nameOf(event))
    if (deed && perform(root, deed)) event.preventDefault()
  })
}

/** The keys pressed together, as the map writes them. */
export function nameOf(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'key' | 'code'>,
): string {
  const { ctrlKey, altKey, shiftKey, metaKey, key, code } = event
  if (shiftKey || metaKey) return ''
  if (ctrlKey && !altKey) return code === 'KeyK' ? 'Ctrl+K' : ''
  if (!altKey) return ''
  // With Ctrl+Alt, Brazilian keyboards write other signs on the letter keys: the key itself counts.
  const named = /^Key[A-Z]$/.test(code) ? code.slice(3) : key
  return `${ctrlKey ? 'Ctrl+' : ''}Alt+${named}`
}

/** Whether the keys write a sign here: AltGr does everywhere, and Alt on some keyboards, such as the Mac's. */
function writes(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph')) return true
  const { target, key, code, altKey, ctrlKey } = event
  const inField = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
  return inField && altKey && !ctrlKey && key.length === 1 && `Key${key.toUpperCase()}` !== code && /^Key/.test(code)
}

function perform(root: Document, deed: Deed): boolean {
  switch (deed.do) {
    case 'follow':
      return click(target(root, deed.target))
    case 'open': {
      const element = target(root, deed.target)
      // On a wide screen the menu stands open and has no button: its first entry gets the focus.
      if (!element || element.offsetParent === null) return focus(inSight(root, deed.orFocus).at(0))
      element.focus()
      return click(element)
    }
    case 'focus':
      return (
        focus(deed.target === undefined ? undefined : target(root, deed.target)) ||
        focus(deed.first === undefined ? undefined : inSight(root, deed.first).at(0)) ||
        focus(deed.last === undefined ? undefined : inSight(root, deed.last).at(-1)) ||
        click(deed.orFollow === undefined ? undefined : inSight(root, deed.orFollow).at(0))
      )
    case 'row':
      return moveByRow(root, deed.step)
    case 'palette':
      return openPalette(root)
    case 'editor':
      return false
  }
}

function target(root: Document, name: string): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`[data-atalho="${name}"]`) ?? undefined
}

function inSight(root: Document, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.getClientRects().length > 0)
}

function focus(element: HTMLElement | undefined): boolean {
  element?.focus()
  return element !== undefined
}

function click(element: HTMLElement | undefined): boolean {
  element?.click()
  return element !== undefined
}
