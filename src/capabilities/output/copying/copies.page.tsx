import { type Crumb, EmptyState, type PageContext, Shell } from '../../../ui/index.ts'
import { type CopyLine, CopyList } from './copy-list.page.tsx'

interface CopiesPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly lines: readonly CopyLine[]
}

/** All the copies that this person asked for in this unit. */
export function CopiesPage({ page, breadcrumb, lines }: CopiesPageProps) {
  return (
    <Shell
      page={page}
      title="PDF e ZIP de processos"
      breadcrumb={breadcrumb}
      lead={<p>Os PDFs e ZIPs que você pediu nesta unidade. Só você os vê, e cada um fica disponível por sete dias.</p>}
    >
      {lines.length === 0 ? (
        <EmptyState title="Você não pediu nenhuma cópia nos últimos sete dias" icon="pdf">
          Para pedir uma, abra o processo e escolha “Gerar PDF ou ZIP”.
        </EmptyState>
      ) : (
        <CopyList id="copias" lines={lines} now={page.now} withCase />
      )}
    </Shell>
  )
}
