import { Day, StatusTag, Tag, type Tone } from '../../ui/index.ts'
import type { Bundle, SignalKind } from './bundle.ts'
import { signalNames, stateName } from './words.text.ts'

/** The state as one side calls it. */
export function StateTag({ bundle }: { bundle: Pick<Bundle, 'state' | 'side'> }) {
  const tones: { readonly [state in Bundle['state']]: Tone } = {
    generated: 'neutral',
    available: 'info',
    returned: 'success',
    concluded: 'neutral',
  }
  const icon = bundle.state === 'concluded' ? 'conclude' : bundle.state === 'generated' ? 'bundle' : undefined
  return (
    <StatusTag tone={tones[bundle.state]} icon={bundle.state === 'available' ? 'send' : icon}>
      {stateName(bundle.state, bundle.side)}
    </StatusTag>
  )
}

const signalLooks: { readonly [kind in SignalKind]: { tone: Tone; icon: 'flag' | 'check' | 'comment' } } = {
  priority: { tone: 'danger', icon: 'flag' },
  revised: { tone: 'info', icon: 'check' },
  commented: { tone: 'warning', icon: 'comment' },
}

/** The marks of BLO-006, in words and colour. */
export function SignalTags({ signals }: { signals: Bundle['signals'] }) {
  return (
    <>
      {signals.map(({ kind }) => (
        <Tag key={kind} {...signalLooks[kind]}>
          {signalNames[kind]}
        </Tag>
      ))}
    </>
  )
}

/** Where it goes: the hourglass stands beside each unit that has not returned it (BLO-004). */
export function Destinations({ bundle }: { bundle: Bundle }) {
  if (bundle.destinations.length === 0) return <>—</>
  return (
    <div class="signs">
      {bundle.destinations.map(({ unitId, acronym, state }) => {
        if (state === 'has-it') {
          return (
            <Tag key={unitId} tone="warning" icon="clock">
              {acronym}
              <span class="visually-hidden"> ainda não devolveu</span>
            </Tag>
          )
        }
        if (state === 'returned') {
          return (
            <Tag key={unitId} tone="success" icon="check">
              {acronym}
              <span class="visually-hidden"> devolveu</span>
            </Tag>
          )
        }
        return (
          <Tag key={unitId}>
            {acronym}
            {state === 'waits' ? ' (aguarda a vez)' : ''}
          </Tag>
        )
      })}
    </div>
  )
}

/** Until when all should have signed. */
export function SignBy({ bundle, today }: { bundle: Pick<Bundle, 'signBy' | 'state'>; today: string }) {
  if (!bundle.signBy) return <>—</>
  const late = bundle.signBy < today && bundle.state !== 'concluded'
  return (
    <Tag tone={late ? 'danger' : 'neutral'} icon={late ? 'alert' : 'calendar'}>
      {late ? 'Vencido em ' : 'Até '}
      <Day value={bundle.signBy} />
    </Tag>
  )
}
