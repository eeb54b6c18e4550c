import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  CheckboxList,
  type Choice,
  type Crumb,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../ui/index.ts'

interface AcknowledgePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly caseFiles: readonly Choice[]
  readonly documents: readonly Choice[]
  readonly chosen: readonly string[]
  readonly nothingChosen: boolean
  /** Says that things are chosen one by one: the form without any of them asks again. */
  readonly choosing?: boolean
}

/** What one declares to know of, many things at once; each answers for itself. */
export function AcknowledgePage(props: AcknowledgePageProps) {
  const { page, formKeys, caseFiles, documents, chosen } = props
  const count = caseFiles.length + documents.length
  return (
    <Shell
      page={page}
      title="Dar ciência"
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={props.nothingChosen}
      lead="Declara que você conhece o que for marcado. A ciência fica no histórico, com seu nome, a unidade e a hora, e não se desfaz."
    >
      {props.nothingChosen ? (
        <Message kind="error" title="Nada foi marcado">
          <p>Marque um ou mais itens e tente de novo.</p>
        </Message>
      ) : null}
      <Form {...formKeys} action={props.action} id="ciencia">
        {props.choosing ? <input type="hidden" name="escolher" value="sim" /> : null}
        {caseFiles.length > 0 ? (
          <CheckboxList name="processo" label="Processos" options={caseFiles} values={[...chosen]} />
        ) : null}
        {documents.length > 0 ? (
          <CheckboxList name="documento" label="Documentos" options={documents} values={[...chosen]} />
        ) : null}
        {count === 0 ? <p>Não há nada de que se possa dar ciência agora.</p> : null}
        <FormActions>
          {count > 0 ? (
            <Button kind="primary" icon="check">
              {count === 1 ? 'Dar ciência' : `Dar ciência dos marcados, entre ${formatCount(count, 'item', 'itens')}`}
            </Button>
          ) : null}
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
