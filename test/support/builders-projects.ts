import { addActivity, beginProject } from '../../src/capabilities/projects/index.ts'
import { addDays, type LocalDate, todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]
type Project = Parameters<typeof beginProject>[2]
type Activity = Parameters<typeof addActivity>[2]

/** A project of PROT under way, kept by Marina unless said otherwise. Answers its id. */
export async function aProject(
  house: TestHouse,
  { by = 'marina', unit = at.prot, ...rest }: Partial<Project> & { by?: Login; unit?: Slug } = {},
): Promise<string> {
  const now = house.platform.clock()
  const actor = await actorOf(house, by, unit)
  const today = todayIn(now)
  const terms: Project = {
    name: 'Pesquisa de satisfação',
    aim: 'Conhecer a opinião de quem é atendido.',
    responsibleId: actor.userId,
    state: 'under-way',
    startsOn: addDays(today, -30),
    endsOn: addDays(today, 60),
    units: [],
    ...rest,
  }
  return (await done(beginProject(house.db, actor, terms, now))).id
}

/** An activity between two days, not begun unless said otherwise. */
export function anActivity(
  projectId: string,
  plannedFrom: LocalDate,
  plannedUntil: LocalDate,
  rest: Partial<Activity> = {},
): Activity {
  return {
    ...{ projectId, name: 'Questionários', who: 'Equipe', plannedFrom, plannedUntil, percent: 0 },
    ...{ begunOn: undefined, endedOn: undefined, isMilestone: false, isCancelled: false, afterIds: [] },
    caseNumber: undefined,
    ...rest,
  }
}

/** A project with something done, late, under way, cancelled and to come, one of them about a case file; and an empty one. */
export async function furnishProjects(house: TestHouse, digits: string) {
  const now = house.platform.clock()
  const today = todayIn(now)
  const day = (days: number) => addDays(today, days)
  const actor = await actorOf(house, 'marina', at.prot)
  const project = await aProject(house, { units: ['COFIC'] })
  const add = async (from: number, until: number, rest: Partial<Activity>) =>
    (await done(addActivity(house.db, actor, anActivity(project, day(from), day(until), rest), now))).id
  const plan = await add(-30, -20, { name: 'Plano', begunOn: day(-30), endedOn: day(-18), percent: 100 })
  const activity = await add(-17, -4, {
    ...{ name: 'Questionários por público', begunOn: day(-15), percent: 40, afterIds: [plan], caseNumber: digits },
  })
  await add(-3, 20, { name: 'Aplicação da pesquisa nos postos de atendimento', afterIds: [activity] })
  await add(10, 30, { name: 'Impressos', isCancelled: true })
  await add(45, 45, { name: 'Publicação dos resultados', isMilestone: true, afterIds: [activity] })
  const emptyProject = await aProject(house, { name: 'Mudança de sala' })
  return { project, emptyProject, activity }
}
