import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  errorOf,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { LevelOffer } from '../level/check-level.ts'
import type { LevelTyped } from '../level/level.form.ts'
import { LevelFields } from '../level/level-fields.page.tsx'

export interface ChangeDataPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly typed: LevelTyped & {
    readonly description: string
    readonly treeName: string
    readonly typeId: string
    readonly typeNumber: string
  }
  /** Of an uploaded document; none for one of the editor, whose type is fixed. */
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly levels: LevelOffer
  readonly isRecorded: boolean
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly action: string
  readonly backHref: string
}

/** What is known of a document besides its content. */
export function ChangeDataPage(props: ChangeDataPageProps) {
  const { typed } = props
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <Shell
      page={props.page}
      title={`Dados de ${props.label}`}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
    >
      {props.isRecorded ? (
        <Message kind="info">
          <p>O documento está travado: o conteúdo não muda mais, e a alteração dos dados fica no histórico.</p>
        </Message>
      ) : null}
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        {props.types.length > 0 ? (
          <Select
            name="tipo"
            label="Tipo"
            value={typed.typeId}
            options={props.types.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf(problems, 'tipo')}
          />
        ) : null}
        {props.types.length > 0 ? (
          <TextField
            name="numero"
            label="Número do documento"
            hint="O que está escrito nele, se houver: 123/2026."
            maxLength={40}
            width="short"
            value={typed.typeNumber}
            error={errorOf(problems, 'numero')}
          />
        ) : null}
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
        <LevelFields offer={props.levels} typed={typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar dados
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
