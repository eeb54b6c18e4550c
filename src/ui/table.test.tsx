import { describe, expect, it } from 'vitest'
import { renderPart } from './render.ts'
import { type Column, nothing, type Sort, Table } from './table.tsx'

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
  const html = renderPart(<Table {...props} />)

  it('says its caption, and which cell names the row', () => {
    expect(html).toMatch(/<caption[^>]*>Lista<\/caption>/)
    expect(html.match(/<th role="rowheader"/g)).toHaveLength(2)
    expect(html.match(/scope="col"/g)).toHaveLength(3)
  })

  it('gives each cell the name of its column for narrow screens, unless it says itself what it is', () => {
    expect(html.match(/data-label="Total"/g)).toHaveLength(2)
    expect(html).not.toContain('data-label="Nome"')
    expect(html).not.toContain('data-label="Ações"')
  })

  it('says in a row little besides what it shows', () => {
    const selection = { name: 'p', value: (row: Row) => row.id, label: (row: Row) => row.id }
    const bytes = (count: number) => {
      const some = Array.from({ length: count }, (_, n) => ({ id: `${n % 10}`, name: '', count: 1 }))
      return renderPart(<Table {...props} rows={some} selection={selection} />).length
    }
    expect((bytes(50) - bytes(1)) / 49).toBeLessThan(260)
  })

  it('names no column on a card that says itself what it is', () => {
    const plain = columns.map((column) => ({ ...column, plain: true }))
    expect(renderPart(<Table {...props} columns={plain} />)).not.toContain('data-label')
  })

  it('leaves out on a card what has nothing to say', () => {
    const empty = [
      { ...columns[0], cell: () => nothing } as Column<Row>,
      { key: 'x', header: 'X', cell: () => nothing },
    ]
    expect(renderPart(<Table {...props} columns={empty} />)).toContain('<td role="cell"></td>')
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
    const scrolling = renderPart(<Table {...props} layout="scroll" />)
    expect(scrolling).toMatch(/role="region" aria-labelledby="t-legenda" tabindex="0"/)
    expect(html).not.toContain('role="region"')
  })

  it('shows what is said of emptiness instead of an empty table', () => {
    expect(renderPart(<Table {...props} rows={[]} empty={<p>Nada.</p>} />)).toBe('<p>Nada.</p>')
  })
})

describe('a table in an order', () => {
  const sortHref = ({ key, direction }: Sort) => `?ordem=${key}-${direction}`
  const html = renderPart(<Table {...props} sort={{ key: 'nome', direction: 'asc' }} sortHref={sortHref} />)

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
    const html = renderPart(<Table {...props} selection={{ ...selection, checked: (row) => row.id === 'b' }} />)
    expect(html).toMatch(/<input[^>]*name="linha" value="a"[^>]*form="lote" aria-label="linha a"/)
    expect(html).toMatch(/<input[^>]*value="b" checked/)
    expect(html).not.toMatch(/<input[^>]*value="a" checked/)
    expect(html).toMatch(/<input[^>]*data-seleciona-todos="t"[^>]*hidden/)
  })
})
