import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  CopyButton,
  DateTime,
  EmptyState,
  errorOf,
  Fieldset,
  Form,
  FormActions,
  type FormError,
  formatCount,
  LevelTag,
  Link,
  LinkButton,
  NothingOnEnter,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../batch/chosen.page.tsx'
import { favouritesQuery } from './favourite.form.ts'
import type { FavouriteRow, FavouritesAsked } from './favourites.queries.ts'

interface GroupProps {
  readonly groups: readonly string[]
  readonly groupName: string
}

/** Marks one or many case files as favourites. */
export function FavouritePage(props: ChosenPageProps & GroupProps) {
  return (
    <ChosenFrame {...props} title="Favorito" path="/favorito" submit={{ label: 'Guardar nos favoritos', icon: 'star' }}>
      <GroupField {...props} />
    </ChosenFrame>
  )
}

/** Marks a document as a favourite. */
export function FavouriteDocumentPage(
  props: Omit<ChosenPageProps, 'caseFiles'> & GroupProps & { readonly document: Document },
) {
  const { page, href, document, problems } = props
  const here = href(`/documentos/${document.number}`)
  return (
    <Shell
      page={page}
      title={`Favorito: ${documentLabel(document)}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: document.caseFile.number, href: href(`/processos/${document.caseFile.digits}`) },
        { label: documentLabel(document), href: here },
        { label: 'Favorito' },
      ]}
    >
      <Form {...props.formKeys} action={`${here}/favorito`} errors={problems}>
        <GroupField {...props} />
        <FormActions>
          <Button kind="primary" icon="star">
            Guardar nos favoritos
          </Button>
          <LinkButton kind="quiet" href={here}>
            Voltar sem guardar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function GroupField({ groups, groupName, problems }: GroupProps & { readonly problems: readonly FormError[] }) {
  return (
    <TextField
      name="grupo"
      label="Grupo (opcional)"
      hint="Os favoritos são só seus: ninguém mais os vê."
      maxLength={60}
      width="long"
      suggestions={groups}
      value={groupName}
      error={errorOf(problems, 'grupo')}
    />
  )
}

interface FavouritesPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly asked: FavouritesAsked
  readonly favourites: readonly FavouriteRow[]
  readonly groups: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly result: ActResult | undefined
}

/** The favourites of one person, case files and documents together, in their groups. */
export function FavouritesPage(props: FavouritesPageProps) {
  const { page, href, asked, favourites, groups, problems } = props
  const here = href('/favoritos')
  const total = favourites[0]?.total ?? 0
  return (
    <Shell
      page={page}
      title="Favoritos"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Favoritos' }]}
      hasErrors={problems.length > 0}
      lead={<p>Processos e documentos que você guardou. {formatCount(total, 'favorito', 'favoritos')}.</p>}
    >
      <ActResultMessage result={props.result} />
      <SearchForm action={here} label="Filtrar os favoritos">
        <SearchField name="q" label="Número ou assunto" value={asked.text} width="long" />
        <Select
          name="grupo"
          label="Grupo"
          emptyLabel="Todos os grupos"
          value={asked.group}
          options={groups.map((name) => ({ value: name, label: name }))}
        />
        <Button icon="filter">Filtrar</Button>
        {asked.text || asked.group ? <Link href={here}>Limpar filtros</Link> : null}
      </SearchForm>
      {favourites.length === 0 ? (
        <EmptyState title="Nenhum favorito" icon="star">
          {asked.text || asked.group
            ? 'Nenhum favorito atende a estes filtros.'
            : 'Na página de um processo ou documento, em Mais ações, escolha Guardar nos favoritos.'}
        </EmptyState>
      ) : (
        <Favourites {...props} />
      )}
      <Pagination
        label="Favoritos"
        page={asked.page}
        pageCount={Math.max(1, Math.ceil(total / rowsPerPage))}
        href={(number) => `${here}${favouritesQuery({ ...asked, page: number })}`}
      />
    </Shell>
  )
}

function Favourites({ page, formKeys, href, asked, favourites, groups, problems }: FavouritesPageProps) {
  return (
    <Form {...formKeys} action={`${href('/favoritos')}${favouritesQuery(asked)}`} errors={problems}>
      <NothingOnEnter />
      <Table
        id="favoritos"
        caption="Favoritos"
        captionHidden
        rows={favourites}
        rowKey={({ id }) => id}
        selection={{ name: 'favorito', value: ({ id }) => id, label: nameOf }}
        columns={[
          { key: 'favorito', header: 'Favorito', rowHeader: true, cell: (row) => <Favourite row={row} href={href} /> },
          {
            key: 'assunto',
            header: 'Tipo e especificação',
            width: 'wide',
            cell: ({ caseTypeName, summary, level }) => (
              <>
                {caseTypeName} <LevelTag level={level} unlessPublic />
                {summary ? <div class="secondary">{summary}</div> : null}
              </>
            ),
          },
          { key: 'grupo', header: 'Grupo', cell: ({ groupName }) => groupName || '—' },
          { key: 'desde', header: 'Desde', cell: ({ addedAt }) => <DateTime value={addedAt} now={page.now} /> },
        ]}
      />
      <Fieldset legend="Com os favoritos marcados">
        <TextField
          name="mudar_grupo"
          label="Mudar para o grupo"
          hint="Em branco, ficam sem grupo."
          maxLength={60}
          width="long"
          suggestions={groups}
          error={errorOf(problems, 'mudar_grupo')}
        />
      </Fieldset>
      <FormActions>
        <Button kind="primary" icon="layers" name="acao" value="mudar">
          Mudar de grupo
        </Button>
        <Button icon="remove" name="acao" value="retirar">
          Retirar dos favoritos
        </Button>
      </FormActions>
    </Form>
  )
}

function Favourite({ row, href }: { row: FavouriteRow; href: (path: string) => string }) {
  if (!row.document) return <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />
  return (
    <>
      <Link href={href(`/documentos/${row.document.number}`)}>{labelOf(row.document)}</Link>{' '}
      {row.document.authored ? (
        <CopyButton text={row.document.number} what={`o número ${row.document.number}, para usá-lo como modelo`} />
      ) : null}
      <div class="secondary">{row.caseNumber}</div>
    </>
  )
}

function nameOf(row: FavouriteRow): string {
  return row.document ? `documento ${labelOf(row.document)}` : `processo ${row.caseNumber}`
}

function labelOf(document: NonNullable<FavouriteRow['document']>): string {
  return documentLabel({ ...document, typeNumber: document.typeNumber ?? undefined })
}
