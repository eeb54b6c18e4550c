import { type ComparedBlock, compareContents, type RichText } from '../../rich-text/index.ts'
import { h } from './elements.ts'

/**
 * Two texts side by side, paragraph against paragraph; on each side what the other lacks is marked. Only what differs,
 * and what stands next to it, is shown.
 */
export function twoTexts(
  left: { name: string; content: RichText },
  right: { name: string; content: RichText },
): HTMLElement {
  const { blocks, identical } = compareContents(left.content, right.content)
  if (identical) return h('p', {}, 'Os dois textos são iguais.')
  const isNear = (index: number) => blocks.slice(Math.max(0, index - 1), index + 2).some(({ kind }) => kind !== 'same')
  const rows: HTMLElement[] = []
  let skipped = false
  for (const [index, block] of blocks.entries()) {
    if (!isNear(index)) {
      if (!skipped) rows.push(h('tr', {}, h('td', { colspan: 2, class: 'editor-two-skip' }, '… trecho igual …')))
      skipped = true
      continue
    }
    skipped = false
    rows.push(
      h(
        'tr',
        { class: `editor-two-${block.kind}` },
        side(block, 'removed', left.name),
        side(block, 'added', right.name),
      ),
    )
  }
  return h(
    'div',
    { class: 'editor-two', tabindex: 0, role: 'region', 'aria-label': 'Comparação dos dois textos' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, left.name), h('th', { scope: 'col' }, right.name))),
      h('tbody', {}, ...rows),
    ),
  )
}

function side({ parts, formOnly }: ComparedBlock, mine: 'removed' | 'added', name: string): HTMLElement {
  const shown = parts.filter(({ kind }) => kind === 'same' || kind === mine)
  const marked = shown.map(({ kind, text }) => (kind === 'same' ? text : h('mark', {}, text)))
  return h('td', { 'data-name': name }, ...marked, formOnly ? h('em', {}, ' (só a forma mudou)') : undefined)
}
