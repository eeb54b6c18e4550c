import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateTime,
  type Flash,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  SearchForm,
  Select,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import type { VersionRow } from './versions.queries.ts'

interface CommonProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly backHref: string
}

export interface VersionsPageProps extends CommonProps {
  readonly versions: readonly VersionRow[]
  readonly current: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly hrefOfPage: (page: number) => string
  readonly hrefOf: (version: number) => string
  readonly compareHref: string
  readonly flash?: Flash | undefined
}

/** The versions of a text, the newest first, each to be seen and compared. */
export function VersionsPage(props: VersionsPageProps) {
  const { versions, current } = props
  const options = versions.map((version) => ({ value: String(version.number), label: describe(version) }))
  return (
    <Shell page={props.page} title={`Versões de ${props.label}`} breadcrumb={props.breadcrumb} flash={props.flash}>
      {options.length > 1 ? (
        <SearchForm action={props.compareHref} label="Comparar duas versões">
          <Select name="de" label="Comparar" options={options} value={options[1]?.value} />
          <Select name="ate" label="com" options={options} value={options[0]?.value} />
          <Button icon="compare">Comparar</Button>
        </SearchForm>
      ) : null}
      <Table
        id="versoes"
        caption="Versões do documento"
        captionHidden
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'versao',
            header: 'Versão',
            rowHeader: true,
            cell: ({ number }) => (
              <>
                {number}
                {number === current ? ' (atual)' : ''}
              </>
            ),
          },
          { key: 'quando', header: 'Salva em', cell: ({ savedAt }) => <DateTime value={savedAt} /> },
          { key: 'quem', header: 'Por', cell: ({ savedBy, unitAcronym }) => `${savedBy} (${unitAcronym})` },
          { key: 'como', header: 'Como', cell: ({ kind }) => kinds[kind] },
          {
            key: 'ver',
            header: 'Ver',
            headerHidden: true,
            width: 'narrow',
            cell: ({ number }) => (
              <LinkButton small kind="quiet" icon="eye" href={props.hrefOf(number)}>
                Ver<span class="visually-hidden"> a versão {number}</span>
              </LinkButton>
            ),
          },
        ]}
      />
      <Pagination
        label="Páginas de versões"
        page={props.pageNumber}
        pageCount={props.pageCount}
        href={props.hrefOfPage}
      />
      <p>
        <LinkButton href={props.backHref}>Voltar ao documento</LinkButton>
      </p>
    </Shell>
  )
}

export interface VersionPageProps extends CommonProps {
  readonly formKeys: FormKeys
  readonly version: VersionRow
  readonly html: string
  /** Undefined for the current one, and where the text may not change now. */
  readonly restoreAction: string | undefined
  readonly dropsSignatures: boolean
  readonly problems: readonly string[]
}

/** One version as it was, to be read and, if need be, brought back. */
export function VersionPage(props: VersionPageProps) {
  const { version } = props
  return (
    <Shell
      page={props.page}
      title={`Versão ${version.number} de ${props.label}`}
      breadcrumb={props.breadcrumb}
      hasErrors={props.problems.length > 0}
      lead={
        <p>
          Salva em <DateTime value={version.savedAt} />, por {version.savedBy} ({version.unitAcronym}).
        </p>
      }
    >
      <DocumentStyle page={props.page} />
      {/* Made from the closed schema, with every word escaped. */}
      <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: props.html }} />
      {props.restoreAction === undefined ? null : (
        <Form {...props.formKeys} action={props.restoreAction} errors={props.problems.map((message) => ({ message }))}>
          {props.dropsSignatures ? (
            <Message kind="warning">
              <p>O documento está assinado: ao recuperar esta versão, as assinaturas perdem o efeito.</p>
            </Message>
          ) : null}
          <FormActions>
            <Button kind="primary" icon="undo">
              Recuperar esta versão
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Voltar às versões
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}

export interface ComparisonPageProps extends CommonProps {
  readonly older: VersionRow
  readonly newer: VersionRow
  readonly html: string
}

/** What changed from one version to another, in words and colours. */
export function ComparisonPage(props: ComparisonPageProps) {
  return (
    <Shell
      page={props.page}
      title={`Versões ${props.older.number} e ${props.newer.number} de ${props.label}`}
      breadcrumb={props.breadcrumb}
      lead={
        <p>
          Da versão {describe(props.older)} para a versão {describe(props.newer)}.
        </p>
      }
    >
      <DocumentStyle page={props.page} />
      {/* The comparison escapes every word it shows. */}
      <div class="document-sheet" dangerouslySetInnerHTML={{ __html: props.html }} />
      <p>
        <LinkButton href={props.backHref}>Voltar às versões</LinkButton>
      </p>
    </Shell>
  )
}

const kinds = {
  created: 'Criação',
  saved: 'Salva no editor',
  restored: 'Recuperada',
  migrated: 'Mudança de unidade',
} as const

const moment = new Intl.DateTimeFormat('pt-BR', {
  timeZone: 'America/Sao_Paulo',
  dateStyle: 'short',
  timeStyle: 'short',
})

function describe({ number, savedAt, savedBy }: VersionRow): string {
  return `${number}, de ${moment.format(savedAt)}, por ${savedBy}`
}
