import type { GazetteData, Publication, PublicationReason, PublicationState } from './publication.ts'

/** The motives of DOC-101. */
export const reasonNames: Readonly<Record<PublicationReason, string>> = {
  publication: 'Publicação',
  rectification: 'Retificação',
  republication: 'Republicação',
  annotation: 'Apostilamento',
}

export const stateNames: Readonly<Record<PublicationState, string>> = {
  'to-send': 'A enviar',
  sent: 'Enviada',
  scheduled: 'Agendada',
  published: 'Publicada',
  rejected: 'Recusada',
  cancelled: 'Cancelada',
}

export const stateTones = {
  'to-send': 'warning',
  sent: 'info',
  scheduled: 'info',
  published: 'success',
  rejected: 'danger',
  cancelled: 'neutral',
} as const satisfies Readonly<Record<PublicationState, string>>

/** `DOU, edição 12, seção 2, página 34`: as much of it as is known. */
export function tellGazette({ gazette, edition, section, page }: Omit<GazetteData, 'link' | 'date'>): string {
  const parts = [gazette, edition && `edição ${edition}`, section && `seção ${section}`, page && `página ${page}`]
  return parts.filter(Boolean).join(', ')
}

/** What stands on a published document from its day on (DOC-103). */
export function stampOf(
  { vehicle, reason, extraordinary, gazette }: Pick<Publication, 'vehicle' | 'reason' | 'extraordinary' | 'gazette'>,
  on: string,
): string {
  const edition = extraordinary ? ', edição extraordinária' : ''
  const where = vehicle.kind === 'external' ? tellGazette({ ...gazette, gazette: '' }) : ''
  const what = reason === 'publication' ? 'Publicado' : `${reasonNames[reason]} publicada`
  const done = reason === 'annotation' ? 'Apostilamento publicado' : what
  return `${done}: ${vehicle.name} (${vehicle.acronym}) de ${brazilian(on)}${edition}${where && `, ${where}`}`.slice(
    0,
    300,
  )
}

export function brazilian(day: string): string {
  return day.split('-').reverse().join('/')
}
