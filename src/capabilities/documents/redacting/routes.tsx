import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { Document } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findDocument } from '../find-document.ts'
import { readLevel } from '../level/level.form.ts'
import { documentMissing } from '../missing-routes.tsx'
import { isPdf, stripingPage } from '../striping/striping.view.tsx'
import type { RedactTyped } from './redact.page.tsx'
import { explainRedact } from './redact.text.ts'
import { blankRedaction, chosen, oneLine, redactPage } from './redact.view.tsx'
import { redactDocument } from './redact-document.ts'

const writing = { permission: 'documents.write' } as const

/** Versions with stripes: passages of a signed document hidden in a new one. */
export function redactingRoutes(router: Router): void {
  router.page('/documentos/:numero/tarjas', writing, async (visit) => {
    const original = await find(visit)
    if (!original) return documentMissing(visit)
    if (isPdf(original)) return stripingPage(visit, original)
    return redactPage(visit, original, blankRedaction(original), [], 200)
  })
  router.act('/documentos/:numero/tarjas', writing, async (visit) => {
    const original = await find(visit)
    if (!original) return notFound
    const { typed, level, problems } = readTyped(visit)
    const choice = chosen(typed)
    if (fieldText(visit.form, 'ato') === 'ver') return redactPage(visit, original, typed, [], 200, true)
    if (!level) return redactPage(visit, original, typed, problems, 422)
    const request = { ...choice, ...level, number: original.number, legalBasis: oneLine(typed.legalBasis) }
    const outcome = await redactDocument(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(outcome.value.number))
    return redactPage(visit, original, typed, outcome.refusals.map(explainRedact), 422)
  })
}

async function find(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document?.readRefusals.some(({ kind }) => kind !== 'cancelled') ? undefined : document
}

function readTyped({ form }: InnerVisit) {
  const level = readLevel(form)
  const typed: RedactTyped = {
    ...level.typed,
    version: fieldText(form, 'versao'),
    passages: fieldList(form, 'trecho').filter((one) => /^\d{1,5}$/.test(one)),
    words: fieldText(form, 'palavras').slice(0, 10_000),
    legalBasis: fieldText(form, 'fundamento').slice(0, 1_000),
  }
  return { typed, level: level.request, problems: level.problems }
}
