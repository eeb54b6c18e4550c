import { Card, Link, LinkButton, ProgressBar } from '../../../ui/index.ts'
import { isSettled } from '../item-state.rules.ts'
import type { PlanOfCase } from './plan-of-case.ts'
import { LateTag, StateOfItem } from './plan-page.page.tsx'

interface PlanCardProps {
  readonly plan: PlanOfCase
  readonly planHref: string
  readonly itemHref: ((itemId: string) => string) | undefined
}

/** The plan on the page of a case file: how far it is, and the items of the first step that waits. */
export function PlanCard({ plan, planHref, itemHref }: PlanCardProps) {
  const { association, settled, all, late, steps } = plan
  const next = steps.find(({ items }) => items.some(({ state }) => !isSettled(state)))
  return (
    <Card
      title="Plano de trabalho"
      icon="layers"
      id="plano-de-trabalho"
      actions={
        <LinkButton small kind="quiet" icon="layers" href={planHref}>
          Ver o plano
        </LinkButton>
      }
    >
      <p>
        <strong>{association.planName}</strong> <LateTag late={late} />
      </p>
      {all > 0 ? (
        <ProgressBar label="Itens resolvidos" value={settled} max={all} text={`${settled} de ${all}`} />
      ) : null}
      {next ? (
        <>
          <p class="secondary">Etapa {next.name}:</p>
          <ul class="places">
            {next.items.slice(0, 10).map((item) => (
              <li key={item.id}>
                {itemHref ? <Link href={itemHref(item.id)}>{item.name}</Link> : item.name} <StateOfItem item={item} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}
