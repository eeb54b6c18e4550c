import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  DateTime,
  EmptyState,
  type Flash,
  Form,
  FormActions,
  formatBytes,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Shell,
  Stack,
  StatusTag,
  Table,
  Tabs,
} from '../../ui/index.ts'
import type { GuideRow, VersionRow } from './guide.queries.ts'

interface BaseProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly href: (path: string) => string
  readonly flash?: Flash | undefined
}

const root = '/base-de-conhecimento'

interface ListProps extends BaseProps {
  readonly guides: readonly GuideRow[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly own: boolean
  readonly text: string
  readonly mayWrite: boolean
}

/** What is known of how case files are worked on: of everybody, or of the own unit. */
export function GuidesPage(props: ListProps) {
  const { page, href, guides, own, text } = props
  const query = (number: number) =>
    `?${new URLSearchParams({ ...(own ? { lista: 'minha' } : {}), q: text, pagina: String(number) })}`
  const add = props.mayWrite ? (
    <LinkButton kind="primary" icon="plus" href={href(`${root}/novo`)}>
      Novo procedimento
    </LinkButton>
  ) : undefined
  return (
    <Shell
      page={page}
      title="Base de conhecimento"
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      headingActions={add}
      lead={<p>Como se trabalha em cada tipo de processo, escrito pela unidade que conhece o procedimento.</p>}
    >
      <Tabs
        label="Bases"
        items={[
          { href: href(root), label: 'De todas as unidades', current: !own },
          { href: href(`${root}?lista=minha`), label: 'Minha base', current: own },
        ]}
      />
      <SearchForm action={href(root)} label="Pesquisa na base de conhecimento">
        {own ? <input type="hidden" name="lista" value="minha" /> : null}
        <SearchField name="q" label="Palavras" value={text} placeholder='Ex.: férias e "adicional de um terço"' />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table<GuideRow>
        id="procedimentos"
        caption={formatCount(props.total, 'procedimento', 'procedimentos', 'nenhum procedimento')}
        rows={guides}
        rowKey={({ versionId }) => versionId}
        empty={
          <EmptyState title={text ? 'Nada encontrado' : 'Ainda não há procedimentos'} icon="book">
            {text
              ? 'Confira as palavras ou procure por menos delas.'
              : 'Só os liberados aparecem para as outras unidades.'}
          </EmptyState>
        }
        columns={[
          {
            key: 'titulo',
            header: 'Procedimento',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, title, state }) => (
              <Link href={href(`${root}/${id}${state === 'drafting' ? '/elaboracao' : ''}`)}>{title}</Link>
            ),
          },
          { key: 'tipos', header: 'Tipos de processo', cell: ({ types }) => types.join('; ') },
          { key: 'unidade', header: 'Unidade', cell: ({ unitAcronym }) => unitAcronym },
          { key: 'versao', header: 'Versão', numeric: true, cell: ({ number }) => number },
          { key: 'situacao', header: 'Situação', cell: ({ state }) => <GuideStateTag state={state} /> },
          { key: 'alterado', header: 'Alterado em', cell: ({ changedAt }) => <DateTime value={changedAt} /> },
        ]}
      />
      <Pagination
        label="Base de conhecimento"
        page={props.pageNumber}
        pageCount={props.pageCount}
        href={(number) => href(root + query(number))}
      />
    </Shell>
  )
}

function GuideStateTag({ state }: Pick<GuideRow, 'state'>) {
  return state === 'released' ? (
    <StatusTag tone="success" icon="check">
      Liberado
    </StatusTag>
  ) : (
    <StatusTag tone="warning" icon="draft">
      Em elaboração
    </StatusTag>
  )
}

interface GuidePageProps extends BaseProps {
  readonly guide: VersionRow
  readonly html: string
  readonly formKeys: FormKeys
  /** Whether this person keeps the guides of the unit that owns it. */
  readonly mayWrite: boolean
  readonly isInTheMaking: boolean
  readonly problems: readonly FieldProblem[]
}

/** A released guide as everybody reads it, with what its unit may do. */
export function GuidePage(props: GuidePageProps) {
  const { page, guide, href } = props
  const at = (part: string) => href(`${root}/${guide.id}${part}`)
  return (
    <Shell
      page={page}
      title={guide.title}
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      width="text"
      hasErrors={props.problems.length > 0}
      lead={<p>{`${guide.unitName} (${guide.unitAcronym}), versão ${guide.number}. ${guide.types.join('; ')}.`}</p>}
    >
      <Stack gap="large">
        {props.problems.map(({ message }) => (
          <Message key={message} kind="error">
            <p>{message}</p>
          </Message>
        ))}
        <link rel="stylesheet" href={page.asset('document.css')} />
        {/* Written from the closed schema, which escapes every word. */}
        <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: props.html }} />
        <Attachments guide={guide} href={href} />
        {props.mayWrite ? (
          <Card title="Nesta unidade" icon="edit">
            <Form {...props.formKeys} action={at('/situacao')}>
              <FormActions>
                {props.isInTheMaking ? (
                  <LinkButton kind="primary" icon="edit" href={at('/elaboracao')}>
                    Abrir a versão em elaboração
                  </LinkButton>
                ) : (
                  <>
                    <Button kind="primary" icon="plus" name="ato" value="nova-versao">
                      Nova versão
                    </Button>
                    <Button icon="undo" name="ato" value="cancelar-liberacao">
                      Cancelar a liberação
                    </Button>
                  </>
                )}
                <LinkButton kind="quiet" icon="remove" href={at('/exclusao')}>
                  Excluir o procedimento
                </LinkButton>
              </FormActions>
            </Form>
          </Card>
        ) : null}
      </Stack>
    </Shell>
  )
}

function Attachments({ guide, href }: { guide: VersionRow; href: (path: string) => string }) {
  if (guide.attachments.length === 0) return null
  return (
    <Card title="Anexos" icon="attach">
      <ul>
        {guide.attachments.map(({ id, fileName, sizeBytes }) => (
          <li key={id}>
            <Link href={href(`${root}/${guide.id}/anexos/${id}`)} icon="pdf">
              {fileName}
            </Link>{' '}
            <span class="secondary">{formatBytes(sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
