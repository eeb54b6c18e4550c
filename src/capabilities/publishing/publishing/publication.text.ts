import type { GazetteData, Publication, PublicationReason, Stage } from './publication.ts'

/** The motives of DOC-101. */
export const reasonNames: Readonly<Record<PublicationReason, string>> = {
  publication: 'Publicação',
  rectification: 'Retificação',
  republication: 'Republicação',
  annotation: 'Apostilamento',
}

export const stateNames: Readonly<Record<Stage, string>> = {
  'to-send': 'Rascunho, a aprovar',
  approved: 'Aprovada, a enviar',
  sent: 'Enviada',
  received: 'Recebida pelo diário',
  scheduled: 'Agendada',
  published: 'Publicada',
  checked: 'Conferida',
  rejected: 'Devolvida',
  cancelled: 'Cancelada',
}

export const stateTones = {
  'to-send': 'warning',
  approved: 'warning',
  sent: 'info',
  received: 'info',
  scheduled: 'info',
  published: 'success',
  checked: 'success',
  rejected: 'danger',
  cancelled: 'neutral',
} as const satisfies Readonly<Record<Stage, string>>

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
