// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Button,
  DateTime,
  EmptyState,
  ErrorSummary,
  Link,
  LinkButton,
  Message,
  type PageContext,
  SearchField,
  Shell,
} from '../../../ui/index.ts'
import { Filters, type FiltersProps } from './filters.page.tsx'
import { Results, type ResultsProps } from './results.page.tsx'
import { SearchHelp } from './search-help.page.tsx'
import { SearchStyle } from './search-style.page.tsx'

export interface SearchPageProps extends FiltersProps {
  readonly page: PageContext
  readonly action: string
  readonly deskHref: string
  /** The searches that this person saved. */
  readonly savedHref: string
  readonly problems: readonly FieldProblem[]
  /** Whether any filter narrows the search: they are then in sight on narrow screens too. */
  readonly filtered: boolean
  readonly indexedUpTo: Date
  /** Undefined before anything was asked for. */
  readonly results:
    | (ResultsProps & {
        readonly csvHref: string
        readonly saveHref: string
        readonly notes: readonly string[]
        /** Where the same words may find more, when they found little. */
        readonly otherWays: readonly { readonly label: string; readonly href: string }[]
        /** Only digits and signs were typed, and nothing was found. */
        readonly wholeNumber: boolean
      })
    | undefined
}

export function SearchPage(props: SearchPageProps) {
  const { page, problems, results, typed } = props
  return (
    <Shell
      page={page}
      title="Pesquisa"
      hasErrors={problems.length > 0}
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: 'Pesquisa' }]}
    >
      <SearchStyle page={page} />
      <ErrorSummary errors={problems} />
      <form class="search-page" method="get" action={props.action} role="search" aria-label="Pesquisa completa">
        <div class="search-page__box">
          <SearchField
            name="q"
            label="Número ou palavras"
            value={typed.q}
            focused={results === undefined && problems.length === 0}
          />
          <Button type="submit" kind="primary" icon="search">
            Pesquisar
          </Button>
        </div>
        <details class="search-filters" open={props.filtered || results === undefined}>
          <summary class="search-filters__summary">Filtros</summary>
          <div class="search-filters__body">
            <Filters {...props} />
          </div>
        </details>
        <div class="search-page__results">
          {results?.notes.map((note) => (
            <Message kind="info" key={note}>
              {note}
            </Message>
          ))}
          <Answer {...props} />
          <SearchHelp open={results === undefined} />
          <p>
            <LinkButton href={props.savedHref} kind="quiet" icon="star" small>
              Minhas pesquisas
            </LinkButton>
          </p>
          <p class="secondary">
            A pesquisa já encontra o que foi registrado até <DateTime value={props.indexedUpTo} now={page.now} />.
          </p>
        </div>
      </form>
    </Shell>
  )
}

function Answer({ results, problems }: SearchPageProps) {
  if (problems.length > 0 || results === undefined) return null
  if (results.found.length === 0) {
    return (
      <EmptyState
        title="Nada foi encontrado"
        icon="search"
        action={results.otherWays.length > 0 ? <OtherWays ways={results.otherWays} /> : undefined}
      >
        <p>
          {results.wholeNumber
            ? 'Confira o número: ele precisa estar inteiro. O do processo, com todos os algarismos, até os verificadores; o do documento, como aparece entre parênteses, depois do nome. '
            : 'Confira as palavras, tire algum filtro ou use o começo de uma palavra com asterisco. '}
          A pesquisa mostra só o que esta unidade pode ler; minutas aparecem apenas na unidade que as elabora.
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Results {...results} />
      <OtherWays ways={results.otherWays} />
      <p>
        <LinkButton href={results.csvHref} icon="download" small>
          Baixar a lista em CSV
        </LinkButton>{' '}
        <LinkButton href={results.saveHref} icon="star" small>
          Salvar esta pesquisa
        </LinkButton>
      </p>
    </>
  )
}

/** The same words in the filter where they may belong. */
function OtherWays({ ways }: { ways: readonly { readonly label: string; readonly href: string }[] }) {
  if (ways.length === 0) return null
  return (
    <>
      <p>Procure também em:</p>
      <ul class="other-ways">
        {ways.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
