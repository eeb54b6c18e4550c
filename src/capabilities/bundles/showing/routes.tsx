import { findResult } from '../../../platform/act-results/index.ts'
import { may } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  contentToRead,
  type Document,
  DocumentReading,
  documentLabel,
  explainReading,
  fileToRead,
  noteOpened,
  possibleActs,
} from '../../documents/index.ts'
import { SignatureStamps } from '../../signatures/index.ts'
import type { Bundle } from '../bundle.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { type BundleItem, itemsOf, lacksSignatureOf } from '../items/items-of.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import { BundlePage } from './bundle.page.tsx'
import { ReadingPage } from './reading.page.tsx'
import { markedItems } from './selection.rules.ts'

export function showingRoutes(router: Router): void {
  const use = { permission: 'bundles.use' } as const
  router.page('/blocos/:numero', use, async (visit) => {
    const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
    if (!bundle) return notFound
    const [items, result] = await Promise.all([itemsOf(visit.db, visit.actor, bundle, visit.now), findResult(visit)])
    return html(
      <BundlePage
        page={visit.page}
        formKeys={visit.formKeys}
        href={visit.href}
        bundle={bundle}
        items={items}
        marked={markedIn(visit, items)}
        maySign={may(visit.actor, 'signatures.sign')}
        result={result}
        problem={visit.query('falta') === 'documento' ? 'Marque ao menos um documento para assinar.' : undefined}
        today={todayIn(visit.now)}
      />,
    )
  })

  router.page('/blocos/:numero/itens/:item', use, async (visit) => {
    const bundle = await findBundle(visit.db, visit.actor, visit.param('numero'), 'reading')
    if (bundle?.kind !== 'signature') return notFound
    const items = await itemsOf(visit.db, visit.actor, bundle, visit.now)
    const place = items.findIndex(({ id }) => id === visit.param('item'))
    const document = items[place]?.document
    return document ? readingPage(visit, bundle, items, place, document) : notFound
  })
}

async function readingPage(
  visit: InnerVisit,
  bundle: Bundle,
  items: readonly BundleItem[],
  place: number,
  document: Document,
): Promise<Answer> {
  await noteOpened(visit.db, visit.actor, document, visit.now)
  const link = (path: string) => visit.href(path)
  const content = await contentToRead(visit.db, document, { link })
  const item = items[place] as BundleItem
  const ids = visit.queryList('marcado').filter((id) => items.some((one) => one.id === id))
  const readable = document.readRefusals.length === 0
  const signable =
    readable &&
    may(visit.actor, 'signatures.sign') &&
    refusalsToDo('sign', factsOf(bundle)).length === 0 &&
    possibleActs(document, visit.actor).has('sign') &&
    lacksSignatureOf(item, visit.actor.userId)
  const marked = ids.includes(item.id)
  const at = (id: string | undefined, chosen = ids) =>
    id === undefined ? undefined : visit.href(`/blocos/${bundle.number}/itens/${id}${marks(chosen)}`)
  return html(
    <ReadingPage
      page={visit.page}
      bundle={bundle}
      label={documentLabel(document)}
      place={place + 1}
      total={items.length}
      marked={marked}
      markedCount={ids.length}
      closed={document.readRefusals.map((why) => explainReading(why, document))}
      links={{
        bundle: visit.href(`/blocos/${bundle.number}${marks(ids)}`),
        bundles: visit.href('/blocos'),
        desk: visit.href('/mesa'),
        previous: at(items[place - 1]?.id),
        next: at(items[place + 1]?.id),
        mark: signable ? at(item.id, marked ? ids.filter((id) => id !== item.id) : [...ids, item.id]) : undefined,
        sign: signable
          ? visit.href(
              `/assinatura?documento=${document.number}&volta=${encodeURIComponent(`/blocos/${bundle.number}`)}`,
            )
          : undefined,
        edit: possibleActs(document, visit.actor).has('edit')
          ? visit.href(`/documentos/${document.number}/editor`)
          : undefined,
        inCaseFile: visit.href(`/documentos/${document.number}`),
      }}
    >
      {readable ? (
        <DocumentReading page={visit.page} document={document} html={content?.html} file={fileToRead(document, link)} />
      ) : null}
      {readable ? <SignatureStamps signatures={item.signatures} /> : null}
    </ReadingPage>,
  )
}

function marks(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `?${new URLSearchParams(ids.map((id) => ['marcado', id]))}`
}

function markedIn(visit: InnerVisit, items: readonly BundleItem[]): ReadonlySet<string> {
  const selectable = items.map((item) => ({
    id: item.id,
    active: item.document?.state === 'active',
    signatureCount: item.signatures.length,
    signedByMe: !lacksSignatureOf(item, visit.actor.userId),
  }))
  return markedItems(selectable, { word: visit.query('selecao'), ids: visit.queryList('marcado') })
}
