import { StatusTag, type Tone } from '../../ui/index.ts'
import { stateNames } from './migration.text.ts'
import type { MigrationState } from './migration.ts'

const tones: Readonly<Record<MigrationState, Tone>> = {
  draft: 'neutral',
  simulated: 'info',
  approved: 'info',
  running: 'warning',
  done: 'success',
  failed: 'danger',
}

export function StateTag({ state }: { state: MigrationState }) {
  return <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
}
