import { headersToServe, kindOfExtension } from '../../../platform/file-kinds/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, bytes, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { pagePng } from '../../../platform/page-pictures/index.ts'
import type { Document } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findDocument } from '../find-document.ts'
import { readLevel } from '../level/level.form.ts'
import { documentMissing } from '../missing-routes.tsx'
import { noteOpened } from '../pen/note-opened.ts'
import { atAPath } from '../reading/at-a-path.ts'
import { findMade } from './find-made.ts'
import { includeStriped } from './include-striped.ts'
import { askStriped, changeStripes, refusalsOfFile } from './keep-stripes.ts'
import { readStripe } from './stripe.form.ts'
import { explainStriping, type StripingRefusal } from './striping.text.ts'
import { resolutions } from './striping.ts'
import { isPdf, pagesOf, stripingPage } from './striping.view.tsx'

const writing = { permission: 'documents.write' } as const
/** Points of the long side of a page on the screen. */
const shownSide = 1_200

/** Stripes over the pages of a PDF: pages as pictures, stripes one by one, the version made of them. */
export function stripingRoutes(router: Router): void {
  router.page('/documentos/:numero/tarjas/paginas/:pagina', writing, async (visit) => {
    const original = await find(visit)
    if (!original?.file) return documentMissing(visit)
    const page = visit.param('pagina')
    if (!/^[1-9]\d{0,2}$/.test(page) || !(await visit.platform.text.tools()).pdftoppm) return notFound
    const drawn = await atAPath(visit.platform.files, original.file.sha256, (path) =>
      pagePng(path, Number(page), shownSide),
    )
    if (!drawn.done) return notFound
    await noteOpened(visit.db, visit.actor, original, visit.now)
    return bytes(drawn.value, { 'content-type': 'image/png', 'cache-control': 'private, no-store' })
  })

  router.page('/documentos/:numero/tarjas/feita', writing, async (visit) => {
    const original = await find(visit)
    if (!original) return documentMissing(visit)
    const made = await findMade(visit.db, visit.actor, original)
    if (!made) return notFound
    const body = await visit.platform.files.open(made)
    const kind = kindOfExtension('pdf')
    if (!body || !kind) return notFound
    const headers = headersToServe(kind, `versao-com-tarjas-${original.number}.pdf`, 'inline')
    return { kind: 'stream', headers: { ...headers, 'cache-control': 'private, no-store' }, body }
  })

  router.act('/documentos/:numero/tarjas/pdf', writing, async (visit) => {
    const original = await find(visit)
    if (!original) return notFound
    const { db, actor, now, form } = visit
    const { number } = original
    const removed = fieldText(form, 'retirar')
    if (/^\d{1,18}$/.test(removed)) {
      const outcome = await changeStripes(db, actor, number, { kind: 'remove', id: removed }, now)
      return answer(visit, original, outcome)
    }
    if (fieldText(form, 'ato') === 'fazer') {
      const resolution = resolutions.find((dpi) => String(dpi) === fieldText(form, 'resolucao')) ?? 150
      return answer(visit, original, await askStriped(db, actor, { number, resolution }, now))
    }
    return stripeAct(visit, original)
  })

  router.act('/documentos/:numero/tarjas/inclusao', writing, async (visit) => {
    const original = await find(visit)
    if (!original) return notFound
    const { typed, request, problems } = readLevel(visit.form)
    if (!request) return stripingPage(visit, original, { level: typed, problems })
    const madeSha256 = fieldText(visit.form, 'arquivo').slice(0, 64)
    const asked = { ...request, number: original.number, madeSha256 }
    const outcome = await includeStriped(visit.db, visit.actor, asked, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(outcome.value.number))
    return stripingPage(visit, original, { level: typed, ...told(outcome.refusals) })
  })
}

async function stripeAct(visit: InnerVisit, original: Document): Promise<Answer> {
  const pages = await pagesOf(visit, original)
  if (typeof pages !== 'number') return stripingPage(visit, original)
  const { typed, stripe, problems } = readStripe(visit.form, pages)
  const changing = fieldText(visit.form, 'tarja')
  const isChange = /^\d{1,18}$/.test(changing)
  const back = { stripe: typed, ...(isChange ? { changing } : {}), shownPage: Number(typed.page) || 1 }
  if (!stripe) return stripingPage(visit, original, { ...back, problems })
  const change = isChange ? ({ kind: 'change', id: changing, stripe } as const) : ({ kind: 'add', stripe } as const)
  const outcome = await changeStripes(visit.db, visit.actor, original.number, change, visit.now)
  return answer(visit, original, outcome, back)
}

async function answer(
  visit: InnerVisit,
  original: Document,
  outcome: Awaited<ReturnType<typeof changeStripes>>,
  back: Parameters<typeof stripingPage>[2] = {},
): Promise<Answer> {
  if (!outcome) return notFound
  if (!outcome.done) return stripingPage(visit, original, { ...back, ...told(outcome.refusals) })
  const page = back.shownPage ? `?pagina=${back.shownPage}` : ''
  return redirect(documentAddresses(visit).part(original.number, `tarjas${page}`))
}

/** What concerns a field stands beside it; the rest at the top. */
function told(refusals: readonly StripingRefusal[]) {
  const all = refusals.map(explainStriping)
  return {
    problems: all.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }])),
    refusals: all.flatMap(({ field, message }) => (field === undefined ? [message] : [])),
  }
}

/** The document, where it may be read and its pages may be shown as pictures. */
async function find(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  if (!document || document.readRefusals.length > 0 || !isPdf(document)) return undefined
  return refusalsOfFile(document, visit.actor).some(({ kind }) => kind === 'confidential') ? undefined : document
}
