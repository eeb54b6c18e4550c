import { CaseNumber, Day, EmptyState, Link, Table } from '../../../ui/index.ts'
import type { Deadline } from '../deadline.ts'
import { DeadlineTag } from '../deadline-line.page.tsx'
import { isLate } from '../deadline-state.rules.ts'
import type { DeadlinesListProps } from './deadlines-list.page.tsx'

/** The rows of the list; what is late is red and says so. */
export function DeadlinesTable({ page, href, list, filter, mayWrite }: DeadlinesListProps) {
  const late = (deadline: Deadline) => !deadline.concludedAt && isLate(deadline, page.now)
  return (
    <Table
      id="prazos"
      caption="Prazos da unidade"
      captionHidden
      rows={list.deadlines}
      rowKey={({ id }) => id}
      rowTone={(deadline) => (late(deadline) ? 'danger' : deadline.concludedAt ? 'muted' : undefined)}
      selection={
        mayWrite
          ? {
              name: 'prazo',
              value: ({ id }) => id,
              label: ({ text, caseNumber }) => `prazo “${text}” do processo ${caseNumber}`,
              form: 'selecao',
            }
          : undefined
      }
      empty={
        <EmptyState title="Nenhum prazo nesta lista" icon="clock">
          {filter.text || filter.year || filter.day || filter.mine || filter.state !== 'open' || filter.place !== 'here'
            ? 'Nenhum prazo da unidade atende a estes filtros.'
            : 'Defina prazos na página de um processo, ou na mesa para vários de uma vez.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'vence',
          header: 'Vence em',
          width: 'narrow',
          cell: ({ id, dueOn, dueTime }) => (
            <>
              <Day value={dueOn} />
              {dueTime ? ` às ${dueTime}` : ''}
              {list.recounted.has(id) ? (
                <div class="secondary">
                  hoje contaria até <Day value={list.recounted.get(id) ?? dueOn} />
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'prazo',
          header: 'Prazo',
          rowHeader: true,
          width: 'wide',
          cell: (deadline) => (
            <>
              <Link href={href(`/prazos/${deadline.id}`)}>{deadline.text}</Link>
              <div>
                <DeadlineTag deadline={deadline} now={page.now} />
              </div>
            </>
          ),
        },
        {
          key: 'processo',
          header: 'Processo',
          width: 'narrow',
          cell: ({ caseNumber, caseDigits }) => (
            <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} />
          ),
        },
        { key: 'por', header: 'Definido por', cell: ({ setByName }) => setByName },
      ]}
    />
  )
}
