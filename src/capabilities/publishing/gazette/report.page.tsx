import { EmptyState, LinkButton, type PageContext, Shell, Stack, Table } from '../../../ui/index.ts'
import { MonthSearch } from '../listing/month-search.page.tsx'
import type { SectorReport } from './report.queries.ts'
import { tellMean } from './report.text.ts'

interface ReportProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  /** `2026-11` */
  readonly month: string
  readonly rows: readonly SectorReport[]
}

/** The report of a month, unit by unit. */
export function ReportPage({ page, href, month, rows }: ReportProps) {
  return (
    <Shell
      page={page}
      title="Relatório de publicações em diário"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Publicações', href: href('/publicacoes') },
        { label: 'Relatório' },
      ]}
      lead={<p>O que cada unidade do órgão destinou a diários externos no mês, e o que aconteceu.</p>}
    >
      <Stack gap="large">
        <MonthSearch action={href('/publicacoes/relatorio')} month={month} />
        <Table<SectorReport>
          id="relatorio"
          caption="Publicações em diário, por unidade"
          rows={rows}
          rowKey={({ unitAcronym }) => unitAcronym}
          empty={<EmptyState title="Nada foi destinado a diários neste mês" icon="gazette" />}
          columns={[
            { key: 'unidade', header: 'Unidade', rowHeader: true, cell: ({ unitAcronym }) => unitAcronym },
            { key: 'iniciadas', header: 'Iniciadas', numeric: true, cell: ({ begun }) => begun },
            { key: 'andamento', header: 'Em andamento', numeric: true, cell: ({ underWay }) => underWay },
            { key: 'publicadas', header: 'Publicadas', numeric: true, cell: ({ published }) => published },
            { key: 'conferidas', header: 'Conferidas', numeric: true, cell: ({ checked }) => checked },
            { key: 'diferentes', header: 'Com diferenças', numeric: true, cell: ({ differing }) => differing },
            { key: 'devolvidas', header: 'Devolvidas', numeric: true, cell: ({ rejected }) => rejected },
            { key: 'canceladas', header: 'Canceladas', numeric: true, cell: ({ cancelled }) => cancelled },
            {
              key: 'media',
              header: 'Dias do envio à publicação (média)',
              numeric: true,
              cell: ({ meanDays }) => tellMean(meanDays) || '–',
            },
          ]}
        />
        <p>
          <LinkButton icon="sheet" href={href(`/publicacoes/relatorio/planilha?mes=${month}`)}>
            Baixar planilha (CSV)
          </LinkButton>
        </p>
      </Stack>
    </Shell>
  )
}
