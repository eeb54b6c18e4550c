import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  formatCount,
  Link,
  type PageContext,
  Shell,
  Stack,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { SavedSearch } from './save-search.ts'

interface SavedSearchesProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly searchHref: string
  readonly action: string
  readonly saved: readonly SavedSearch[]
  /** A search that is to be saved; an empty query shows only the list. */
  readonly typed: { readonly name: string; readonly query: string }
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
}

/** What a person asks again and again. */
export function SavedSearchesPage({ page, formKeys, saved, typed, action, ...props }: SavedSearchesProps) {
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <Shell
      page={page}
      title="Minhas pesquisas"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: props.deskHref },
        { label: 'Pesquisa', href: props.searchHref },
        { label: 'Minhas pesquisas' },
      ]}
    >
      <ErrorSummary errors={problems} />
      <Stack gap="large">
        {typed.query ? (
          <Card title="Salvar a pesquisa" icon="star">
            <Form {...formKeys} action={action} id="salvar">
              <input type="hidden" name="consulta" value={typed.query} />
              <TextField
                name="nome"
                label="Nome"
                hint="Com o nome de outra pesquisa sua, esta fica no lugar dela."
                required
                maxLength={100}
                value={typed.name}
                error={errorOf(problems, 'nome')}
              />
              <FormActions>
                <Button kind="primary" icon="star">
                  Salvar pesquisa
                </Button>
              </FormActions>
            </Form>
          </Card>
        ) : null}
        <Table
          id="pesquisas"
          caption={formatCount(saved.length, 'pesquisa salva', 'pesquisas salvas')}
          rows={saved}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'nome',
              header: 'Pesquisa',
              rowHeader: true,
              width: 'wide',
              cell: ({ name, query }) => <Link href={`${props.searchHref}?${query}`}>{name}</Link>,
            },
            {
              key: 'renomear',
              header: 'Outro nome',
              cell: ({ id, name }) => (
                <Form {...formKeys} action={`${action}/${id}`}>
                  <TextField
                    id={`nome-${id}`}
                    name="nome"
                    label={`Outro nome para ${name}`}
                    labelHidden
                    maxLength={100}
                    width="medium"
                    value={name}
                  />
                  <Button kind="quiet" small icon="edit">
                    Renomear<span class="visually-hidden"> {name}</span>
                  </Button>
                </Form>
              ),
            },
            {
              key: 'excluir',
              header: 'Excluir',
              headerHidden: true,
              width: 'narrow',
              cell: ({ id, name }) => (
                <Form {...formKeys} action={`${action}/${id}/exclusao`}>
                  <Button kind="quiet" small icon="remove">
                    Excluir<span class="visually-hidden"> {name}</span>
                  </Button>
                </Form>
              ),
            },
          ]}
          empty={
            <EmptyState title="Nenhuma pesquisa salva" icon="star">
              <p>Faça uma pesquisa e escolha “Salvar esta pesquisa” para tê-la aqui.</p>
            </EmptyState>
          }
        />
      </Stack>
    </Shell>
  )
}
