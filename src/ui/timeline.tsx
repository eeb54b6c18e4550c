import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons/icon.tsx'
import { DateTime } from './values.tsx'

/** Something that happened, told in a sentence. */
export type TimelineEvent = {
  readonly id: string
  readonly at: Date
  readonly text: ComponentChildren
  readonly actor?: string | undefined
  readonly unit?: string | undefined
  readonly icon?: IconName | undefined
  readonly details?: ComponentChildren
}

/** What happened, in the order given. */
export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol class="timeline" aria-label={label}>
      {events.map((event) => (
        <li class="timeline__event" id={`evento-${event.id}`} key={event.id}>
          <span class="timeline__mark">
            <Icon name={event.icon ?? 'history'} />
          </span>
          <div class="timeline__body">
            <p class="timeline__text">{event.text}</p>
            <p class="timeline__meta">
              <DateTime value={event.at} />
              {event.unit ? <span> · {event.unit}</span> : null}
              {event.actor ? <span> · {event.actor}</span> : null}
            </p>
            {event.details}
          </div>
        </li>
      ))}
    </ol>
  )
}
