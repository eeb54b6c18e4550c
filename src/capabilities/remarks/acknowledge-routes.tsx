import { keepResult } from '../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { annexedOf, findCaseFile, findCaseFiles } from '../cases/index.ts'
import { documentLabel, documentMissing, documentsOf, findDocument } from '../documents/index.ts'
import { AcknowledgePage } from './acknowledge.page.tsx'
import { type Acknowledged, acknowledge, mostAtOnce } from './acknowledge.ts'
import { explainAcknowledge } from './remarks.text.ts'

export function acknowledgeRoutes(router: Router): void {
  router.page('/processos/:numero/ciencia', {}, (visit) => ofCasePage(visit, false))
  router.act('/processos/:numero/ciencia', {}, async (visit) => {
    const digits = visit.param('numero')
    const caseFiles = fieldList(visit.form, 'processo').filter(isDigits)
    const documents = fieldList(visit.form, 'documento')
    // The button of the panel sends nothing more: it means the case file itself.
    const choosing = fieldText(visit.form, 'escolher') !== ''
    const alone = !choosing && caseFiles.length + documents.length === 0
    if (!isDigits(digits)) return notFound
    if (choosing && caseFiles.length + documents.length === 0) return ofCasePage(visit, true)
    const request = { caseFiles: alone ? [digits] : caseFiles, within: { digits, documents } }
    const results = await acknowledge(visit.db, visit.actor, request, visit.now)
    if (results.length === 0) return notFound
    return told(visit, `/processos/${digits}`, results)
  })

  router.act('/documentos/:numero/ciencia', {}, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document) return documentMissing(visit)
    const within = { digits: document.caseFile.digits, documents: [document.number] }
    const results = await acknowledge(visit.db, visit.actor, { caseFiles: [], within }, visit.now)
    return told(visit, `/documentos/${document.number}`, results)
  })

  router.page('/ciencia', {}, (visit) => ofDeskPage(visit, visit.queryList('processo').filter(isDigits), false))
  router.act('/ciencia', {}, async (visit) => {
    const caseFiles = fieldList(visit.form, 'processo').filter(isDigits)
    if (caseFiles.length === 0) return ofDeskPage(visit, [], true)
    return told(visit, '/mesa', await acknowledge(visit.db, visit.actor, { caseFiles }, visit.now))
  })
}

async function told(visit: InnerVisit, path: string, results: readonly Acknowledged[]): Promise<Answer> {
  const items = results.map(({ label, outcome }) => ({
    label,
    done: outcome.done,
    text: outcome.done ? 'ciência registrada.' : outcome.refusals.map(explainAcknowledge).join(' '),
  }))
  return redirect(visit.href(`${path}${await keepResult(visit, { title: 'Ciência', items })}`))
}

/** Everything in one case file of which one can declare to know: itself, its documents, what is annexed to it. */
async function ofCasePage(visit: InnerVisit, nothingChosen: boolean): Promise<Answer> {
  const digits = visit.param('numero')
  const caseFile = isDigits(digits) && (await findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now))
  if (!caseFile) return notFound
  const [documents, annexed] = await Promise.all([
    documentsOf(visit.db, visit.actor, caseFile),
    annexedOf(visit.db, caseFile),
  ])
  const readable = documents.filter(({ readRefusals, isDraft }) => readRefusals.length === 0 && !isDraft)
  const backHref = visit.href(`/processos/${digits}`)
  return html(
    <AcknowledgePage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        { label: `Processo ${caseFile.number}`, href: backHref },
        { label: 'Ciência' },
      ]}
      action={`${backHref}/ciencia`}
      backHref={backHref}
      caseFiles={[
        { value: digits, label: `Processo ${caseFile.number}` },
        ...annexed.map((one) => ({ value: one.digits, label: `Processo anexado ${one.number}`, hint: one.typeName })),
      ]}
      documents={readable
        .slice(0, mostAtOnce)
        .map((one) => ({ value: one.number, label: documentLabel(one), hint: one.unitAcronym }))}
      chosen={[]}
      nothingChosen={nothingChosen}
      choosing
    />,
    nothingChosen ? 422 : 200,
  )
}

async function ofDeskPage(visit: InnerVisit, asked: readonly string[], nothingChosen: boolean): Promise<Answer> {
  const keys = asked.slice(0, mostAtOnce).map((digits) => ({ digits }))
  const caseFiles = await findCaseFiles(visit.db, visit.actor, keys, 'reading', visit.now)
  return html(
    <AcknowledgePage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Ciência' }]}
      action={visit.href('/ciencia')}
      backHref={visit.href('/mesa')}
      caseFiles={caseFiles.map(({ digits, number, typeName }) => ({ value: digits, label: number, hint: typeName }))}
      documents={[]}
      chosen={asked}
      nothingChosen={nothingChosen}
    />,
    nothingChosen ? 422 : 200,
  )
}

function isDigits(text: string): boolean {
  return /^\d{5,30}$/.test(text)
}
