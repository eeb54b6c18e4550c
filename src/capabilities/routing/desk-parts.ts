import type { Actor, Permission } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { IconName, MarkColour, Tone } from '../../ui/index.ts'
import { bundleMarks } from '../bundles/index.ts'
import { deadlineMarks } from '../deadlines/index.ts'
import { publicationMarks } from '../publishing/index.ts'
import { reviewMarks } from '../reviewing/index.ts'
import { watchMarksOn } from '../watchlists/index.ts'

/** A small sign beside a number on the desk: a marker, a note, a deadline. The words always say what the colour says. */
export interface DeskMark {
  readonly label: string
  readonly tone: Tone
  readonly icon?: IconName
  /** One of the colours of labels, with its shape, instead of an icon. */
  readonly colour?: MarkColour
  /** More words, for whoever points at it or has it read aloud. */
  readonly detail?: string
  /** What of it stands in sight in its own column; without, the whole detail. */
  readonly text?: string
  /** Something of this unit is past its day. */
  readonly late?: boolean
  /** Where it stands, with its detail in sight, when the person chose that column. */
  readonly column?: 'note' | 'labels' | 'deadline'
}

/** What a further capability has to show beside the numbers of these case files: one statement for the whole page. */
export type DeskMarks = (
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  today: string,
  now: Date,
) => Promise<ReadonlyMap<string, readonly DeskMark[]>>

/** An act on the selected ones: a page that takes `?processo=` many times. */
export interface DeskBatchAct {
  readonly label: string
  readonly icon: IconName
  readonly path: string
  readonly section: 'Organizar' | 'Prazos' | 'Documentos'
  readonly permission?: Permission
}

/** In the order of their reading. */
export const deskMarks: readonly DeskMarks[] = [
  (db, actor, ids, _today, now) => watchMarksOn(db, actor, ids, now),
  (db, actor, ids, _today, now) => deadlineMarks(db, actor, ids, now),
  bundleMarks,
]

/** Those whose rows come in one statement for all of them, so that one more costs the desk no round trip. */
const rowMarks = [publicationMarks, reviewMarks] as const

/** After those of routing itself, in this order: the sections as they first come, those used most first in each. */
export const deskBatchActs: readonly DeskBatchAct[] = [
  { label: 'Marcador', icon: 'label', path: '/marcacao', section: 'Organizar', permission: 'cases.change' },
  { label: 'Anotação', icon: 'note', path: '/anotacao', section: 'Organizar', permission: 'cases.change' },
  {
    label: 'Ponto de controle',
    icon: 'flag',
    path: '/ponto-de-controle',
    section: 'Organizar',
    permission: 'cases.change',
  },
  {
    label: 'Plano de trabalho',
    icon: 'layers',
    path: '/plano-de-trabalho',
    section: 'Organizar',
    permission: 'cases.change',
  },
  { label: 'Acompanhamento especial', icon: 'eye', path: '/acompanhamento', section: 'Organizar' },
  { label: 'Guardar nos favoritos', icon: 'star', path: '/favorito', section: 'Organizar' },
  { label: 'Marcar como não lido', icon: 'mail', path: '/mesa/nao-lidos', section: 'Organizar' },
  { label: 'Definir prazo', icon: 'clock', path: '/prazos/novo', section: 'Prazos', permission: 'cases.change' },
  { label: 'Prazos', icon: 'calendar', path: '/prazos/lote', section: 'Prazos', permission: 'cases.change' },
  {
    label: 'Incluir documento',
    icon: 'plus',
    path: '/inclusao-em-lote',
    section: 'Documentos',
    permission: 'documents.write',
  },
  { label: 'Dar ciência', icon: 'check', path: '/ciencia', section: 'Documentos' },
  {
    label: 'Incluir em bloco',
    icon: 'bundle',
    path: '/blocos/inclusao',
    section: 'Documentos',
    permission: 'bundles.use',
  },
]

/** All marks of a page of the desk, one list a case file. */
export async function marksOn(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  today: string,
  now: Date,
): Promise<ReadonlyMap<string, readonly DeskMark[]>> {
  if (caseFileIds.length === 0) return new Map()
  const [all, further] = await Promise.all([
    Promise.all(deskMarks.map((marks) => marks(db, actor, caseFileIds, today, now))),
    furtherMarks(db, actor, caseFileIds, today, now),
  ])
  const marks: readonly ReadonlyMap<string, readonly DeskMark[]>[] = [...all, ...further]
  return new Map(caseFileIds.map((id) => [id, marks.flatMap((one) => one.get(id) ?? [])]))
}

async function furtherMarks(db: Database, actor: Actor, ids: readonly string[], today: string, now: Date) {
  const [publications, reviews] = rowMarks
  const [row] = await db<
    { publications: Parameters<typeof publications.told>[0]; reviews: Parameters<typeof reviews.told>[0] }[]
  >`
    select (select coalesce(jsonb_agg(p), '[]') from (${publications.rows(db, actor, ids, now)}) p) as publications,
           (select coalesce(jsonb_agg(r), '[]') from (${reviews.rows(db, actor, ids, now)}) r) as reviews`
  return row ? [publications.told(row.publications), reviews.told(row.reviews, today)] : []
}
