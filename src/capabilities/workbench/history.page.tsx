import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  type FormError,
  formatCount,
  Pagination,
  Tabs,
  TextArea,
  Timeline,
} from '../../ui/index.ts'
import type { HistoryPage } from '../history/index.ts'

export interface HistoryProps {
  readonly history: HistoryPage
  readonly view: 'summary' | 'complete'
  readonly pageNumber: number
  readonly at: (query: string) => string
  /** Absent where this unit cannot write an entry now. */
  readonly entry:
    | {
        readonly formKeys: FormKeys
        readonly action: string
        readonly text: string
        readonly errors: readonly FormError[]
      }
    | undefined
}

/** Every act on the case file, newest first, in sentences. */
export function CaseHistory({ history, view, pageNumber, at, entry }: HistoryProps) {
  const query = (page: number) => at(`?visao=${view === 'summary' ? 'resumida' : 'completa'}&pagina=${page}`)
  return (
    <>
      <Tabs
        label="Visões do histórico"
        items={[
          { href: at('?visao=resumida'), label: 'Resumido', current: view === 'summary' },
          { href: at('?visao=completa'), label: 'Completo', current: view === 'complete' },
        ]}
      />
      {entry ? (
        <Form {...entry.formKeys} action={entry.action} errors={entry.errors}>
          <TextArea
            name="texto"
            label="Escrever um andamento"
            hint="Fica no histórico para sempre e não pode ser alterado."
            rows={2}
            maxLength={1000}
            value={entry.text}
            error={errorOf(entry.errors, 'texto')}
          />
          <FormActions>
            <Button icon="note">Registrar andamento</Button>
          </FormActions>
        </Form>
      ) : null}
      <Timeline
        label="Andamentos"
        events={history.lines.map((line) => ({
          id: line.id,
          at: line.at,
          text: line.text,
          actor: line.person,
          unit: line.unit,
          details: line.ours ? <p class="secondary">Só esta unidade vê este andamento.</p> : undefined,
        }))}
      />
      <Pagination
        label="Andamentos"
        page={pageNumber}
        pageCount={Math.max(1, Math.ceil(history.total / history.pageSize))}
        href={query}
        total={formatCount(history.total, 'andamento', 'andamentos', 'Nenhum andamento')}
      />
    </>
  )
}
