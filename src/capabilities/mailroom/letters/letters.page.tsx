import { Button, type PageContext, Pagination, SearchForm, Select, Shell } from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { stepWords } from './letter.text.ts'
import { letterSteps } from './letter.ts'
import type { LetterRow } from './letters.queries.ts'
import { LettersTable } from './letters-table.page.tsx'

interface LettersPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly state: string
  readonly pageNumber: number
  readonly letters: readonly LetterRow[]
}

/** The letters that a unit asked for, wherever they are. */
export function LettersPage({ page, href, state, pageNumber, letters }: LettersPageProps) {
  const here = href('/cartas')
  return (
    <Shell
      page={page}
      title="Cartas e AR"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Cartas e AR' }]}
      lead={
        <p>
          O que esta unidade pediu que fosse postado. Para pedir, abra o documento assinado e use “Postar com AR” em
          “Mais ações”.
        </p>
      }
    >
      <SearchForm action={here} label="Filtrar as cartas">
        <Select
          name="situacao"
          label="Situação"
          emptyLabel="Todas"
          value={state}
          options={[
            ...letterSteps.map((step) => ({ value: step, label: stepWords[step].word })),
            { value: 'ar-pendente', label: 'AR pendente' },
          ]}
        />
        <Button icon="filter">Mostrar</Button>
      </SearchForm>
      <LettersTable id="cartas" title="Cartas" emptyTitle="Nenhuma carta aqui" {...{ href, letters }} />
      <Pagination
        label="Cartas"
        page={pageNumber}
        pageCount={Math.max(1, Math.ceil((letters[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => `${here}?situacao=${state}&pagina=${number}`}
      />
    </Shell>
  )
}
