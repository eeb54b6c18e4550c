import { EmptyState } from './content.tsx'
import type { Example } from './examples/example.ts'
import { formatCount } from './format.ts'
import { type Column, Table } from './table.tsx'

type Unit = { acronym: string; name: string; opened: number; concluded: number }

const units: readonly Unit[] = [
  { acronym: 'COFIC', name: 'Coordenadoria de Fiscalização', opened: 1204, concluded: 987 },
  { acronym: 'GAB', name: 'Gabinete do Secretário', opened: 311, concluded: 298 },
]

const columns: readonly Column<Unit>[] = [
  { key: 'sigla', header: 'Unidade', rowHeader: true, sortable: true, cell: (unit) => unit.acronym },
  { key: 'nome', header: 'Nome', width: 'wide', cell: (unit) => unit.name },
  { key: 'abertos', header: 'Abertos', numeric: true, sortable: true, cell: (unit) => formatCount(unit.opened) },
  { key: 'concluidos', header: 'Concluídos', numeric: true, cell: (unit) => formatCount(unit.concluded) },
]

export const examples: readonly Example[] = [
  {
    name: 'Tabela que vira fichas, com escolha e ordem',
    render: () => (
      <Table
        id="unidades"
        caption="Processos por unidade"
        columns={columns}
        rows={units}
        rowKey={(unit) => unit.acronym}
        selection={{ name: 'unidade', value: (unit) => unit.acronym, label: (unit) => unit.acronym }}
        sort={{ key: 'abertos', direction: 'desc' }}
        sortHref={({ key, direction }) => `?ordem=${key}-${direction}`}
        rowTone={(unit) => (unit.opened > 1000 ? 'danger' : undefined)}
      />
    ),
  },
  {
    name: 'Tabela que rola para o lado',
    render: () => (
      <Table
        id="unidades-2"
        caption="Movimento do ano"
        layout="scroll"
        columns={columns}
        rows={units}
        rowKey={(unit) => unit.acronym}
      />
    ),
  },
  {
    name: 'Tabela sem linhas',
    render: () => (
      <Table
        id="unidades-3"
        caption="Unidades"
        columns={columns}
        rows={[]}
        rowKey={(unit) => unit.acronym}
        empty={<EmptyState title="Nenhuma unidade" icon="unit" />}
      />
    ),
  },
]
