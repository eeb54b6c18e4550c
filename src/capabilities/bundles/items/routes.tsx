import { type ActResult, type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type FormError, formatCount } from '../../../ui/index.ts'
import { documentLabel } from '../../documents/index.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { digitsOf } from '../keeping/bundle.form.ts'
import { fillableBundles } from '../listing/list-bundles.ts'
import { moveBundle } from '../moves/move-bundle.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import { explainBundleRefusal } from '../refusals.text.ts'
import { IncludePage } from './include.page.tsx'
import { includeAll } from './include-all.ts'
import { AnnotationPage, RemovalPage } from './item-acts.page.tsx'
import { itemsOf } from './items-of.ts'
import { offerInclusion } from './offer-inclusion.ts'
import { annotateItem, removeItems } from './remove-items.ts'

const use = { permission: 'bundles.use' } as const

export function itemRoutes(router: Router): void {
  router.page('/blocos/inclusao', use, (visit) => {
    const asked = {
      documents: digitsOf({ n: visit.queryList('documento') }, 'n'),
      caseFiles: digitsOf({ n: visit.queryList('processo').map((one) => one.replace(/\D/g, '')) }, 'n'),
    }
    return includePage(visit, { ...asked, chosen: undefined, bundleNumber: visit.query('bloco') }, [], 200)
  })
  router.act('/blocos/inclusao', use, include)

  router.page('/blocos/:numero/retirada', use, async (visit) => {
    const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
    if (!bundle) return notFound
    const asked = visit.queryList('item')
    const items = (await itemsOf(visit.db, visit.actor, bundle, visit.now)).filter(({ id }) => asked.includes(id))
    const problems = refusalsToDo('remove', factsOf(bundle)).map((why) => ({ message: explainBundleRefusal(why) }))
    const none = items.length === 0 ? [{ message: 'Marque ao menos um item do bloco.' }] : []
    const all = [...problems, ...none]
    return html(
      <RemovalPage {...shown(visit)} bundle={bundle} items={items} problems={all} />,
      all.length > 0 ? 422 : 200,
    )
  })
  router.act('/blocos/:numero/retirada', use, async (visit) => {
    const bundleNumber = visit.param('numero')
    const itemIds = digitsOf(visit.form, 'item').filter((id) => id.length <= 15)
    const outcome = await removeItems(visit.db, visit.actor, { bundleNumber, itemIds }, visit.now)
    if (!outcome) return notFound
    const items: ItemResult[] = outcome.done
      ? [
          {
            label: `Bloco ${bundleNumber}`,
            done: true,
            text: `${formatCount(outcome.value, 'item retirado', 'itens retirados')}.`,
          },
        ]
      : outcome.refusals.map((why) => ({
          label: `Bloco ${bundleNumber}`,
          done: false,
          text: explainBundleRefusal(why),
        }))
    return toBundle(visit, bundleNumber, { title: 'Retirada', items })
  })

  router.page('/blocos/:numero/itens/:item/anotacao', use, (visit) => annotationPage(visit, undefined, [], 200))
  router.act('/blocos/:numero/itens/:item/anotacao', use, async (visit) => {
    const text = fieldText(visit.form, 'texto')
    const itemId = visit.param('item')
    if (!/^\d{1,15}$/.test(itemId)) return notFound
    const request = { bundleNumber: visit.param('numero'), itemId, text }
    const outcome = await annotateItem(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/blocos/${visit.param('numero')}`))
    const problems = outcome.refusals.map((why) => ({ field: 'texto', message: explainBundleRefusal(why) }))
    return annotationPage(visit, text.slice(0, 1000), problems, 422)
  })

  // The page of signing belongs to `signatures`: here it is only said what is to be signed, and where to come back to.
  router.page('/blocos/:numero/assinatura', { permission: 'signatures.sign' }, async (visit) => {
    const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
    if (!bundle) return notFound
    const asked = visit.queryList('item')
    const items = await itemsOf(visit.db, visit.actor, bundle, visit.now)
    const numbers = items.flatMap(({ id, document }) => (document && asked.includes(id) ? [document.number] : []))
    const address = `/blocos/${bundle.number}`
    if (numbers.length === 0) return redirect(visit.href(`${address}?selecao=nenhum&falta=documento`))
    const query = new URLSearchParams([...numbers.map((one) => ['documento', one]), ['volta', address]])
    return redirect(visit.href(`/assinatura?${query}`))
  })
}

async function include(visit: InnerVisit): Promise<Answer> {
  const asked = { documents: digitsOf(visit.form, 'documento'), caseFiles: digitsOf(visit.form, 'processo') }
  const bundleNumber = fieldText(visit.form, 'bloco')
  const again = (problems: readonly FormError[]) =>
    includePage(
      visit,
      // With case files, all their drafts are offered again, and those that were marked stay marked.
      {
        caseFiles: asked.caseFiles,
        documents: asked.caseFiles.length > 0 ? [] : asked.documents,
        chosen: asked.documents,
        bundleNumber,
      },
      problems,
      422,
    )
  const bundle = await findBundle(visit.db, visit.actor, bundleNumber, 'reading')
  if (!bundle || bundle.side === 'receiver') return again([{ field: 'bloco', message: 'Escolha o bloco.' }])
  if (bundle.kind === 'signature' && asked.documents.length === 0) {
    return again([{ field: 'documento', message: 'Marque ao menos um documento.' }])
  }
  const result = await includeAll(visit, { bundleNumber, ...asked })
  if (!result) return notFound
  if (result.items.every(({ done }) => !done)) {
    return again(result.items.map(({ label, text }) => ({ message: `${label}: ${text}` })))
  }
  if (fieldText(visit.form, 'ato') !== 'disponibilizar') return toBundle(visit, bundleNumber, result)
  const outcome = await moveBundle(visit.db, visit.actor, { number: bundleNumber, move: 'make-available' }, visit.now)
  const told: ItemResult[] = outcome?.done
    ? [{ label: `Bloco ${bundleNumber}`, done: true, text: 'disponibilizado.' }]
    : (outcome?.refusals ?? []).map((why) => ({
        label: `Bloco ${bundleNumber}`,
        done: false,
        text: explainBundleRefusal(why),
      }))
  return toBundle(visit, bundleNumber, { ...result, items: [...result.items, ...told] })
}

async function toBundle(visit: InnerVisit, number: string, result: ActResult): Promise<Answer> {
  return redirect(visit.href(`/blocos/${number}${await keepResult(visit, result)}`))
}

interface Asked {
  readonly documents: readonly string[]
  readonly caseFiles: readonly string[]
  readonly chosen: readonly string[] | undefined
  readonly bundleNumber: string
}

async function includePage(
  visit: InnerVisit,
  asked: Asked,
  problems: readonly FormError[],
  status: 200 | 422,
): Promise<Answer> {
  const nothing = asked.documents.length + asked.caseFiles.length === 0
  const [offer, bundles] = await Promise.all([
    offerInclusion(visit.db, visit.actor, asked, visit.now),
    fillableBundles(visit.db, visit.actor),
  ])
  if (!nothing && offer.caseFiles.length + offer.documents.length === 0) return notFound
  return html(
    <IncludePage
      {...shown(visit)}
      {...offer}
      chosen={asked.chosen ?? offer.documents.map(({ number }) => number)}
      bundles={bundles}
      bundleNumber={asked.bundleNumber}
      problems={nothing ? [{ message: 'Nenhum processo selecionado. Volte à mesa e marque um ou mais.' }] : problems}
    />,
    nothing ? 422 : status,
  )
}

async function annotationPage(
  visit: InnerVisit,
  typed: string | undefined,
  problems: readonly FormError[],
  status: 200 | 422,
): Promise<Answer> {
  const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
  if (!bundle) return notFound
  const items = await itemsOf(visit.db, visit.actor, bundle, visit.now)
  const item = items.find(({ id }) => id === visit.param('item'))
  if (!item) return notFound
  const label = item.document ? documentLabel(item.document) : (item.caseFile?.number ?? 'item')
  const own = item.annotations.find(({ unitId }) => unitId === visit.actor.unitId)
  const text = typed ?? own?.text ?? ''
  const props = { ...shown(visit), bundle, item, label, text, problems }
  return html(<AnnotationPage {...props} />, status)
}

function shown({ page, formKeys, href }: InnerVisit) {
  return { page, formKeys, href }
}
