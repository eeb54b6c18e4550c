import {
  Day,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  nothing,
  type PageContext,
  Pagination,
  Shell,
  StatusTag,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { projectCrumbs } from '../crumbs.ts'
import { projectStateWords } from './project.text.ts'
import type { ListedProject } from './projects.queries.ts'

interface ProjectsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly ended: boolean
  readonly pageNumber: number
  readonly rows: readonly ListedProject[]
  readonly mayChange: boolean
}

/** The projects in which the unit takes part. */
export function ProjectsPage(props: ProjectsPageProps) {
  const { page, href, ended, rows, mayChange } = props
  const here = `/projetos${ended ? '?situacao=encerrados' : ''}`
  const begin = (
    <LinkButton href={href('/projetos/novo')} kind="primary" icon="plus">
      Novo projeto
    </LinkButton>
  )
  return (
    <Shell
      page={page}
      title="Projetos"
      breadcrumb={projectCrumbs(href).slice(0, 1).concat({ label: 'Projetos' })}
      lead={<p>Projetos de que a unidade participa.</p>}
      headingActions={mayChange ? begin : null}
    >
      <Tabs
        label="Projetos"
        items={[
          { href: href('/projetos'), label: 'Em aberto', current: !ended },
          { href: href('/projetos?situacao=encerrados'), label: 'Encerrados', current: ended },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={ended ? 'Nenhum projeto foi encerrado' : 'A unidade não participa de nenhum projeto em aberto'}
          icon="layers"
          action={mayChange && !ended ? begin : undefined}
        >
          Um projeto reúne atividades com prazos e responsáveis, ligadas aos processos em que são feitas.
        </EmptyState>
      ) : (
        <ProjectsTable {...props} />
      )}
      <Pagination
        label="Projetos"
        page={props.pageNumber}
        pageCount={Math.max(1, Math.ceil((rows[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => href(`${here}${ended ? '&' : '?'}pagina=${number}`)}
      />
    </Shell>
  )
}

function ProjectsTable({ href, rows }: ProjectsPageProps) {
  return (
    <Table
      id="projetos"
      caption={`${formatCount(rows[0]?.total ?? 0, 'projeto', 'projetos')}, o que termina primeiro no alto`}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'nome',
          header: 'Projeto',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name, unit, otherUnits }) => (
            <>
              <Link href={href(`/projetos/${id}`)}>{name}</Link>
              <div class="secondary">{[unit, ...otherUnits].join(', ')}</div>
            </>
          ),
        },
        { key: 'responsavel', header: 'Responsável', cell: ({ responsible }) => responsible },
        {
          key: 'situacao',
          header: 'Situação',
          cell: ({ state }) => {
            const { word, tone, icon } = projectStateWords[state]
            return (
              <StatusTag tone={tone} icon={icon}>
                {word}
              </StatusTag>
            )
          },
        },
        { key: 'fim', header: 'Fim previsto', width: 'narrow', cell: ({ endsOn }) => <Day value={endsOn} /> },
        {
          key: 'atividades',
          header: 'Atividades',
          cell: ({ activities, done, late }) => (
            <>
              {activities === 0 ? 'Nenhuma' : `${done} de ${formatCount(activities, 'concluída', 'concluídas')}`}{' '}
              {late > 0 ? <StatusTag tone="danger">{formatCount(late, 'atrasada', 'atrasadas')}</StatusTag> : null}
            </>
          ),
        },
        {
          key: 'proximo',
          header: 'Próximo vencimento',
          width: 'narrow',
          cell: ({ nextDue }) => (nextDue ? <Day value={nextDue} /> : nothing),
        },
      ]}
    />
  )
}
