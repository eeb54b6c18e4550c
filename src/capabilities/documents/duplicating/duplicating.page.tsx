import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  type Choice,
  type Crumb,
  Form,
  FormActions,
  type FormError,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'

interface DuplicatePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly caseNumber: string
  readonly action: string
  readonly backHref: string
  readonly documents: readonly Choice[]
  /** Drafts, cancelled ones, and those that this unit may not read. */
  readonly leftOut: number
  readonly parties: readonly Choice[]
  readonly relations: number
  readonly typed: {
    readonly documents: readonly string[]
    readonly parties: readonly string[]
    readonly keepRelations: boolean
  }
  readonly problems: readonly FormError[]
  readonly refusals: readonly string[]
}

/** What of a case file goes into its copy. */
export function DuplicatePage(props: DuplicatePageProps) {
  const { page, breadcrumb, caseNumber, refusals, backHref } = props
  return (
    <Shell
      page={page}
      title={`Duplicar o processo ${caseNumber}`}
      width="text"
      breadcrumb={breadcrumb}
      hasErrors={props.problems.length > 0}
      lead="Abre outro processo, com número próprio, com os mesmos tipo, especificação, classificação, prioridade e nível de acesso. Assinaturas, ciências e comentários não são copiados."
    >
      {refusals.length > 0 ? (
        <Message kind="warning" title="Não é possível agora">
          {refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <LinkButton href={backHref}>Voltar ao processo</LinkButton>
          </p>
        </Message>
      ) : (
        <Choosing {...props} />
      )}
    </Shell>
  )
}

function Choosing({
  formKeys,
  action,
  backHref,
  documents,
  leftOut,
  parties,
  relations,
  ...props
}: DuplicatePageProps) {
  const { typed, problems } = props
  return (
    <Form {...formKeys} action={action} errors={problems} id="duplicacao">
      {parties.length > 0 ? (
        <CheckboxList name="interessado" label="Interessados na cópia" options={parties} values={[...typed.parties]} />
      ) : null}
      {documents.length > 0 ? (
        <CheckboxList
          name="documento"
          label="Documentos a copiar"
          hint="Os do editor viram minutas desta unidade; os externos são copiados com o mesmo arquivo."
          options={documents}
          values={[...typed.documents]}
        />
      ) : (
        <p>Nenhum documento deste processo pode ser copiado.</p>
      )}
      {leftOut > 0 ? (
        <p class="secondary">
          {formatCount(leftOut, 'documento fica', 'documentos ficam')} de fora: minutas, cancelados e os que esta
          unidade não pode ler.
        </p>
      ) : null}
      {relations > 0 ? (
        <Checkbox
          name="relacionamentos"
          label={`Manter ${formatCount(relations, 'processo relacionado', 'processos relacionados')}`}
          checked={typed.keepRelations}
        />
      ) : null}
      <FormActions>
        <Button kind="primary" icon="copy">
          Duplicar processo
        </Button>
        <LinkButton kind="quiet" href={backHref}>
          Voltar sem duplicar
        </LinkButton>
      </FormActions>
    </Form>
  )
}
