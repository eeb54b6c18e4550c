import { EmptyState, LinkButton, Table, Tag } from '../../../ui/index.ts'
import { ExpeditionFrame, type ExpeditionProps } from '../expedition/tabs.page.tsx'
import type { AveragedMonth } from './averages.rules.ts'
import { daysOf, monthWords, targetDays } from './averages.rules.ts'

/** How many days paper takes, month by month, against the target of seven (FLX-053). */
export function AveragesPage({ page, href, months }: ExpeditionProps & { readonly months: readonly AveragedMonth[] }) {
  const cell = (kind: 'entry' | 'slip' | 'letter') => (month: AveragedMonth) => {
    const average = month[kind]
    if (!average) return '–'
    return (
      <>
        {daysOf(average.tenths)} <span class="secondary">de {average.count}</span>{' '}
        {average.tenths > targetDays * 10 ? <Tag tone="danger">acima da meta</Tag> : null}
      </>
    )
  }
  return (
    <ExpeditionFrame {...{ page, href }} place="/medias" title="Médias de dias">
      <p>
        Dias corridos, em média, do que terminou em cada mês. Meta: {targetDays} dias. As contas são do que você pode
        ver.
      </p>
      <p>
        <LinkButton icon="download" href={href('/expedicao/medias/planilha')}>
          Baixar a planilha
        </LinkButton>
      </p>
      <Table
        id="medias"
        caption="Os últimos doze meses"
        layout="scroll"
        rows={months}
        rowKey={({ month }) => month}
        empty={<EmptyState title="Nada terminou nos últimos doze meses" icon="chart" />}
        columns={[
          { key: 'mes', header: 'Mês', rowHeader: true, width: 'narrow', cell: ({ month }) => monthWords(month) },
          { key: 'quadro', header: 'Quadro: da chegada à solução', numeric: true, cell: cell('entry') },
          { key: 'guias', header: 'Guias: do envio ao recebimento', numeric: true, cell: cell('slip') },
          { key: 'cartas', header: 'Cartas: do pedido à entrega', numeric: true, cell: cell('letter') },
        ]}
      />
    </ExpeditionFrame>
  )
}
