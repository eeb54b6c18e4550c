import { addCheckpoint, setCheckpoint } from '../capabilities/checkpoints/index.ts'
import {
  addLabel,
  addWatchlist,
  followCaseFile,
  includeLabel,
  markCaseFile,
  writeNote,
} from '../capabilities/watchlists/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { selectOnDesk } from './demonstration.queries.ts'
import type { Ids } from './ids.ts'

const labels = [
  { name: 'Ministério Público', colour: 'red' },
  { name: 'Responder nesta semana', colour: 'gold' },
  { name: 'Consultar o jurídico', colour: 'navy' },
] as const
const points = ['Em análise', 'Minuta pronta', 'Aguardando assinatura', 'Respondido']
const notes = [
  'Confirmar o valor com a COFIC.',
  'A requerente ligou pedindo notícias.',
  'Ver caso parecido do ano passado.',
]

/** What the teams keep about the case files on their desks: labels, notes, points, follow-up, favourites. */
export async function organizeDesks(platform: Platform, ids: Ids): Promise<void> {
  const administrator = ids.as('adelia.admin', 'GS')
  for (const [login, unit] of [
    ['ana.assessora', 'ASSEG'],
    ['tadeu.gabinete', 'GS'],
    ['carlos.cofic', 'COFIC'],
  ] as const) {
    await organizeDesk(platform, ids.as(login, unit), administrator)
  }
}

/** Begun anew after a stop, what is registered already is left as it is. */
async function organizeDesk({ db, clock }: Platform, actor: Actor, administrator: Actor): Promise<void> {
  const now = clock()
  const [labelIds, pointIds, caseNumbers] = [[] as string[], [] as string[], await selectOnDesk(db, actor.unitId)]
  for (const label of labels) {
    const made = await addLabel(db, actor, label, now)
    if (made.done) labelIds.push(made.value.id)
  }
  for (const name of points) {
    const made = await addCheckpoint(db, administrator, { unitId: actor.unitId, name }, now)
    if (made.done) pointIds.push(made.value.id)
  }
  const list = await addWatchlist(db, actor, 'Pedidos do Secretário')
  for (const [place, caseNumber] of caseNumbers.entries()) {
    const labelId = labelIds[place % 4]
    const checkpointId = pointIds[place % 5]
    const text = notes[place % 6]
    if (labelId) await includeLabel(db, actor, { caseNumber, labelId, text: '' }, now)
    if (checkpointId) await setCheckpoint(db, actor, { caseNumber, checkpointId }, now)
    if (text) await writeNote(db, actor, { caseNumber, text, priority: place % 4 === 0 }, now)
    if (list && place % 7 === 0) {
      await followCaseFile(db, actor, { caseNumber, watchlistIds: [list.id], observation: 'Pede notícias.' }, now)
      await markCaseFile(db, actor, { caseNumber, groupName: 'Exemplos' }, now)
    }
  }
}
