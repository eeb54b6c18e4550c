import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { documentLabel } from '../document.ts'
import { explainDraft } from '../drafting/draft-document.text.ts'
import { findDocument } from '../find-document.ts'
import { caseMissing, documentMissing } from '../missing-routes.tsx'
import { certifySecrecy, type SecrecySubject, secrecyFacts } from './certify-secrecy.ts'
import { SecrecyPage } from './secrecy.page.tsx'
import { secrecyLines } from './secrecy.text.ts'

const writing = { permission: 'documents.write' } as const
const noun = 'certidao-de-sigilo'

/** The certificate of secrecy of a case file, and of one document. */
export function secrecyRoutes(router: Router): void {
  router.page(`/processos/:numero/${noun}`, writing, async (visit) => {
    const subject = await caseOf(visit)
    return subject ? show(visit, subject) : caseMissing(visit)
  })
  router.act(`/processos/:numero/${noun}`, writing, async (visit) => {
    const subject = await caseOf(visit)
    return subject ? certify(visit, subject) : notFound
  })
  router.page(`/documentos/:numero/${noun}`, writing, async (visit) => {
    const subject = await documentOf(visit)
    return subject ? show(visit, subject) : documentMissing(visit)
  })
  router.act(`/documentos/:numero/${noun}`, writing, async (visit) => {
    const subject = await documentOf(visit)
    return subject ? certify(visit, subject) : notFound
  })
}

async function caseOf({ db, actor, param, now }: InnerVisit): Promise<SecrecySubject | undefined> {
  const caseFile = await findCaseFile(db, actor, { digits: param('numero') }, 'reading', now)
  return caseFile?.reach === 'full' ? { caseFile, document: undefined } : undefined
}

async function documentOf({ db, actor, param, now }: InnerVisit): Promise<SecrecySubject | undefined> {
  const document = await findDocument(db, actor, param('numero'), 'reading', now)
  if (!document || document.readRefusals.length > 0) return undefined
  return { caseFile: document.caseFile, document }
}

async function certify(visit: InnerVisit, subject: SecrecySubject): Promise<Answer> {
  const outcome = await certifySecrecy(visit.db, visit.actor, subject, visit.now)
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`/documentos/${outcome.value.number}`))
  return show(visit, subject, outcome.refusals.map(explainDraft))
}

async function show(visit: InnerVisit, subject: SecrecySubject, problems: readonly FormError[] = []) {
  const facts = await secrecyFacts(visit.db, subject)
  if (!facts) return notFound
  const { caseFile, document } = subject
  const caseHref = visit.href(`/processos/${caseFile.digits}`)
  const home = document ? visit.href(`/documentos/${document.number}`) : caseHref
  const body = (
    <SecrecyPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        { label: `Processo ${caseFile.number}`, href: caseHref },
        ...(document ? [{ label: documentLabel(document), href: home }] : []),
        { label: 'Certidão de sigilo' },
      ]}
      lines={secrecyLines(facts, visit.now)}
      action={`${home}/${noun}`}
      backHref={home}
      problems={problems}
    />
  )
  return html(body, problems.length > 0 ? 422 : 200)
}
