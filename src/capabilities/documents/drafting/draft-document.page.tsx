import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  errorOf,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { LevelFields } from '../level/level-fields.page.tsx'
import type { DraftTyped } from './draft-document.form.ts'
import type { DraftProblem } from './draft-document.text.ts'
import type { DraftOffer } from './offer-draft.ts'

export interface DraftDocumentPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly offer: DraftOffer
  readonly typed: DraftTyped
  readonly problems: readonly DraftProblem[]
  readonly today: string
  readonly action: string
  readonly backHref: string
}

/** What a new document is, before its text is written. */
export function DraftDocumentPage(props: DraftDocumentPageProps) {
  const { page, offer, typed, today } = props
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <Shell
      page={page}
      title={`Novo documento: ${offer.type.name}`}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead={offer.type.description ? <p>{offer.type.description}</p> : undefined}
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        <input type="hidden" name="tipo" value={offer.type.id} />
        <InitialTextFields offer={offer} typed={typed} problems={problems} focused={problems.length === 0} />
        <TextArea
          name="descricao"
          label="Descrição"
          hint="Ajuda a encontrar o documento; aparece na pesquisa."
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
        <DateField
          name="data"
          label="Data do documento"
          required
          max={today}
          value={typed.datedOn}
          error={errorOf(problems, 'data')}
        />
        <LevelFields offer={offer.levels} typed={typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="edit">
            Criar e escrever
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Escolher outro tipo
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

type PartProps = {
  readonly offer: Pick<DraftOffer, 'beginnings'>
  readonly typed: DraftTyped
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** The page begins with it. */
  readonly focused?: boolean | undefined
}

/** Where the first text of a document comes from: of one, or of many that begin alike. */
export function InitialTextFields({ offer, typed, problems, focused }: PartProps) {
  return (
    <>
      <RadioGroup
        name="texto_inicial"
        label="Texto inicial"
        required
        value={typed.initialText}
        focused={focused}
        error={errorOf(problems, 'texto_inicial')}
        options={[
          { value: 'modelo', label: 'Modelo do tipo' },
          { value: 'vazio', label: 'Nenhum', hint: 'O corpo começa vazio.' },
          {
            value: 'texto-padrao',
            label: 'Texto padrão ou modelo',
            disabled: offer.beginnings.length === 0,
            ...(offer.beginnings.length === 0 ? { hint: 'A unidade ainda não tem textos padrão.' } : {}),
          },
          { value: 'documento', label: 'Outro documento como modelo' },
        ]}
      />
      {offer.beginnings.length > 0 ? (
        <Select
          name="texto_padrao"
          label="Texto padrão ou modelo"
          emptyLabel="Escolha, se for o caso"
          value={typed.standardTextId}
          options={offer.beginnings}
          error={errorOf(problems, 'texto_padrao')}
        />
      ) : null}
      <TextField
        name="documento_modelo"
        label="Número do documento modelo"
        hint="O nº SEI, como 0001234; só quando o texto vem de outro documento."
        inputMode="numeric"
        width="short"
        maxLength={20}
        value={typed.modelNumber}
        error={errorOf(problems, 'documento_modelo')}
      />
    </>
  )
}
