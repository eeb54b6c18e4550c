import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Day,
  errorOf,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  type PageContext,
  Select,
  type SelectOption,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { itemStates } from '../item-state.rules.ts'
import { stateWords } from '../item-state.text.ts'
import type { ItemOfCase, PlanOfCase } from './plan-of-case.ts'
import { type DocumentsToShow, StateOfItem } from './plan-page.page.tsx'

export interface ItemPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly caseFile: CaseFile
  readonly plan: PlanOfCase
  readonly item: ItemOfCase
  readonly documents: DocumentsToShow
  /** Documents of the case file that are not in the item; undefined: too many to choose from, the number is typed. */
  readonly toInclude: readonly SelectOption[] | undefined
  /** Types to begin a document of, those of the item first; empty where nothing may be written here now. */
  readonly types: readonly SelectOption[]
  readonly typed: { readonly state: string; readonly note: string; readonly document: string; readonly typeId: string }
  readonly problems: readonly FormError[]
}

/** One item on one case file: how it stands, and its documents. */
export function ItemOfCasePage(props: ItemPageProps) {
  const { page, formKeys, href, caseFile, item, typed, problems } = props
  const planHref = href(`/processos/${caseFile.digits}/plano-de-trabalho`)
  const here = `${planHref}/itens/${item.id}`
  return (
    <Shell
      page={page}
      title={item.name}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: caseFile.number, href: href(`/processos/${caseFile.digits}`) },
        { label: 'Plano de trabalho', href: planHref },
        { label: item.name },
      ]}
      lead={<StateOfItem item={item} />}
    >
      <p>
        Etapa {item.stepName} do plano {props.plan.association.planName}
        {item.due ? (
          <>
            , até <Day value={item.due} />
          </>
        ) : null}
        .
      </p>
      <Card title="Situação" icon="flag" id="situacao">
        <Form {...formKeys} action={here} errors={problems}>
          <Select
            name="situacao"
            label="Situação do item"
            emptyLabel="Escolha…"
            value={typed.state}
            options={itemStates.map((state) => ({ value: stateWords[state].value, label: stateWords[state].word }))}
            error={errorOf(problems, 'situacao')}
            required
          />
          <TextArea
            name="observacao"
            label="Observação"
            hint="Fica no histórico do plano, à vista de quem vê o processo."
            rows={2}
            maxLength={500}
            value={typed.note}
            error={errorOf(problems, 'observacao')}
          />
          <FormActions>
            <Button kind="primary" icon="check">
              Salvar situação
            </Button>
            <LinkButton kind="quiet" href={planHref}>
              Voltar ao plano
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
      <Card title="Documentos do item" icon="document" id="documentos">
        <Included {...props} action={`${here}/documentos`} />
        <Form {...formKeys} action={`${here}/documentos`} id="inclusao">
          <DocumentField {...props} />
          <FormActions>
            <Button icon="plus" name="acao" value="incluir">
              Incluir no item
            </Button>
          </FormActions>
        </Form>
      </Card>
      {props.types.length > 0 ? <NewDocument {...props} action={`${here}/minuta`} /> : null}
    </Shell>
  )
}

function Included({ formKeys, href, item, documents, action }: ItemPageProps & { readonly action: string }) {
  const shown = item.documentIds.flatMap((id) => documents.get(id) ?? [])
  if (shown.length === 0) return <p>Nenhum documento incluído ainda. Ao incluir um, o item fica em andamento.</p>
  return (
    <ul class="places">
      {shown.map(({ number, label }) => (
        <li key={number}>
          <Form {...formKeys} action={action}>
            <input type="hidden" name="documento" value={number} />
            <Link href={href(`/documentos/${number}`)}>{label}</Link>{' '}
            <Button small kind="quiet" icon="remove" name="acao" value="retirar">
              Retirar do item<span class="visually-hidden"> o documento {number}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function DocumentField({ toInclude, typed, problems }: ItemPageProps) {
  const error = errorOf(problems, 'documento')
  return toInclude ? (
    <Select
      name="documento"
      label="Documento do processo"
      emptyLabel="Escolha…"
      value={typed.document}
      options={toInclude}
      error={error}
    />
  ) : (
    <TextField
      name="documento"
      label="Número do documento"
      hint="O número entre parênteses na árvore."
      inputMode="numeric"
      width="medium"
      maxLength={20}
      value={typed.document}
      error={error}
    />
  )
}

function NewDocument({ formKeys, types, typed, problems, action }: ItemPageProps & { readonly action: string }) {
  return (
    <Card title="Documento novo" icon="draft" id="documento-novo">
      <Form {...formKeys} action={action}>
        <Select
          name="tipo"
          label="Tipo do documento"
          hint="Começa a minuta pelo modelo do tipo, já dentro do item, com o nível de acesso do processo."
          emptyLabel="Escolha…"
          value={typed.typeId}
          options={types}
          error={errorOf(problems, 'tipo')}
        />
        <FormActions>
          <Button icon="draft">Elaborar documento</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
