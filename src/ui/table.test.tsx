import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type Column, type Sort, Table } from './table.tsx'

type Row = { id: string; name: string; count: number }

const rows: readonly Row[] = [
  { id: 'a', name: '<b>Primeiro</b>', count: 2 },
  { id: 'b', name: 'Segundo', count: 3 },
]
const columns: readonly Column<Row>[] = [
  { key: 'nome', header: 'Nome', rowHeader: true, sortable: true, cell: (row) => row.name },
  { key: 'total', header: 'Total', numeric: true, sortable: true, cell: (row) => row.count },
  { key: 'atos', header: 'Ações', headerHidden: true, cell: () => <a href="#x">Ver</a> },
]
const props = { id: 't', caption: 'Lista', columns, rows, rowKey: (row: Row) => row.id }

describe('a table', () => {
  const html = renderToString(<Table {...props} />)

  it('says its caption, and which cell names the row', () => {
    expect(html).toMatch(/<caption[^>]*>Lista<\/caption>/)
    expect(html.match(/scope="row"/g)).toHaveLength(2)
    expect(html.match(/scope="col"/g)).toHaveLength(3)
  })

  it('gives each cell the name of its column for narrow screens, unless the column has no visible name', () => {
    expect(html.match(/data-label="Nome"/g)).toHaveLength(2)
    expect(html.match(/data-label="Total"/g)).toHaveLength(2)
    expect(html).not.toContain('data-label="Ações"')
  })

  it('keeps its roles when it is laid out as cards', () => {
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      expect(html).toContain(`role="${role}"`)
  })

  it('escapes what people wrote', () => {
    expect(html).toContain('&lt;b>Primeiro')
    expect(html).not.toContain('<b>')
  })

  it('is a named region that takes the focus when it scrolls sideways', () => {
    const scrolling = renderToString(<Table {...props} layout="scroll" />)
    expect(scrolling).toMatch(/role="region" aria-labelledby="t-legenda" tabindex="0"/)
    expect(html).not.toContain('role="region"')
  })

  it('shows what is said of emptiness instead of an empty table', () => {
    expect(renderToString(<Table {...props} rows={[]} empty={<p>Nada.</p>} />)).toBe('<p>Nada.</p>')
  })
})

describe('a table in an order', () => {
  const sortHref = ({ key, direction }: Sort) => `?ordem=${key}-${direction}`
  const html = renderToString(<Table {...props} sort={{ key: 'nome', direction: 'asc' }} sortHref={sortHref} />)

  it('tells it, turns it around at the second click, and begins ascending elsewhere', () => {
    expect(html).toMatch(/<th[^>]*aria-sort="ascending"[^>]*><a[^>]*href="\?ordem=nome-desc"/)
    expect(html).toContain('href="?ordem=total-asc"')
    expect(html.match(/aria-sort/g)).toHaveLength(1)
    expect(html).not.toContain('?ordem=atos')
  })
})

describe('a table whose rows are chosen', () => {
  it('names what each box chooses and sends the value with its form', () => {
    const selection = {
      name: 'linha',
      value: (row: Row) => row.id,
      label: (row: Row) => `linha ${row.id}`,
      form: 'lote',
    }
    const html = renderToString(<Table {...props} selection={{ ...selection, checked: (row) => row.id === 'b' }} />)
    expect(html).toMatch(/<input[^>]*name="linha" value="a"[^>]*form="lote" aria-label="Selecionar linha a"/)
    expect(html).toMatch(/<input[^>]*value="b" checked/)
    expect(html).not.toMatch(/<input[^>]*value="a" checked/)
    expect(html).toMatch(/<input[^>]*data-seleciona-todos="t"[^>]*hidden/)
  })
})
