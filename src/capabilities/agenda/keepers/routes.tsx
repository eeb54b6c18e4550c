import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { unitPeople } from '../../identity/index.ts'
import { idParam } from '../../organization/index.ts'
import { findKept, type KeptCalendar } from './find-kept.ts'
import { KeepersPage } from './keepers.page.tsx'
import { type KeeperRefusal, mayNameKeepers, mostKeepers, nameKeepers } from './name-keepers.ts'

const path = '/agenda/autoridades/:id/quem-mantem'
const isId = (text: string) => /^[1-9]\d{0,17}$/.test(text)

/** Who keeps the agenda of an office: everybody of the unit sees it, the holder and who administers offices say it. */
export function keepersRoutes(router: Router): void {
  router.page(path, {}, async (visit) => {
    const kept = await keptOf(visit)
    return kept ? keepersPage(visit, kept, []) : notFound
  })

  router.act(path, {}, async (visit) => {
    const kept = await keptOf(visit)
    if (!kept || !mayNameKeepers(visit.actor, kept)) return notFound
    const [named, ended] = [fieldText(visit.form, 'pessoa'), fieldText(visit.form, 'retirar')]
    if (!isId(ended) && !isId(named)) {
      return keepersPage(visit, kept, [{ field: 'pessoa', message: 'Escolha a pessoa.' }])
    }
    const { officeId } = kept
    const change = isId(ended) ? { officeId, end: ended } : { officeId, name: named }
    const outcome = await nameKeepers(visit.db, visit.actor, change, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) {
      return keepersPage(visit, kept, [{ field: 'pessoa', message: explain(outcome.refusals[0]) }])
    }
    const text = isId(ended) ? 'a indicação terminou.' : 'indicação registrada.'
    const result = await keepResult(visit, { title: 'Agenda', items: [{ label: kept.title, done: true, text }] })
    return redirect(visit.href(`/agenda/autoridades/${officeId}/quem-mantem`) + result)
  })
}

function explain(refusal: KeeperRefusal): string {
  switch (refusal) {
    case 'not-of-the-unit':
      return 'Escolha alguém que trabalha nesta unidade.'
    case 'too-many':
      return `São no máximo ${mostKeepers} pessoas. Retire alguém antes.`
    case 'gone':
      return 'Essa indicação já terminou.'
  }
}

async function keptOf(visit: InnerVisit): Promise<KeptCalendar | undefined> {
  const id = idParam(visit)
  return id ? findKept(visit.db, visit.actor, id, visit.now) : undefined
}

async function keepersPage(visit: InnerVisit, kept: KeptCalendar, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const [people, result] = await Promise.all([
    mayNameKeepers(actor, kept) ? unitPeople(db, actor.unitId, now) : undefined,
    findResult(visit),
  ])
  return html(
    <KeepersPage {...{ page, formKeys, href, kept, people, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}
