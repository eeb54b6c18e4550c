import {
  Button,
  DateField,
  DateTime,
  Details,
  EmptyState,
  Link,
  type PageContext,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { LogFilter, LogRow } from './log.queries.ts'
import { daysOfLog, type LogLevel, logLevels } from './log-line.ts'

const words: Readonly<Record<LogLevel, string>> = {
  error: 'Erro',
  warning: 'Aviso',
  information: 'Informação',
  debug: 'Depuração',
}

interface LogPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: LogFilter
  readonly rows: readonly LogRow[]
  readonly hasMore: boolean
}

/** Errors, warnings and what else the program said of itself. */
export function LogPage({ page, href, filter, rows, hasMore }: LogPageProps) {
  const last = rows.at(-1)
  return (
    <Shell
      page={page}
      title="Log do sistema"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: 'Log do sistema' },
      ]}
      lead={
        <p>
          Erros, avisos e informações do programa. Erros e avisos são guardados por {daysOfLog.error} dias, informações
          por {daysOfLog.information} e depuração por {daysOfLog.debug}; depois, são apagados toda noite.
        </p>
      }
    >
      <Filters filter={filter} href={href} />
      <Table
        id="log"
        caption="Linhas, da mais nova à mais antiga"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhuma linha">
            <p>Nada foi dito neste período. Mude o período ou os outros campos.</p>
          </EmptyState>
        }
        columns={[
          { key: 'quando', header: 'Quando', width: 'narrow', cell: ({ at }) => <DateTime value={at} /> },
          { key: 'tipo', header: 'Tipo', width: 'narrow', cell: ({ level }) => <Level level={level} /> },
          {
            key: 'texto',
            header: 'O que houve',
            rowHeader: true,
            cell: ({ words: text, facts }) => (
              <>
                <span class="break-anywhere" lang="en">
                  {text}
                </span>
                {facts ? (
                  <Details summary="Pormenores">
                    <pre class="break-anywhere" lang="en">
                      {facts}
                    </pre>
                  </Details>
                ) : null}
              </>
            ),
          },
          {
            key: 'quem',
            header: 'Com quem',
            cell: ({ person, login, unit }) => (person ? `${person} (${login})${unit ? `, ${unit}` : ''}` : '–'),
          },
          {
            key: 'onde',
            header: 'Servidor e IP',
            cell: ({ server, ip }) => <span class="break-anywhere">{ip ? `${server}, ${ip}` : server}</span>,
          },
        ]}
      />
      {hasMore && last ? <Link href={href(`/auditoria/log${queryOf(filter, last.id)}`)}>Mais antigas</Link> : null}
    </Shell>
  )
}

function Level({ level }: { level: LogLevel }) {
  if (level === 'error')
    return (
      <StatusTag tone="danger" icon="alert">
        {words[level]}
      </StatusTag>
    )
  if (level === 'warning')
    return (
      <StatusTag tone="warning" icon="alert">
        {words[level]}
      </StatusTag>
    )
  return <>{words[level]}</>
}

function queryOf(filter: LogFilter, after: string): string {
  const { from, until, level, words: text, server, login, unit, ip } = filter
  const asked = { de: from, ate: until, tipo: level, texto: text, servidor: server, usuario: login, ip, depois: after }
  const all = Object.entries({ ...asked, 'unidade-sigla': unit })
  return `?${new URLSearchParams(all.filter(([, value]) => value !== ''))}`
}

function Filters({ filter, href }: Pick<LogPageProps, 'filter' | 'href'>) {
  return (
    <SearchForm action={href('/auditoria/log')} label="Filtrar o log" id="filtro">
      <DateField name="de" label="De" value={filter.from} />
      <DateField name="ate" label="Até" value={filter.until} />
      <Select
        name="tipo"
        label="Tipo"
        value={filter.level}
        emptyLabel="Todos"
        options={logLevels.map((level) => ({ value: level, label: words[level] }))}
      />
      <TextField name="texto" label="Texto" value={filter.words} maxLength={100} />
      <TextField name="usuario" label="Usuário (login)" value={filter.login} maxLength={100} width="short" />
      <TextField name="unidade-sigla" label="Unidade (sigla)" value={filter.unit} maxLength={60} width="short" />
      <TextField name="ip" label="Endereço IP" value={filter.ip} maxLength={60} width="short" />
      <TextField name="servidor" label="Servidor" value={filter.server} maxLength={100} width="short" />
      <Button kind="secondary">Filtrar</Button>
    </SearchForm>
  )
}
