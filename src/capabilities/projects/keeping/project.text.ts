import type { IconName, Tone } from '../../../ui/index.ts'
import type { ProjectState } from './project.ts'

export const projectStateWords: Readonly<Record<ProjectState, { word: string; tone: Tone; icon: IconName }>> = {
  planned: { word: 'Planejado', tone: 'neutral', icon: 'calendar' },
  'under-way': { word: 'Em andamento', tone: 'info', icon: 'play' },
  paused: { word: 'Parado', tone: 'warning', icon: 'pause' },
  concluded: { word: 'Concluído', tone: 'success', icon: 'success' },
  cancelled: { word: 'Cancelado', tone: 'neutral', icon: 'cancel' },
}
