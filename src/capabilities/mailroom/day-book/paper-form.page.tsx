import { type PageContext, Shell, Table } from '../../../ui/index.ts'

interface PaperFormPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
}

/** The board on paper, to be written by hand while the system is away (FLX-047). */
export function PaperFormPage({ page, href, unit }: PaperFormPageProps) {
  const blank = () => <>&nbsp;</>
  return (
    <Shell
      page={page}
      title={`Quadro do dia em papel – ${unit}`}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Quadro do dia', href: href('/quadro-do-dia') },
        { label: 'Formulário em papel' },
      ]}
      lead={<p>Dia ____/____/________. Quando o sistema voltar, registre cada linha com a hora do papel.</p>}
    >
      <Table
        id="linhas"
        caption="Chegadas do dia"
        captionHidden
        layout="scroll"
        rows={Array.from({ length: 15 }, (_, place) => place + 1)}
        rowKey={String}
        columns={[
          { key: 'ordem', header: 'Ordem', rowHeader: true, width: 'narrow', cell: (place) => place },
          { key: 'hora', header: 'Hora', cell: blank },
          { key: 'remetente', header: 'Remetente', width: 'wide', cell: blank },
          { key: 'assunto', header: 'Assunto', width: 'wide', cell: blank },
          { key: 'pecas', header: 'Peças e folhas', cell: blank },
          { key: 'para', header: 'Para quem', cell: blank },
          { key: 'prazo', header: 'Prazo', cell: blank },
        ]}
      />
    </Shell>
  )
}
