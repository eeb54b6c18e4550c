import { type Action, ActionBar, Card, Day, Link, LinkButton } from '../../ui/index.ts'
import type { Deadline } from './deadline.ts'
import { DeadlineTag } from './deadline-line.page.tsx'

interface DeadlinesCardProps {
  readonly deadlines: readonly Deadline[]
  readonly hrefOf: (deadline: Deadline) => string
  readonly actsOf: (deadline: Deadline) => readonly Action[]
  /** Undefined: none may be set here now. */
  readonly newHref: string | undefined
  readonly now: Date
}

/** The unit's deadlines on the page of a case file. */
export function DeadlinesCard({ deadlines, hrefOf, actsOf, newHref, now }: DeadlinesCardProps) {
  return (
    <Card
      title="Prazos desta unidade"
      icon="clock"
      id="prazos-da-unidade"
      actions={
        newHref ? (
          <LinkButton small kind="quiet" icon="plus" href={newHref}>
            Definir prazo
          </LinkButton>
        ) : undefined
      }
    >
      <ul class="places">
        {deadlines.map((deadline) => (
          <li key={deadline.id}>
            <Link href={hrefOf(deadline)}>{deadline.text}</Link> · <Day value={deadline.dueOn} />
            {deadline.dueTime ? ` às ${deadline.dueTime}` : ''} <DeadlineTag deadline={deadline} now={now} />{' '}
            <span class="secondary">por {deadline.setByName}</span>
            {actsOf(deadline).length > 0 ? (
              <ActionBar label={`Ações do prazo “${deadline.text}”`} groups={[actsOf(deadline)]} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
