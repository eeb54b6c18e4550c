import { ActionBar } from '../action-bar.tsx'
import { LinkButton } from '../button.tsx'
import { SearchField } from '../forms/text-fields.tsx'
import { Icon } from '../icons/icon.tsx'
import { Pagination, Tabs } from '../navigation.tsx'
import { Shell } from '../shells/shell.tsx'
import { type Column, Table } from '../table.tsx'
import { LevelTag, StatusTag, Tag } from '../tag.tsx'
import { CaseNumber, DateTime } from '../values.tsx'
import { type DeskRow, deskRows } from './desk-rows.ts'
import { sampleNow, samplePage } from './sample-page.ts'

const columns: readonly Column<DeskRow>[] = [
  {
    key: 'processo',
    header: 'Processo',
    rowHeader: true,
    sortable: true,
    width: 'narrow',
    cell: (row) => <CaseNumber number={row.number} href={`/processos/${row.slug}`} state={row.state} />,
  },
  {
    key: 'tipo',
    header: 'Tipo e especificação',
    width: 'wide',
    cell: (row) => (
      <>
        {row.type}
        <span class="secondary"> – {row.summary}</span> <LevelTag level={row.level} unlessPublic />{' '}
        {row.signal ? (
          <Tag tone={row.signal.tone} icon={row.signal.icon}>
            {row.signal.label}
          </Tag>
        ) : null}
      </>
    ),
  },
  { key: 'interessado', header: 'Interessado', cell: (row) => row.party },
  { key: 'atribuido', header: 'Atribuído a', sortable: true, width: 'narrow', cell: (row) => row.holder },
  {
    key: 'recebido',
    header: 'Recebido',
    sortable: true,
    width: 'narrow',
    cell: (row) => <DateTime value={row.receivedAt} now={sampleNow} />,
  },
  {
    key: 'prazo',
    header: 'Prazo',
    sortable: true,
    width: 'narrow',
    cell: (row) => row.deadline && <StatusTag tone={row.deadline.tone}>{row.deadline.text}</StatusTag>,
  },
]

/** The desk with fifteen case files. */
export function DeskExample() {
  return (
    <Shell page={samplePage({ demo: true })} title="Mesa de COFIC" headingActions={<NewCase />}>
      <ul class="attention">
        <Attention icon="sign" count={4} label="para assinar" />
        <Attention icon="return" count={2} label="para devolver" />
        <Attention icon="clock" count={1} label="com prazo vencido" />
        <Attention icon="mail" count={3} label="respondidos" />
      </ul>
      <Tabs
        label="Processos da mesa"
        items={[
          { href: '#recebidos', label: 'Recebidos', count: 15, current: true },
          { href: '#gerados', label: 'Gerados', count: 8 },
          { href: '#meus', label: 'Atribuídos a mim', count: 5 },
        ]}
      >
        <SearchField
          name="filtro"
          label="Filtrar os processos"
          labelHidden
          placeholder="Filtrar nesta página"
          filterOf="recebidos"
        />
      </Tabs>
      <form method="get" action="/em/cofic/lote" id="lote">
        <DeskActions />
        <Table
          id="recebidos"
          caption="Processos recebidos"
          captionHidden
          columns={columns}
          rows={deskRows}
          rowKey={(row) => row.number}
          rowTone={(row) => (row.state === 'unopened' ? 'new' : undefined)}
          selection={{ name: 'processo', value: (row) => row.slug, label: (row) => `processo ${row.number}` }}
          sort={{ key: 'recebido', direction: 'desc' }}
          sortHref={({ key, direction }) => `?ordem=${key}-${direction}`}
          shortcut="recebidos"
        />
      </form>
      <Pagination
        label="Processos recebidos"
        page={1}
        pageCount={4}
        href={(page) => `?pagina=${page}`}
        total="58 processos"
      />
    </Shell>
  )
}

function NewCase() {
  return (
    <LinkButton href="/em/cofic/novo-processo" kind="primary" icon="caseNew">
      Novo processo
    </LinkButton>
  )
}

function DeskActions() {
  const batch = { form: 'lote', formMethod: 'get' } as const
  return (
    <ActionBar
      label="Ações com os processos selecionados"
      shortcut="barra-de-acoes"
      groups={[
        [
          { label: 'Enviar', icon: 'send', ...batch, formAction: '/em/cofic/envio' },
          { label: 'Atribuir', icon: 'assign', ...batch, formAction: '/em/cofic/atribuicao' },
          { label: 'Concluir', icon: 'conclude', ...batch, formAction: '/em/cofic/conclusao' },
        ],
        [
          { label: 'Marcador', icon: 'label', ...batch, formAction: '/em/cofic/marcadores' },
          { label: 'Anotação', icon: 'note', ...batch, formAction: '/em/cofic/anotacoes' },
          { label: 'Incluir em bloco', icon: 'bundle', ...batch, formAction: '/em/cofic/blocos/inclusao' },
        ],
      ]}
      more={[
        {
          heading: 'Outras',
          actions: [
            {
              label: 'Incluir documento nos selecionados',
              icon: 'document',
              ...batch,
              formAction: '/em/cofic/documentos',
            },
            { label: 'Sobrestar', icon: 'pause', ...batch, formAction: '/em/cofic/sobrestamento' },
            { label: 'Exportar a lista', icon: 'sheet', href: '/em/cofic/mesa.csv' },
            { label: 'Escolher colunas', icon: 'list', href: '/em/cofic/mesa/colunas' },
          ],
        },
      ]}
    />
  )
}

function Attention({
  icon,
  count,
  label,
}: {
  icon: 'sign' | 'return' | 'clock' | 'mail'
  count: number
  label: string
}) {
  return (
    <li>
      <a href="/em/cofic/mesa?ver=pendencias">
        <Icon name={icon} />
        <strong>{count}</strong> {label}
      </a>
    </li>
  )
}
