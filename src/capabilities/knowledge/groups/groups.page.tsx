import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  EmptyState,
  errorOf,
  type Flash,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  Stack,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { GroupRow } from './groups.queries.ts'

interface GroupsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly groups: readonly GroupRow[]
  readonly typed: string
  readonly problems: readonly FieldProblem[]
  readonly href: (path: string) => string
  readonly flash?: Flash | undefined
}

const root = '/textos-padrao/grupos'

/** The groups in which the unit keeps texts and models at hand. */
export function GroupsPage(props: GroupsPageProps) {
  const { problems, href } = props
  return (
    <Shell
      page={props.page}
      title="Grupos de textos e modelos"
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      width="text"
      hasErrors={problems.length > 0}
      lead={<p>São da unidade. O que está em um grupo vem primeiro ao começar um documento.</p>}
    >
      <Stack gap="large">
        <Table
          id="grupos"
          caption="Grupos da unidade"
          captionHidden
          rows={props.groups}
          rowKey={({ id }) => id}
          empty={<EmptyState title="A unidade ainda não tem grupos" icon="star" />}
          columns={[
            {
              key: 'nome',
              header: 'Grupo',
              rowHeader: true,
              width: 'wide',
              cell: ({ id, name }) => <Link href={href(`${root}/${id}`)}>{name}</Link>,
            },
            { key: 'quantos', header: 'Textos e modelos', numeric: true, cell: ({ count }) => count },
          ]}
        />
        <Card title="Novo grupo">
          <NameForm {...props} action={href(root)} label="Criar grupo" />
        </Card>
      </Stack>
    </Shell>
  )
}

/** One group: its name, and its end. */
export function GroupPage(props: GroupsPageProps & { readonly group: GroupRow }) {
  const { group, href } = props
  return (
    <Shell
      page={props.page}
      title={`Grupo “${group.name}”`}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.problems.length > 0}
    >
      <NameForm {...props} action={href(`${root}/${group.id}`)} label="Salvar o nome">
        <LinkButton kind="quiet" icon="remove" href={href(`${root}/${group.id}/exclusao`)}>
          Excluir o grupo
        </LinkButton>
      </NameForm>
    </Shell>
  )
}

type NameFormProps = Pick<GroupsPageProps, 'formKeys' | 'typed' | 'problems'> & {
  action: string
  label: string
  children?: preact.ComponentChildren
}

function NameForm({ formKeys, typed, problems, action, label, children }: NameFormProps) {
  return (
    <Form {...formKeys} action={action} errors={problems}>
      <TextField
        name="nome"
        label="Nome do grupo"
        required
        maxLength={60}
        width="medium"
        value={typed}
        error={errorOf(problems, 'nome')}
      />
      <FormActions>
        <Button kind="primary" icon="check">
          {label}
        </Button>
        {children}
      </FormActions>
    </Form>
  )
}
