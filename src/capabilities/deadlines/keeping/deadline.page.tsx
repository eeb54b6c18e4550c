import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { Action } from '../../../ui/index.ts'
import {
  ActionBar,
  type Crumb,
  DateTime,
  Day,
  DescriptionList,
  Link,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import type { TermDay } from '../counting/count-days.rules.ts'
import { tellCount } from '../counting/counting.text.ts'
import { DayByDay } from '../counting/day-by-day.page.tsx'
import type { Deadline } from '../deadline.ts'
import { DeadlineTag } from '../deadline-line.page.tsx'

interface DeadlinePageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly deadline: Deadline
  readonly caseHref: string
  readonly acts: readonly Action[]
  readonly days: readonly TermDay[]
  /** The day on which the same count would end with the holidays of now, where it is another one (EST-072). */
  readonly recounted: string | undefined
  readonly result: ActResult | undefined
}

/** One deadline with all that is known of it, and how its day was found. */
export function DeadlinePage({ page, deadline, days, recounted, ...props }: DeadlinePageProps) {
  const { count } = deadline
  return (
    <Shell page={page} title="Prazo da unidade" width="text" breadcrumb={props.breadcrumb}>
      <ActResultMessage result={props.result} />
      {props.acts.length > 0 ? <ActionBar label="Ações do prazo" groups={[props.acts]} /> : null}
      <DescriptionList
        items={[
          { term: 'Do que é', description: deadline.text },
          { term: 'Processo', description: <Link href={props.caseHref}>{deadline.caseNumber}</Link> },
          {
            term: 'Vence em',
            description: (
              <>
                <Day value={deadline.dueOn} long />
                {deadline.dueTime ? `, às ${deadline.dueTime}` : ''} <DeadlineTag deadline={deadline} now={page.now} />
              </>
            ),
          },
          {
            term: 'Como foi contado',
            description: count ? (
              <>
                {tellCount(count.days, count.counting)}, a partir de <Day value={count.from} />
              </>
            ) : (
              'Dia certo'
            ),
          },
          {
            term: 'Definido por',
            description: (
              <>
                {deadline.setByName} ({deadline.setByLogin}), <DateTime value={deadline.setAt} />
              </>
            ),
          },
          ...(deadline.concludedAt
            ? [
                {
                  term: 'Concluído por',
                  description: (
                    <>
                      {deadline.concludedByName}, <DateTime value={deadline.concludedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {recounted ? (
        <Message kind="warning" title="Os feriados mudaram">
          <p>
            Contado com os feriados de hoje, o prazo venceria em <Day value={recounted} />. O dia marcado não muda
            sozinho; altere o prazo, se for o caso.
          </p>
        </Message>
      ) : null}
      {count && !recounted ? <DayByDay from={count.from} days={days} /> : null}
    </Shell>
  )
}
