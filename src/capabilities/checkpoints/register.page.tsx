import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  StatusTag,
  Table,
  TextField,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, type ListOf, type ListRequest } from '../organization/index.ts'
import type { CheckpointRow, UnitOfPointsRow, UnitWithPointsRow } from './register.queries.ts'

export const path = '/pontos-de-controle'
const title = 'Pontos de controle'

interface UnitsPageProps {
  readonly page: PageContext
  readonly asked: ListRequest
  readonly list: ListOf<UnitWithPointsRow>
}

/** The units, each with its own points. */
export function UnitsOfPointsPage({ page, asked, list }: UnitsPageProps) {
  const here = adminHref(page, path)
  return (
    <AdministrationPage
      page={page}
      title={title}
      lead="Os pontos por que passa o trabalho de cada unidade, para a tabela e os gráficos dela."
    >
      <SearchForm action={here} label="Pesquisa de unidades">
        <SearchField name="q" label="Sigla ou nome da unidade" value={asked.text} />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table
        id="unidades"
        caption={formatCount(list.total, 'unidade', 'unidades')}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma unidade encontrada" icon="search" />}
        columns={[
          {
            key: 'sigla',
            header: 'Unidade',
            rowHeader: true,
            cell: ({ id, acronym, agency }) => (
              <Link href={adminHref(page, `${path}/${id}`)}>
                {agency} · {acronym}
              </Link>
            ),
          },
          { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
          { key: 'pontos', header: 'Pontos em uso', numeric: true, cell: ({ points }) => formatCount(points) },
        ]}
      />
      <Pagination
        label="Unidades"
        page={asked.page}
        pageCount={list.pageCount}
        href={(number) => `${here}?${new URLSearchParams({ q: asked.text, pagina: String(number) })}`}
      />
    </AdministrationPage>
  )
}

interface PointsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly unit: UnitOfPointsRow
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** The points of one unit, and one more. */
export function PointsPage(
  props: PointsPageProps & { readonly points: readonly CheckpointRow[]; readonly result: ActResult | undefined },
) {
  const { page, unit, problems } = props
  const here = `${path}/${unit.id}`
  return (
    <AdministrationPage
      page={page}
      title={`Pontos de controle de ${unit.acronym}`}
      trail={[{ label: title, path }]}
      result={props.result}
      width="text"
      hasErrors={problems.length > 0}
      lead={unit.name}
    >
      <Table
        id="pontos"
        caption="Pontos da unidade, na ordem do trabalho"
        captionHidden
        rows={props.points}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
        empty={<EmptyState title="A unidade ainda não tem pontos de controle" icon="flag" />}
        columns={[
          { key: 'ordem', header: 'Ordem', numeric: true, width: 'narrow', cell: ({ position }) => position },
          {
            key: 'nome',
            header: 'Ponto',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => <Link href={adminHref(page, `${here}/pontos/${id}`)}>{name}</Link>,
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
      <Card title="Novo ponto" icon="plus">
        <Form {...props.formKeys} action={adminHref(page, here)} errors={problems}>
          <NameField {...props} />
          <FormActions>
            <Button kind="primary" icon="plus">
              Cadastrar ponto
            </Button>
          </FormActions>
        </Form>
      </Card>
    </AdministrationPage>
  )
}

/** One point of a unit. */
export function PointPage(props: PointsPageProps & { readonly point: CheckpointRow }) {
  const { page, unit, point, problems } = props
  const bound = bindFields(props.fields, problems)
  const back = `${path}/${unit.id}`
  return (
    <AdministrationPage
      page={page}
      title={point.name}
      trail={[
        { label: title, path },
        { label: unit.acronym, path: back },
      ]}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...props.formKeys} action={adminHref(page, `${back}/pontos/${point.id}`)} errors={problems}>
        <NameField {...props} />
        <TextField {...bound.text('ordem')} label="Ordem" inputMode="numeric" width="short" required />
        <Checkbox
          {...bound.flag('em_uso')}
          label="Em uso"
          hint="Fora de uso, os processos que estão nele ficam, mas nenhum outro pode ser posto."
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
          <LinkButton kind="quiet" href={adminHref(page, back)}>
            Voltar aos pontos
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function NameField({ fields, problems }: Pick<PointsPageProps, 'fields' | 'problems'>) {
  return (
    <TextField
      {...bindFields(fields, problems).text('nome')}
      label="Nome"
      hint="Exemplo: Aguardando parecer"
      required
      maxLength={100}
    />
  )
}
