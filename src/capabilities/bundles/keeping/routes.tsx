import { keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type AddedGroup, addUnits, groupsToChoose, noSuchGroup } from '../../groups/index.ts'
import { unitPeople } from '../../identity/index.ts'
import type { Bundle, SignalKind } from '../bundle.ts'
import { findBundle } from '../find-bundle.ts'
import { groupsOf } from '../groups/keep-groups.ts'
import { includeAll } from '../items/include-all.ts'
import { signalWords } from '../listing/list.form.ts'
import { type BundleRefusal, explainBundleRefusal, fieldOfBundleRefusal } from '../refusals.text.ts'
import { kindOfWord } from '../words.text.ts'
import { type BundleTyped, digitsOf, mostPlaced, readBundle, requestOf } from './bundle.form.ts'
import { BundleFormPage } from './bundle-form.page.tsx'
import { findUnits } from './find-units.ts'
import { changeBundle, makeBundle } from './keep-bundle.ts'
import { fileBundle, signalBundle } from './mark-bundle.ts'
import { MarksPage } from './marks.page.tsx'

const use = { permission: 'bundles.use' } as const

export function keepingRoutes(router: Router): void {
  router.page('/blocos/novo', use, (visit) => {
    const asked: FormFields = { documento: visit.queryList('documento'), processo: visit.queryList('processo') }
    const typed = { ...readBundle(asked), kind: kindOfWord(visit.query('tipo')) ?? 'signature' }
    return formPage(visit, undefined, typed, [], 200)
  })

  router.act('/blocos/novo', use, async (visit) => {
    const typed = readBundle(visit.form)
    if (typed.searching) return formPage(visit, undefined, typed, [], 200)
    if (typed.group !== undefined) return withGroup(visit, undefined, typed, typed.group)
    const outcome = await makeBundle(visit.db, visit.actor, { ...requestOf(typed), kind: typed.kind }, visit.now)
    if (!outcome.done) return formPage(visit, undefined, typed, outcome.refusals.map(asError), 422)
    const { number } = outcome.value
    const wanted = { documents: digitsOf(visit.form, 'documento'), caseFiles: digitsOf(visit.form, 'processo') }
    const result = await includeAll(visit, { bundleNumber: number, ...wanted })
    return redirect(visit.href(`/blocos/${number}${result ? await keepResult(visit, result) : ''}`))
  })

  router.page('/blocos/:numero/dados', use, async (visit) => {
    const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
    if (!bundle || bundle.side === 'receiver') return notFound
    return formPage(visit, bundle.number, typedOf(bundle), [], 200)
  })

  router.act('/blocos/:numero/dados', use, async (visit) => {
    const number = visit.param('numero')
    const typed = readBundle(visit.form)
    const bundle = await findBundle(visit.db, visit.actor, number, 'reading')
    if (!bundle || bundle.side === 'receiver') return notFound
    const ofBundle = { ...typed, kind: bundle.kind }
    if (typed.searching) return formPage(visit, number, ofBundle, [], 200)
    if (typed.group !== undefined) return withGroup(visit, number, ofBundle, typed.group)
    const outcome = await changeBundle(visit.db, visit.actor, number, requestOf(ofBundle), visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return formPage(visit, number, ofBundle, outcome.refusals.map(asError), 422)
    return redirect(visit.href(`/blocos/${number}`))
  })

  router.page('/blocos/:numero/marcas', use, (visit) => marksPage(visit, '', [], 200))

  router.act('/blocos/:numero/sinais', use, async (visit) => {
    const kind = signalOf(fieldText(visit.form, 'sinal'))
    if (!kind) return notFound
    const text = fieldText(visit.form, 'texto')
    const signal = { kind, text, on: fieldText(visit.form, 'ato') !== 'tirar' }
    const outcome = await signalBundle(visit.db, visit.actor, visit.param('numero'), signal, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return marksPage(visit, text.slice(0, 1000), outcome.refusals.map(asError), 422)
    return redirect(visit.href(`/blocos/${visit.param('numero')}/marcas`))
  })

  router.act('/blocos/:numero/atribuicao', use, async (visit) => {
    const request = {
      groupId: idOf(fieldText(visit.form, 'grupo')),
      assignedTo: idOf(fieldText(visit.form, 'pessoa')),
    }
    const outcome = await fileBundle(visit.db, visit.actor, visit.param('numero'), request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return marksPage(visit, '', outcome.refusals.map(asError), 422)
    return redirect(visit.href(`/blocos/${visit.param('numero')}`))
  })
}

async function formPage(
  visit: InnerVisit,
  number: string | undefined,
  typed: BundleTyped,
  problems: readonly FormError[],
  status: 200 | 422,
  added?: AddedGroup,
) {
  const chosen = typed.destinations
  const [units, groups, unitGroups] = await Promise.all([
    findUnits(visit.db, visit.actor, { text: typed.unitText, chosen }, visit.now),
    groupsOf(visit.db, visit.actor),
    groupsToChoose(visit.db, visit.actor, 'units'),
  ])
  return html(
    <BundleFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      number={number}
      typed={typed}
      units={units}
      groups={groups}
      unitGroups={unitGroups}
      added={added}
      problems={problems}
      today={todayIn(visit.now)}
    />,
    status,
  )
}

/** The page again with the units of a group ticked, and those named that take no bundles. */
async function withGroup(visit: InnerVisit, number: string | undefined, typed: BundleTyped, groupId: string) {
  const choosing = { chosen: typed.destinations, most: mostPlaced }
  const found = await addUnits(visit.db, visit.actor, groupId, choosing, visit.now)
  if (!found) return formPage(visit, number, typed, [noSuchGroup], 422)
  return formPage(visit, number, { ...typed, destinations: found.ids }, [], 200, found.told)
}

async function marksPage(visit: InnerVisit, typed: string, problems: readonly FormError[], status: 200 | 422) {
  const [bundle, groups, people] = await Promise.all([
    findBundle(visit.db, visit.actor, visit.param('numero'), 'reading'),
    groupsOf(visit.db, visit.actor),
    unitPeople(visit.db, visit.actor.unitId, visit.now),
  ])
  if (!bundle) return notFound
  return html(
    <MarksPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      bundle={bundle}
      groups={groups}
      people={people}
      typed={typed}
      problems={problems}
    />,
    status,
  )
}

function typedOf(bundle: Bundle): BundleTyped {
  return {
    kind: bundle.kind,
    description: bundle.description,
    groupId: bundle.groupId ?? '',
    destinations: bundle.destinations.map(({ unitId }) => unitId),
    unitText: '',
    searching: false,
    group: undefined,
    inOrder: bundle.inOrder,
    signBy: bundle.signBy ?? '',
    documents: [],
    caseFiles: [],
  }
}

function asError(refusal: BundleRefusal): FormError {
  const field = fieldOfBundleRefusal(refusal)
  const message = explainBundleRefusal(refusal)
  return field ? { field, message } : { message }
}

function signalOf(word: string): SignalKind | undefined {
  return signalWords.find((one) => one.word === word)?.kind
}

function idOf(value: string): string | undefined {
  return /^\d{1,15}$/.test(value) ? value : undefined
}
