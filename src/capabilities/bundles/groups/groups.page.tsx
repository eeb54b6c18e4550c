import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  type FormError,
  type PageContext,
  Shell,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import type { BundleGroup } from './keep-groups.ts'

export interface GroupsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly groups: readonly BundleGroup[]
  readonly typed: string
  readonly problems: readonly FormError[]
}

/** The groups of the unit: they stand across all kinds of bundles. */
export function GroupsPage(props: GroupsPageProps) {
  const { page, href, groups, problems } = props
  return (
    <Shell
      page={page}
      title="Grupos de blocos"
      width="text"
      hasErrors={problems.length > 0}
      lead="Servem para todos os tipos de bloco e são só desta unidade."
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href('/blocos') },
        { label: 'Grupos' },
      ]}
    >
      <Form {...props.formKeys} action={href('/blocos/grupos')} errors={problems}>
        <TextField
          name="nome"
          label="Nome do novo grupo"
          value={props.typed}
          maxLength={60}
          width="long"
          required
          error={errorOf(problems, 'nome')}
        />
        <FormActions>
          <Button kind="primary" icon="plus">
            Criar grupo
          </Button>
        </FormActions>
      </Form>
      <Table
        id="grupos"
        caption="Grupos desta unidade"
        rows={groups}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhum grupo" icon="layers">
            Crie um grupo para separar os blocos por assunto ou por equipe.
          </EmptyState>
        }
        columns={[
          { key: 'name', header: 'Grupo', rowHeader: true, width: 'wide', cell: ({ name }) => name },
          {
            key: 'state',
            header: 'Situação',
            cell: ({ deactivated }) => (
              <Tag tone={deactivated ? 'danger' : 'warning'} icon={deactivated ? 'close' : 'layers'}>
                {deactivated ? 'Desativado' : 'Ativo'}
              </Tag>
            ),
          },
          { key: 'bundles', header: 'Blocos', numeric: true, cell: ({ bundleCount }) => bundleCount },
          { key: 'acts', header: 'Atos', headerHidden: true, cell: (group) => <GroupActs group={group} {...props} /> },
        ]}
      />
    </Shell>
  )
}

function GroupActs({ group, href, formKeys }: GroupsPageProps & { group: BundleGroup }) {
  const act = group.deactivated ? 'reativar' : 'desativar'
  return (
    <form method="post" action={href(`/blocos/grupos/${group.id}`)}>
      <input type="hidden" name="_csrf" value={formKeys.csrf} />
      <input type="hidden" name="_chave" value={`${formKeys.idempotencyKey}-${group.id}`} />
      <Button kind="quiet" small name="ato" value={act}>
        {group.deactivated ? 'Reativar' : 'Desativar'}
        <span class="visually-hidden"> o grupo {group.name}</span>
      </Button>
      {group.bundleCount === 0 ? (
        <Button kind="quiet" small name="ato" value="excluir">
          Excluir<span class="visually-hidden"> o grupo {group.name}</span>
        </Button>
      ) : null}
    </form>
  )
}
