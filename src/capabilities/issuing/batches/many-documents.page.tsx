import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  type Crumb,
  errorOf,
  FileField,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type DraftTyped, InitialTextFields, LevelFields, type LevelOffer } from '../../documents/index.ts'

export interface ManyDocumentsProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly beginnings: readonly { readonly value: string; readonly label: string; readonly group: string }[]
  readonly levels: LevelOffer
  readonly typed: DraftTyped
  readonly problems: readonly FormError[]
}

type Problems = readonly { readonly field: string; readonly message: string }[]
const fieldProblems = (problems: readonly FormError[]): Problems =>
  problems.map(({ field, message }) => ({ field: field ?? '', message }))

/** One document like the others in each of the chosen case files (DOC-010). */
export function DeskInclusionPage(
  props: ManyDocumentsProps & {
    readonly caseFiles: readonly { readonly digits: string; readonly number: string; readonly typeName: string }[]
    readonly mayBundle: boolean
    readonly bundled: boolean
  },
) {
  const problems = fieldProblems(props.problems)
  return (
    <Shell
      page={props.page}
      title="Incluir documento em vários processos"
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Cada processo recebe um documento próprio, com o mesmo tipo, texto inicial e nível de acesso."
    >
      {props.caseFiles.length === 0 ? (
        <Message kind="error" title="Nenhum processo foi marcado">
          <p>Volte à mesa e marque um ou mais processos.</p>
          <LinkButton href={props.backHref}>Voltar à mesa</LinkButton>
        </Message>
      ) : (
        <Form {...props.formKeys} action={props.action} errors={props.problems} id="inclusao">
          <ul class="chosen-case-files">
            {props.caseFiles.map(({ digits, number, typeName }) => (
              <li key={digits}>
                <input type="hidden" name="processo" value={digits} />
                <strong class="nowrap">{number}</strong> · {typeName}
              </li>
            ))}
          </ul>
          <DocumentFields {...props} problems={problems} />
          {props.mayBundle ? (
            <Checkbox
              name="bloco"
              value="sim"
              label="Incluir os documentos em um bloco de assinatura novo"
              checked={props.bundled}
            />
          ) : null}
          <FormActions>
            <Button kind="primary" icon="document">
              Incluir em todos
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Voltar sem incluir
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}

/** A list with a row for each document, and what all of them have in common. */
export function NewBatchPage(props: ManyDocumentsProps & { readonly caseNumber: string }) {
  const problems = fieldProblems(props.problems)
  return (
    <Shell
      page={props.page}
      title="Documentos de uma lista"
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Cada linha da lista vira um documento. Onde o texto traz @nome_da_coluna@ entra o que está na coluna. Antes de gerar, você confere a lista."
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems} multipart id="lista">
        <FileField
          name="lista"
          label="Lista"
          accept=".csv,.txt"
          hint="Planilha salva como CSV. A primeira linha traz os nomes das colunas."
          limits="Até 500 linhas e 2 MB."
          required
          error={errorOf(problems, 'lista')}
        />
        <TextField
          name="processo"
          label="Processo"
          hint="Todos os documentos vão para este processo. Em branco, a lista tem a coluna “processo” com o número de cada um."
          maxLength={40}
          value={props.caseNumber}
          error={errorOf(problems, 'processo')}
        />
        <DocumentFields {...props} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="search">
            Conferir a lista
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function DocumentFields(props: Omit<ManyDocumentsProps, 'problems'> & { readonly problems: Problems }) {
  const { types, typed, problems } = props
  return (
    <>
      <Select
        name="tipo"
        label="Tipo do documento"
        required
        emptyLabel="Escolha o tipo"
        value={typed.typeId}
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorOf(problems, 'tipo')}
      />
      <InitialTextFields offer={props} typed={typed} problems={problems} />
      <TextArea
        name="descricao"
        label="Descrição"
        rows={2}
        maxLength={500}
        value={typed.description}
        error={errorOf(problems, 'descricao')}
      />
      <TextField
        name="nome_na_arvore"
        label="Nome na árvore"
        hint="Poucas palavras, ao lado do tipo, na lista de documentos do processo (a árvore)."
        maxLength={60}
        value={typed.treeName}
        error={errorOf(problems, 'nome_na_arvore')}
      />
      <input type="hidden" name="data" value={typed.datedOn} />
      <LevelFields offer={props.levels} typed={typed} problems={problems} />
    </>
  )
}
