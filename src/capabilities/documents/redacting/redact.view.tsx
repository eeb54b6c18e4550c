import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import { explainCaseRefusal, factsToAct, refusalsToAct } from '../../cases/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { startingLevel } from '../drafting/routes.tsx'
import { offerLevels } from '../level/check-level.ts'
import { textHtml } from '../reading/text-html.ts'
import { RefusedPage } from '../refused.page.tsx'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import { RedactPage, type RedactTyped } from './redact.page.tsx'
import { passagesOf, redact } from './redact.rules.ts'
import { explainRedact } from './redact.text.ts'
import { redactedText, refusalsOfOriginal, toHide } from './redact-document.ts'

type Problem = { readonly field?: string; readonly message: string }

/** The form as it is first shown. */
export function blankRedaction({ version, caseFile }: Document): RedactTyped {
  return { version: String(version), passages: [], words: '', legalBasis: '', ...startingLevel(caseFile) }
}

/** What is to be hidden, of what was typed. */
export function chosen({ version, passages, words }: RedactTyped) {
  return {
    version: /^\d{1,6}$/.test(version) ? Number(version) : 0,
    passages: passages.map(Number),
    words: [...new Set(words.split('\n').map(oneLine).filter(Boolean))].slice(0, 200),
  }
}

/** Without line breaks and doubled spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** What may be hidden of a document, and how it would read. */
export async function redactPage(
  visit: InnerVisit,
  original: Document,
  typed: RedactTyped,
  problems: readonly Problem[],
  status: 200 | 422,
  preview = false,
): Promise<Answer> {
  const at = documentAddresses(visit)
  const backHref = at.document(original.number)
  const breadcrumb = [
    ...at.crumbs(original.caseFile),
    { label: documentLabel(original), href: backHref },
    { label: 'Versão com tarjas' },
  ]
  const [version, levels] = await Promise.all([
    selectVersion(visit.db, original.id, original.version),
    offerLevels(visit.db, original.caseFile),
  ])
  const obstacles = [
    ...refusalsToAct('include-document', factsToAct(original.caseFile, visit.actor.unitId)).map(explainCaseRefusal),
    ...refusalsOfOriginal(original, original.version).map((why) => explainRedact(why).message),
  ]
  if (obstacles.length > 0 || !version) {
    const props = { title: 'Versão com tarjas', breadcrumb, refusals: obstacles, backHref }
    return html(<RefusedPage page={visit.page} {...props} />, 409)
  }
  const content = keptText(version.content)
  return html(
    <RedactPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={breadcrumb}
      label={documentLabel(original)}
      action={at.part(original.number, 'tarjas')}
      backHref={backHref}
      passages={passagesOf(content)}
      levels={levels}
      typed={typed}
      previewHtml={preview ? previewOf(visit, original, content, typed) : undefined}
      problems={problems}
    />,
    status,
  )
}

function previewOf(visit: InnerVisit, original: Document, content: RichText, typed: RedactTyped): string {
  const { sections } = redact(content, toHide(chosen(typed)))
  const text = redactedText(original, oneLine(typed.legalBasis) || '…', sections)
  return textHtml(original, text, { link: visit.href })
}
