import {
  Button,
  CaseNumber,
  DateField,
  DateTime,
  EmptyState,
  Link,
  LinkButton,
  type PageContext,
  SearchForm,
  Select,
  Shell,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { resources } from '../resources.rules.ts'
import { categoryWords, resourceName } from '../resources.text.ts'
import type { TrailLine } from './find-trail.ts'
import { type TrailFilter, trailQuery } from './trail-filter.form.ts'

interface TrailPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: TrailFilter
  readonly lines: readonly TrailLine[]
  readonly hasMore: boolean
  /** Audits and operates the whole installation. */
  readonly mayKeep: boolean
}

/** Who did and read what, from where (AUD-010). */
export function TrailPage({ page, href, filter, lines, hasMore, mayKeep }: TrailPageProps) {
  const last = lines.at(-1)
  const first = { ...filter, after: undefined }
  return (
    <Shell
      page={page}
      title="Auditoria"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Auditoria' }]}
      lead={<p>Quem abriu ou fez o quê, de onde e quando. Esta consulta também fica registrada.</p>}
      headingActions={
        <>
          <LinkButton href={href('/auditoria/regras')} icon="settings">
            Regras da auditoria
          </LinkButton>
          {mayKeep ? (
            <>
              <LinkButton href={href('/auditoria/prazos')} icon="clock">
                Prazos de guarda
              </LinkButton>
              <LinkButton href={href('/auditoria/log')} icon="alert">
                Log do sistema
              </LinkButton>
              <LinkButton href={href('/auditoria/titulares')} icon="person">
                Dados de um titular
              </LinkButton>
            </>
          ) : null}
        </>
      }
    >
      <Filters filter={filter} href={href} />
      <Table
        id="trilha"
        caption="Registros, do mais novo ao mais antigo"
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhum registro">
            <p>Mude o período ou os outros campos. Só aparece o que as regras da auditoria mandam registrar.</p>
          </EmptyState>
        }
        columns={[
          { key: 'quando', header: 'Quando', width: 'narrow', cell: ({ at }) => <DateTime value={at} /> },
          {
            key: 'quem',
            header: 'Quem',
            rowHeader: true,
            cell: ({ person, login, substituting }) =>
              person ? (
                <>
                  {person} ({login}){substituting ? `, substituindo ${substituting}` : ''}
                </>
              ) : (
                'Sem usuário'
              ),
          },
          { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unit }) => unit ?? '–' },
          {
            key: 'oque',
            header: 'O quê',
            cell: (line) => (
              <>
                {resourceName(line.resource)}
                <Subject line={line} href={href} />
              </>
            ),
          },
          {
            key: 'pedido',
            header: 'Pedido',
            cell: ({ operation, server }) => (
              <span class="break-anywhere">
                {operation}, em {server}
              </span>
            ),
          },
          {
            key: 'origem',
            header: 'De onde',
            cell: ({ ip, userAgent }) => (
              <span class="break-anywhere">
                {ip}
                {userAgent ? `, ${userAgent}` : ''}
              </span>
            ),
          },
        ]}
      />
      <p>
        {filter.after ? <Link href={href(`/auditoria${trailQuery(first)}`)}>Voltar aos mais novos</Link> : null}{' '}
        {hasMore && last ? (
          <Link href={href(`/auditoria${trailQuery({ ...filter, after: last.id })}`)}>Mais antigos</Link>
        ) : null}
      </p>
      {lines.length > 0 ? (
        <LinkButton href={href(`/auditoria/planilha${trailQuery(first)}`)} icon="download">
          Baixar planilha
        </LinkButton>
      ) : null}
    </Shell>
  )
}

function Subject({ line, href }: { line: TrailLine; href: TrailPageProps['href'] }) {
  if (!line.caseFileId) return null
  if (!line.caseNumber) return <>, processo de acesso reservado</>
  return (
    <>
      : <CaseNumber number={line.caseNumber} href={href(`/processos/${line.caseDigits}`)} />
      {line.documentNumber ? `, documento ${line.documentNumber}` : ''}
    </>
  )
}

function Filters({ filter, href }: Pick<TrailPageProps, 'filter' | 'href'>) {
  return (
    <SearchForm action={href('/auditoria')} label="Filtrar a auditoria" id="filtro">
      <DateField name="de" label="De" value={filter.from} />
      <DateField name="ate" label="Até" value={filter.until} />
      <TextField name="usuario" label="Usuário (login)" value={filter.login} maxLength={100} width="short" />
      <TextField name="unidade-sigla" label="Unidade (sigla)" value={filter.unit} maxLength={60} width="short" />
      <Select
        name="recurso"
        label="O que foi feito"
        value={filter.resource}
        emptyLabel="Tudo"
        options={resources.map(({ key, name, category }) => ({
          value: key,
          label: name,
          group: categoryWords[category],
        }))}
      />
      <TextField name="ip" label="Endereço IP" value={filter.ip} maxLength={60} width="short" />
      <TextField
        name="numero"
        label="Processo ou documento (número)"
        value={filter.number}
        maxLength={60}
        inputMode="numeric"
        width="medium"
      />
      <Button kind="primary" icon="filter">
        Filtrar
      </Button>
    </SearchForm>
  )
}
