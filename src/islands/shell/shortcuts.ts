import { moveByRow } from './rows.ts'

type Act = (root: Document) => boolean

/** SEI's own keyboard map, so that hands that know it need not learn another. */
export const shortcuts: Readonly<Record<string, Act>> = {
  'Alt+F1': follow('ajuda'),
  'Alt+F2': follow('mesa'),
  'Alt+F9': press('menu'),
  'Alt+F10': focus('pesquisa-rapida'),
  'Alt+F11': press('unidade'),
  'Alt+F12': follow('sair'),
  'Alt+M': press('menu'),
  'Alt+T': focus('titulo'),
  'Alt+B': (root) => focus('primeiro-botao')(root) || focusFirst(root, 'main .button, main .action'),
  'Alt+R': focus('recebidos'),
  'Alt+G': focus('gerados'),
  'Alt+ARROWUP': (root) => moveByRow(root, -1),
  'Alt+ARROWDOWN': (root) => moveByRow(root, 1),
  'Ctrl+Alt+R': focus('raiz-da-arvore'),
  'Ctrl+Alt+S': focus('item-da-arvore'),
  'Ctrl+Alt+F': (root) => focusFirst(root, '[data-atalho="barra-de-acoes"] .action'),
  'Ctrl+Alt+V': (root) => focus('conteudo-do-documento')(root) || focusFirst(root, '#conteudo'),
  'Ctrl+Alt+U': (root) => focusLast(root, '.tree .tree__link'),
}

/** Listens to the shortcuts; one without a target on this page is left to the browser. */
export function listenToShortcuts(root: Document): void {
  root.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    if (shortcuts[nameOf(event)]?.(root)) event.preventDefault()
  })
}

/** The keys pressed together, as the map writes them. */
export function nameOf(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'key' | 'code'>,
): string {
  if (event.metaKey || event.shiftKey || !event.altKey) return ''
  // With Ctrl+Alt, Brazilian keyboards write other signs on the letter keys: the key itself counts.
  const key = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key.toUpperCase()
  return `${event.ctrlKey ? 'Ctrl+' : ''}Alt+${key}`
}

function target(root: Document, name: string): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`[data-atalho="${name}"]`) ?? undefined
}

function follow(name: string): Act {
  return (root) => {
    const element = target(root, name)
    element?.click()
    return element !== undefined
  }
}

function press(name: string): Act {
  return (root) => {
    const element = target(root, name)
    // On a wide screen the menu stands open and has no button: its first entry gets the focus.
    if (element && element.offsetParent === null) return focusFirst(root, '.navigation a')
    element?.focus()
    element?.click()
    return element !== undefined
  }
}

function focus(name: string): Act {
  return (root) => focusElement(target(root, name))
}

function focusFirst(root: Document, selector: string): boolean {
  return focusElement([...root.querySelectorAll<HTMLElement>(selector)].find(isInSight))
}

function focusLast(root: Document, selector: string): boolean {
  return focusElement([...root.querySelectorAll<HTMLElement>(selector)].filter(isInSight).at(-1))
}

function focusElement(element: HTMLElement | undefined): boolean {
  element?.focus()
  return element !== undefined
}

function isInSight(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
