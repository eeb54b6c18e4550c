/** On a narrow screen, the pane beside what is read begins folded (`data-dobra`), and opens at a touch. */
export function foldSides(root: Document): void {
  if (!matchMedia('(max-width: 59.99em)').matches) return
  for (const side of root.querySelectorAll<HTMLDetailsElement>('details[data-dobra]')) side.open = false
}
