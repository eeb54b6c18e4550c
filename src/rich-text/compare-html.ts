import type { ComparedBlock, ComparedPart, Comparison } from './compare.ts'
import { escapeHtml } from './escape-html.ts'

/**
 * A comparison as HTML: what is new in `<ins>`, what is gone in `<del>`, and a word before each block that changed, so
 * that nothing hangs on colour. Equal blocks far from any change are counted, not shown; `context` is how many stay.
 */
export function comparisonToHtml(
  { blocks, identical }: Comparison,
  { context = 2 }: { context?: number } = {},
): string {
  if (identical) return '<div class="rt-compare"><p>Os dois textos são iguais.</p></div>'
  const shown = blocks.map((_, index) =>
    blocks.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same'),
  )
  let [html, skipped] = ['', 0]
  const tellSkipped = () => {
    if (skipped > 0)
      html += `<p class="rt-compare-skip">${skipped === 1 ? '1 parágrafo igual' : `${skipped} parágrafos iguais`}</p>`
    skipped = 0
  }
  for (const [index, block] of blocks.entries()) {
    if (shown[index]) {
      tellSkipped()
      html += blockHtml(block)
    } else skipped += 1
  }
  tellSkipped()
  return `<div class="rt-compare">${html}</div>`
}

function blockHtml(block: ComparedBlock): string {
  const tag = TAGS[block.kind]
  const word = block.formOnly ? 'Só a forma mudou' : tag
  const label = word ? `<span class="rt-compare-tag">${word}</span> ` : ''
  return `<p class="rt-compare-${block.kind}">${label}${block.parts.map(partHtml).join('')}</p>`
}

const TAGS = { same: '', added: 'Incluído', removed: 'Retirado', changed: 'Alterado' } as const

function partHtml({ kind, text }: ComparedPart): string {
  const safe = escapeHtml(text).replace(/\n/g, '<br>')
  return kind === 'same' ? safe : kind === 'added' ? `<ins>${safe}</ins>` : `<del>${safe}</del>`
}
