/** Closes open menus (`details[data-fecha-sozinho]`) with Esc, with a click elsewhere, or when the focus goes on elsewhere. */
export function closeMenus(root: Document): void {
  const open = () => root.querySelectorAll<HTMLDetailsElement>('details[data-fecha-sozinho][open]')
  const closeOthers = ({ target }: Event) => {
    for (const menu of open()) if (!menu.contains(target as Node)) menu.open = false
  }
  for (const how of ['click', 'focusin']) root.addEventListener(how, closeOthers)
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      menu.open = false
      if (menu.contains(root.activeElement)) menu.querySelector('summary')?.focus()
    }
  })
}
