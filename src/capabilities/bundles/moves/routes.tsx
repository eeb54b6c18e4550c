import { type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { explainBundleRefusal } from '../refusals.text.ts'
import { stateNames } from '../words.text.ts'
import { DeletePage, ReturnPage } from './confirm.page.tsx'
import { moveBundle } from './move-bundle.ts'
import { type Move, refusalsToDo } from './moves.rules.ts'

const use = { permission: 'bundles.use' } as const

/** Moves that are done at once, from the bundle's own page. */
const direct: readonly (readonly [path: string, move: Move])[] = [
  ['/disponibilizacao', 'make-available'],
  ['/disponibilizacao/cancelamento', 'cancel'],
  ['/conclusao', 'conclude'],
  ['/reabertura', 'reopen'],
]

export function moveRoutes(router: Router): void {
  for (const [path, move] of direct) {
    router.act(`/blocos/:numero${path}`, use, async (visit) => {
      const number = visit.param('numero')
      const outcome = await moveBundle(visit.db, visit.actor, { number, move }, visit.now)
      if (!outcome) return notFound
      const items: ItemResult[] = outcome.done
        ? [told(number, true, `agora está no estado ${stateNames[outcome.value.state ?? 'generated']}.`)]
        : outcome.refusals.map((why) => told(number, false, explainBundleRefusal(why)))
      const title = `O bloco ${number} ficou como estava`
      return redirect(visit.href(`/blocos/${number}${await keepResult(visit, { title, items })}`))
    })
  }

  router.page('/blocos/:numero/devolucao', use, (visit) => returnPage(visit, '', [], 200))
  router.act('/blocos/:numero/devolucao', use, async (visit) => {
    const number = visit.param('numero')
    const note = fieldText(visit.form, 'texto')
    const outcome = await moveBundle(visit.db, visit.actor, { number, move: 'return', note }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) {
      const problems = outcome.refusals.map((why) => ({ field: 'texto', message: explainBundleRefusal(why) }))
      return returnPage(visit, note.slice(0, 1000), problems, 422)
    }
    return redirect(visit.href('/blocos'))
  })

  router.page('/blocos/:numero/exclusao', use, (visit) => deletePage(visit, [], 200))
  router.act('/blocos/:numero/exclusao', use, async (visit) => {
    const outcome = await moveBundle(
      visit.db,
      visit.actor,
      { number: visit.param('numero'), move: 'delete' },
      visit.now,
    )
    if (!outcome) return notFound
    const problems = outcome.done ? [] : outcome.refusals.map((why) => ({ message: explainBundleRefusal(why) }))
    return outcome.done ? redirect(visit.href('/blocos')) : deletePage(visit, problems, 422)
  })
}

function told(number: string, done: boolean, text: string): ItemResult {
  return { label: `Bloco ${number}`, done, text }
}

async function returnPage(visit: InnerVisit, note: string, problems: readonly FormError[], status: 200 | 422) {
  const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
  if (bundle?.side !== 'receiver') return notFound
  return html(<ReturnPage {...shown(visit)} bundle={bundle} note={note} problems={problems} />, status)
}

async function deletePage(visit: InnerVisit, problems: readonly FormError[], status: 200 | 422): Promise<Answer> {
  const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
  if (!bundle) return notFound
  const refusals = refusalsToDo('delete', factsOf(bundle)).map((why) => ({ message: explainBundleRefusal(why) }))
  const all = problems.length > 0 ? problems : refusals
  return html(<DeletePage {...shown(visit)} bundle={bundle} problems={all} />, refusals.length > 0 ? 422 : status)
}

function shown({ page, formKeys, href }: InnerVisit) {
  return { page, formKeys, href }
}
