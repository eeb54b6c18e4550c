import { todayIn } from '../../../platform/calendar/index.ts'
import { bytes, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { type Document, documentMissing, findDocument, noteOpened } from '../../documents/index.ts'
import { documentPdf } from '../../output/index.ts'
import { fileExporter, textOfFile } from '../matter/exporters.ts'
import { explainChange } from '../publishing/change.text.ts'
import { findPublication } from '../publishing/find-publication.ts'
import type { Publication } from '../publishing/publication.ts'
import { publicationPage } from '../publishing/publication.view.tsx'
import { mayBeTold } from '../publishing/publish-document.ts'
import { type AskRefusal, askTerm } from './awaited/ask-term.ts'
import { readAwaited } from './awaited/awaited-term.form.ts'
import { checkingPage } from './checking.view.tsx'
import { recordComparison } from './compare-printed.ts'
import { matterOf } from './matter-of.ts'
import { readUpload } from './read-upload.ts'
import { reportPage, reportSheet } from './report.view.tsx'
import { returnsRoutes } from './returns/routes.tsx'
import { stepsFrom } from './steps.rules.ts'

const publishing = { permission: 'documents.publish' } as const
const path = '/documentos/:numero/publicacao'
const mostBytes = 2 * 1024 ** 2
const mostLetters = 500_000

/** What goes to a state gazette, what comes back, and what was made of it in a month. */
export function gazetteRoutes(router: Router): void {
  router.page(`${path}/materia/:formato`, publishing, async (visit) => {
    const found = await find(visit)
    const exporter = fileExporter(visit.param('formato'))
    if (!found || !exporter) return notFound
    const { document, publication } = found
    const { state, vehicle } = publication
    const isToTake = state !== 'to-send' && state !== 'rejected' && state !== 'cancelled'
    const matter = vehicle.kind === 'external' && isToTake ? await matterOf(visit.db, document, publication) : undefined
    const file = matter && (await exporter.make(matter, { pdf: () => pdfOf(visit, document) }))
    if (!file) return notFound
    await noteOpened(visit.db, visit.actor, document, visit.now)
    return bytes(file, {
      'content-type': exporter.mediaType,
      'content-disposition': `attachment; filename="materia-${document.number}.${exporter.format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  router.page(`${path}/conferencia`, publishing, async (visit) => {
    const found = await findToCheck(visit)
    return found ? checkingPage(visit, found) : documentMissing(visit)
  })
  router.act(`${path}/conferencia`, { ...publishing, uploadLimitBytes: mostBytes }, async (visit) => {
    const found = await findToCheck(visit)
    if (!found) return notFound
    const upload = await readUpload(visit, 'arquivo', 'O arquivo passa de 2 MB. Cole só o texto da matéria.')
    const typed = typeof visit.form.texto === 'string' ? visit.form.texto : ''
    const brought = upload.file === undefined ? typed : textOfFile(upload.file)
    const printed = brought.replaceAll('\0', '').trim()
    const problem =
      upload.problem ??
      (printed === '' ? 'Cole o texto publicado, ou escolha o arquivo dele.' : undefined) ??
      (printed.length > mostLetters ? 'O texto passa de 500 mil letras. Cole só a matéria.' : undefined)
    if (problem) return checkingPage(visit, found, { typed, problems: [{ field: 'texto', message: problem }] })
    const request = { number: found.document.number, printed }
    const outcome = await recordComparison(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return checkingPage(visit, found, { typed, problems: outcome.refusals.map(explainChange) })
    return redirect(visit.href(`/documentos/${found.document.number}/publicacao/conferencia?feito=sim`))
  })

  // Who sets deadlines may ask for one; who records the publication need not.
  router.act(`${path}/prazo`, { permission: 'cases.change' }, async (visit) => {
    const found = visit.actor.permissions.has('documents.publish') ? await find(visit) : undefined
    if (!found) return notFound
    const { document } = found
    const { term, problems } = readAwaited(visit.form, todayIn(visit.now))
    const again = (all: readonly FormError[]) =>
      publicationPage(visit, document, { form: 'term', fields: visit.form, problems: all })
    if (problems.length > 0) return again(problems)
    const outcome = await askTerm(visit.db, visit.actor, { number: document.number, term }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return again(outcome.refusals.map(explainAsk))
    return redirect(visit.href(`/documentos/${document.number}/publicacao?feito=${term ? 'prazo' : 'sem-prazo'}`))
  })

  router.page('/publicacoes/relatorio', publishing, reportPage)
  router.page('/publicacoes/relatorio/planilha', publishing, reportSheet)
  returnsRoutes(router)
}

function explainAsk(refusal: AskRefusal): { readonly message: string } {
  if (refusal.kind === 'case') return { message: explainCaseRefusal(refusal.why) }
  return { message: 'A publicação já saiu ou foi encerrada: marque o prazo no controle de prazos.' }
}

interface Found {
  readonly document: Document
  readonly publication: Publication
}

async function find(visit: InnerVisit): Promise<Found | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  if (!document || !mayBeTold(document)) return undefined
  const publication = await findPublication(visit.db, visit.actor, document, visit.now)
  return publication && (document.isOurs || publication.isApprover) ? { document, publication } : undefined
}

async function findToCheck(visit: InnerVisit): Promise<Found | undefined> {
  const found = await find(visit)
  const isOut = found && stepsFrom.checked.includes(found.publication.stage)
  return isOut && found.publication.vehicle.kind === 'external' ? found : undefined
}

async function pdfOf(visit: InnerVisit, document: Document): Promise<Uint8Array | undefined> {
  const made = await documentPdf(visit.platform, visit.db, document)
  const stream = made.done ? await made.value.files.open(made.value.sha256) : undefined
  if (!stream) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}
