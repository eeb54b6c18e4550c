// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Button,
  DateField,
  DateTime,
  Details,
  EmptyState,
  ErrorSummary,
  errorOf,
  Message,
  type PageContext,
  PublicShell,
  SearchField,
  Select,
  TextField,
} from '../../../ui/index.ts'
import { Results, type ResultsProps, SearchHelp, SearchStyle } from '../../search/index.ts'
import { publicAddresses } from '../addresses.ts'
import type { ConsultTyped } from './consult.form.ts'

export interface ConsultPageProps {
  readonly page: PageContext
  readonly typed: ConsultTyped
  readonly problems: readonly FieldProblem[]
  readonly caseTypes: readonly { readonly value: string; readonly label: string }[]
  readonly filtered: boolean
  readonly hidden: boolean
  readonly indexedUpTo: Date
  readonly results: ResultsProps | undefined
  readonly notes: readonly string[]
}

/** The search of public case files and documents, for anybody. */
export function ConsultPage(props: ConsultPageProps) {
  const { page, problems, typed } = props
  return (
    <PublicShell
      page={page}
      title="Consulta de processos"
      lead="Procure processos e documentos públicos pelo número ou por palavras. Não é preciso se identificar."
      hasErrors={problems.length > 0}
      hidden={props.hidden}
    >
      <SearchStyle page={page} />
      <ErrorSummary errors={problems} />
      <form method="get" action={publicAddresses.search} role="search" aria-label="Consulta de processos">
        <div class="search-page__box">
          <SearchField name="q" label="Número ou palavras" value={typed.q} error={errorOf(problems, 'q')} />
          <Button type="submit" kind="primary" icon="search">
            Consultar
          </Button>
        </div>
        <Details summary="Mais opções" open={props.filtered} id="opcoes">
          <Options {...props} />
        </Details>
      </form>
      {props.notes.map((note) => (
        <Message kind="info" key={note}>
          {note}
        </Message>
      ))}
      <Answer {...props} />
      <SearchHelp />
      <p class="secondary">
        A consulta já encontra o que foi registrado até <DateTime value={props.indexedUpTo} now={page.now} />.
      </p>
    </PublicShell>
  )
}

function Options({ typed, problems, caseTypes }: ConsultPageProps) {
  return (
    <>
      <Select
        name="em"
        label="Procurar em"
        value={typed.em}
        options={[
          { value: '', label: 'Processos e documentos' },
          { value: 'processos', label: 'Só processos' },
          { value: 'documentos', label: 'Só documentos' },
        ]}
      />
      <TextField
        name="interessado"
        label="Interessado"
        value={typed.interessado}
        error={errorOf(problems, 'interessado')}
      />
      <TextField
        name="unidade"
        label="Sigla da unidade de origem"
        value={typed.unidade}
        error={errorOf(problems, 'unidade')}
      />
      <Select name="tipo" label="Tipo do processo" emptyLabel="Qualquer tipo" value={typed.tipo} options={caseTypes} />
      <DateField name="de" label="De" value={typed.de} error={errorOf(problems, 'de')} />
      <DateField name="ate" label="Até" value={typed.ate} error={errorOf(problems, 'ate')} />
    </>
  )
}

function Answer({ results, problems }: ConsultPageProps) {
  if (problems.length > 0 || results === undefined) return null
  if (results.found.length > 0) return <Results {...results} />
  return (
    <EmptyState title="Nada foi encontrado" icon="search">
      <p>
        Confira o número ou tente outras palavras. Processos restritos e sigilosos não aparecem aqui: para saber deles,
        procure o órgão.
      </p>
    </EmptyState>
  )
}

/** What stands in the place of everything while the installation keeps the public search off (AUD-021). */
export function SuspendedPage({ page }: { page: PageContext }) {
  return (
    <PublicShell page={page} title="Consulta suspensa" hidden>
      <Message kind="warning" title="A consulta pública está suspensa">
        <p>
          O órgão suspendeu a consulta por algum tempo. Tente mais tarde, ou peça a informação diretamente ao órgão.
        </p>
      </Message>
      <p>
        A conferência de documentos assinados continua funcionando em <a href="/autenticidade">autenticidade</a>.
      </p>
    </PublicShell>
  )
}
