import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  ColourMark,
  EmptyState,
  errorOf,
  type Flash,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type MarkColour,
  Message,
  markColours,
  type PageContext,
  RadioGroup,
  Shell,
  StatusTag,
  Swatch,
  Table,
  TextField,
  wordsOfColour,
} from '../../../ui/index.ts'
import type { LabelTyped } from './label.form.ts'
import type { LabelRow } from './labels.queries.ts'

interface LabelsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
  readonly labels: readonly LabelRow[]
  readonly flash: Flash | undefined
}

/** The register of labels of the unit, with what each counts on the desk. */
export function LabelsPage({ page, href, unit, labels, flash }: LabelsPageProps) {
  const newLabel = (
    <LinkButton kind="primary" icon="plus" href={href('/marcadores/novo')}>
      Novo marcador
    </LinkButton>
  )
  return (
    <Shell
      page={page}
      title="Marcadores"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Marcadores' }]}
      flash={flash}
      headingActions={labels.length > 0 ? newLabel : undefined}
      lead={<p>Com que a unidade {unit} separa os seus processos. As outras unidades não os veem.</p>}
    >
      <Table
        id="marcadores"
        caption="Marcadores da unidade"
        captionHidden
        rows={labels}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
        empty={
          <EmptyState title="A unidade ainda não tem marcadores" icon="label" action={newLabel}>
            Crie um para cada assunto ou etapa que vale a pena ver de longe.
          </EmptyState>
        }
        columns={[
          {
            key: 'nome',
            header: 'Marcador',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name, colour }) => (
              <>
                <ColourMark colour={colour}>{name}</ColourMark>{' '}
                <Link href={href(`/marcadores/${id}`)}>
                  Alterar<span class="visually-hidden"> o marcador {name}</span>
                </Link>
              </>
            ),
          },
          { key: 'cor', header: 'Cor', cell: ({ colour }) => wordsOfColour(colour) },
          {
            key: 'processos',
            header: 'Processos abertos',
            cell: ({ id, openCount }) =>
              openCount > 0 ? (
                <Link href={href(`/mesa?marcador=${id}`)}>{formatCount(openCount, 'processo', 'processos')}</Link>
              ) : (
                'Nenhum'
              ),
          },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ active }) => (
              <StatusTag tone={active ? 'success' : 'neutral'}>{active ? 'Em uso' : 'Fora de uso'}</StatusTag>
            ),
          },
        ]}
      />
    </Shell>
  )
}

interface LabelPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  /** Undefined: a new one. */
  readonly label: LabelRow | undefined
  readonly typed: LabelTyped
  readonly problems: readonly FieldProblem[]
}

const colours = Object.keys(markColours) as MarkColour[]

/** One label of the register. */
export function LabelPage({ page, formKeys, href, label, typed, problems }: LabelPageProps) {
  const title = label ? `Marcador ${label.name}` : 'Novo marcador'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Marcadores', href: href('/marcadores') },
        { label: title },
      ]}
    >
      <Form {...formKeys} action={href(label ? `/marcadores/${label.id}` : '/marcadores')} errors={problems}>
        <TextField
          name="nome"
          label="Nome"
          required
          maxLength={50}
          width="long"
          value={typed.name}
          focused={!label && problems.length === 0}
          error={errorOf(problems, 'nome')}
        />
        <RadioGroup
          name="cor"
          label="Cor e forma"
          inline
          value={typed.colour}
          error={errorOf(problems, 'cor')}
          options={colours.map((colour) => ({
            value: colour,
            label: (
              <>
                <Swatch colour={colour} /> {wordsOfColour(colour)}
              </>
            ),
          }))}
        />
        {label ? (
          <Checkbox
            name="em_uso"
            label="Em uso"
            hint="Fora de uso, ele fica nos processos que o têm, mas não é oferecido para outros."
            checked={typed.active}
          />
        ) : (
          <input type="hidden" name="em_uso" value="sim" />
        )}
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar marcador
          </Button>
          <LinkButton kind="quiet" href={href('/marcadores')}>
            Voltar aos marcadores
          </LinkButton>
        </FormActions>
      </Form>
      {label ? <Deletion {...{ formKeys, href, label }} /> : null}
    </Shell>
  )
}

function Deletion({ formKeys, href, label }: Pick<LabelPageProps, 'formKeys' | 'href'> & { label: LabelRow }) {
  if (label.used) {
    return (
      <Message kind="info">
        <p>Este marcador já foi usado: o histórico dos processos o cita, por isso ele não pode ser excluído.</p>
      </Message>
    )
  }
  return (
    <Form
      csrf={formKeys.csrf}
      idempotencyKey={`${formKeys.idempotencyKey}e`}
      action={href(`/marcadores/${label.id}/exclusao`)}
    >
      <Button kind="danger" icon="remove">
        Excluir marcador
      </Button>
    </Form>
  )
}
