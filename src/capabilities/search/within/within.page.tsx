import {
  Button,
  EmptyState,
  formatCount,
  Highlighted,
  Message,
  type PageContext,
  RecognizedText,
  SearchField,
  SearchForm,
  Tag,
} from '../../../ui/index.ts'
import { documentLabel } from '../../documents/index.ts'
import { SearchHelp } from '../finding/search-help.page.tsx'
import { SearchStyle } from '../finding/search-style.page.tsx'
import type { InCaseResult } from './find-in-case.ts'

export interface WithinProps {
  readonly page: PageContext
  readonly action: string
  readonly href: (path: string) => string
  readonly text: string
  /** Undefined before anything was asked for. */
  readonly result: InCaseResult | undefined
}

/** The search within one case file: words, and the documents in which they stand. */
export function SearchWithin({ page, action, href, text, result }: WithinProps) {
  return (
    <>
      <SearchStyle page={page} />
      <SearchForm action={action} label="Pesquisa dentro do processo" id="pesquisa-no-processo">
        <SearchField name="q" label="Palavras nos documentos deste processo" value={text} />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      {result?.onlyCommonWords ? (
        <Message kind="info">
          <p>Palavras como “de”, “para” e “o” não são pesquisadas sozinhas. Acrescente outra.</p>
        </Message>
      ) : null}
      {result && !result.onlyCommonWords ? <Found found={result.found} href={href} /> : null}
      <SearchHelp open={result === undefined} />
    </>
  )
}

function Found({ found, href }: { found: InCaseResult['found']; href: (path: string) => string }) {
  if (found.length === 0) {
    return (
      <EmptyState title="Nada foi encontrado neste processo" icon="search">
        <p>
          Confira as palavras, ou use o começo de uma delas com asterisco. Só se procura no que esta unidade pode ler.
        </p>
      </EmptyState>
    )
  }
  return (
    <section class="results" aria-labelledby="titulo-dos-resultados">
      <h2 class="results__title" id="titulo-dos-resultados">
        {formatCount(found.length, 'documento', 'documentos')}
      </h2>
      <ol class="results__list">
        {found.map(({ document, snippet, isRecognized }) => (
          <li class="result" key={document.number}>
            <h3 class="result__name">
              <a href={href(`/documentos/${document.number}`)}>{documentLabel(document)}</a>
              {document.isDraft ? <Tag icon="draft">Minuta</Tag> : null}
            </h3>
            <p class="result__place">{document.unitAcronym}</p>
            {snippet.length > 0 ? (
              <p>
                <Highlighted parts={[...snippet]} />
                {isRecognized ? <RecognizedText /> : null}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
