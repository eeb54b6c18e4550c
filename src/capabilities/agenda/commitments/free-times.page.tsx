import { formatLongDate, LinkButton, Message, Stack, Toolbar } from '../../../ui/index.ts'
import type { Calendar } from '../authorities/calendar.ts'

interface FreeTimesProps {
  readonly calendar: Calendar
  readonly day: string
  readonly slots: readonly { readonly from: string; readonly to: string }[]
  readonly hrefOf: (slot: { readonly from: string; readonly to: string }) => string
}

/** Who answers on the day, and when there is time: a time is chosen by its link, and the form comes back filled in. */
export function FreeTimes({ calendar, day, slots, hrefOf }: FreeTimesProps) {
  return (
    <>
      {calendar.attendant === null ? (
        <Message kind="warning" title="O cargo está vago neste dia">
          <p>O compromisso fica na agenda do cargo, sem pessoa.</p>
        </Message>
      ) : calendar.isSubstitute ? (
        <Message kind="info" title={`Neste dia responde ${calendar.attendant}`}>
          <p>{calendar.capacity}. O compromisso entra também na agenda de quem substitui.</p>
        </Message>
      ) : null}
      <div id="horarios-livres">
        <Stack gap="small">
          <p>
            Horários livres de {calendar.title} em {formatLongDate(day)}
            {slots.length === 0 ? ': nenhum.' : '. Escolha um, ou escreva a hora abaixo:'}
          </p>
          {slots.length === 0 ? null : (
            <Toolbar label="Horários livres">
              {slots.map((slot) => (
                <LinkButton key={slot.from} href={hrefOf(slot)}>
                  {slot.from} às {slot.to}
                </LinkButton>
              ))}
            </Toolbar>
          )}
        </Stack>
      </div>
    </>
  )
}
