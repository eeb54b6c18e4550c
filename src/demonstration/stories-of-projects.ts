import { addActivity, beginProject } from '../capabilities/projects/index.ts'
import { addDays, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { selectOnDesk } from './demonstration.queries.ts'
import type { Ids } from './ids.ts'

/** What is done, by whom, from and until which day counted from today, how much of it, after which ones; a day alone is a milestone. */
const activities = [
  ['Plano da pesquisa', 'Equipe da COFIC', -50, -38, 100, []],
  ['Questionários por público', 'Equipe da COFIC', -37, -22, 100, [0]],
  ['Designação da comissão executora', 'Gabinete', -21, -16, 100, [0]],
  ['Formalização da pesquisa', 'Gabinete', -12, -12, 100, [1, 2]],
  ['Formulário no site e impressos nos postos', 'Informática', -11, -3, 60, [3]],
  ['Aplicação da pesquisa', 'Comissão executora', -2, 28, 5, [3]],
  ['Compilação e análise', 'Comissão executora', 29, 45, 0, [5]],
  ['Publicação dos resultados', 'Gabinete', 52, 52, 0, [6]],
  ['Estratégias para os pontos fracos', 'COFIC e Assessoria', 53, 80, 0, [7]],
] as const

/** The survey of the service to citizens, as founding document 001 tells it: of three units, one activity late. */
export async function tellProjects({ db, clock }: Platform, ids: Ids): Promise<void> {
  const now = clock()
  const today = todayIn(now)
  const actor = ids.as('tadeu.gabinete', 'GS')
  const begun = await beginProject(
    db,
    actor,
    {
      name: 'Pesquisa de satisfação dos contribuintes',
      aim: 'Conhecer como os contribuintes avaliam o atendimento e corrigir os pontos fracos que aparecerem.',
      responsibleId: actor.userId,
      state: 'under-way',
      startsOn: addDays(today, -50),
      endsOn: addDays(today, 80),
      units: ['COFIC (SET/RN)', 'ASSEG (SET/RN)'],
    },
    now,
  )
  if (!begun.done) return
  const [caseNumber] = await selectOnDesk(db, actor.unitId)
  const made: string[] = []
  for (const [name, who, from, until, percent, after] of activities) {
    const [plannedFrom, plannedUntil] = [addDays(today, from), addDays(today, until)]
    const activity = {
      ...{ projectId: begun.value.id, name, who, plannedFrom, plannedUntil, percent },
      begunOn: percent > 0 ? plannedFrom : undefined,
      endedOn: percent === 100 ? plannedUntil : undefined,
      ...{ isMilestone: from === until, isCancelled: false },
      afterIds: after.flatMap((place) => made[place] ?? []),
      caseNumber: name === 'Formalização da pesquisa' ? caseNumber : undefined,
    }
    const added = await addActivity(db, actor, activity, now)
    if (added?.done) made.push(added.value.id)
  }
}
