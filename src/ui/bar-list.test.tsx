import { describe, expect, it, test } from 'vitest'
import { BarList, sayBars } from './bar-list.tsx'
import { renderPart } from './render.ts'

const bars = [
  { label: 'Férias', value: 3 },
  { label: 'Pedido', value: 12 },
]

describe('a bar chart', () => {
  it('is one picture with a sentence, and its longest bar takes the whole width', () => {
    const html = renderPart(<BarList title="Por tipo" bars={bars} />)
    expect(html).toContain(
      'role="img" aria-label="Por tipo, em barras: do maior, Pedido (12), ao menor, Férias (3). Os números estão na tabela abaixo."',
    )
    expect([...html.matchAll(/__value" width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['100', '25'])
  })

  it('keeps the order that it is told to keep, and still tells the longest and the shortest', () => {
    const html = renderPart(<BarList title="Por tempo" bars={bars} inOrder />)
    expect([...html.matchAll(/__value" width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['25', '100'])
    expect(html).toContain('do maior, Pedido (12), ao menor, Férias (3)')
  })

  it('is nothing without bars, and of zeros draws no bar and divides by nothing', () => {
    expect(renderPart(<BarList title="Por tipo" bars={[]} />)).toBe('')
    expect(renderPart(<BarList title="Por tipo" bars={[{ label: 'a', value: 0 }]} />)).toContain('__value" width="0"')
  })

  it('a mark beyond every bar stays inside', () => {
    const html = renderPart(<BarList title="x" bars={bars} mark={{ label: 'a meta', value: 24 }} />)
    expect(html).toContain('__mark" x="99"')
    expect(html).toContain('A linha marca a meta: 24.')
  })

  test.each([
    [[], 0, 'Por tipo: nada a mostrar.'],
    [[bars[1]], 1, 'Por tipo, em barras: Pedido (12). Os números estão na tabela abaixo.'],
    [[bars[1]], 3, 'Por tipo, em barras: Pedido (12); são mostradas 1 de 3. Os números estão na tabela abaixo.'],
  ])('of %j of %i says %j', (shown, total, sentence) => {
    expect(sayBars('Por tipo', shown as typeof bars, total, undefined)).toBe(sentence)
  })
})
