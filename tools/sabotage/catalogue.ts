import { accessSabotages } from './catalogue/access.ts'
import { diskSabotages } from './catalogue/disk.ts'
import { doorSabotages } from './catalogue/doors.ts'
import { evidenceSabotages } from './catalogue/evidence.ts'
import { onceSabotages } from './catalogue/once.ts'
import { workSabotages } from './catalogue/work.ts'
import type { Sabotage } from './sabotage.ts'

/** Every sabotage that is tried, by what it harms. */
export const catalogue: readonly Sabotage[] = [
  ...onceSabotages,
  ...diskSabotages,
  ...accessSabotages,
  ...evidenceSabotages,
  ...doorSabotages,
  ...workSabotages,
]
