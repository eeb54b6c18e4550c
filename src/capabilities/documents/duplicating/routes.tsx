import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import {
  explainCaseRefusal,
  factsToAct,
  findCaseFile,
  interestedOf,
  refusalsToAct,
  relatedOf,
} from '../../cases/index.ts'
import { documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { documentsOf } from '../find-document.ts'
import { caseMissing } from '../missing-routes.tsx'
import { type CopiedDocument, duplicateCaseFile, explainDuplicate, isCopied } from './duplicate-case-file.ts'
import { DuplicatePage } from './duplicating.page.tsx'

const path = '/processos/:numero/duplicacao'
const opening = { permission: 'cases.open' } as const

interface Typed {
  readonly documents: readonly string[] | undefined
  readonly parties: readonly string[] | undefined
  readonly keepRelations: boolean
}

export function duplicatingRoutes(router: Router): void {
  router.page(path, opening, (visit) =>
    duplicatePage(visit, { documents: undefined, parties: undefined, keepRelations: false }, []),
  )

  router.act(path, opening, async (visit) => {
    const typed = {
      documents: fieldList(visit.form, 'documento').slice(0, 1000),
      parties: fieldList(visit.form, 'interessado').filter((id) => /^\d{1,18}$/.test(id)),
      keepRelations: fieldText(visit.form, 'relacionamentos') === 'sim',
    }
    const digits = visit.param('numero')
    const outcome = await duplicateCaseFile(visit.db, visit.actor, { digits, ...typed }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return duplicatePage(visit, typed, outcome.refusals.map(explainDuplicate))
    const { opened, documents } = outcome.value
    const made = { label: opened.number, done: true, text: 'processo aberto como cópia.' }
    const items = [made, ...documents.map((one) => resultOf(visit, one))]
    const result = await keepResult(visit, { title: 'Duplicação', items })
    return redirect(`${documentAddresses(visit).caseFile(opened.digits)}${result}`)
  })
}

function resultOf(visit: InnerVisit, { label, number, reason }: CopiedDocument) {
  if (!number) return { label, done: false, text: reason }
  return { label, done: true, text: `copiado com o número ${number}.`, href: documentAddresses(visit).document(number) }
}

async function duplicatePage(visit: InnerVisit, typed: Typed, problems: readonly string[]): Promise<Answer> {
  const digits = visit.param('numero')
  const known = /^\d{5,30}$/.test(digits)
  const caseFile = known && (await findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now))
  if (!caseFile) return caseMissing(visit)
  const [documents, interested, related] = await Promise.all([
    documentsOf(visit.db, visit.actor, caseFile),
    interestedOf(visit.db, [caseFile.id]),
    relatedOf(visit.db, visit.actor, caseFile, visit.now),
  ])
  const parties = interested.get(caseFile.id) ?? []
  const copied = documents.filter(isCopied)
  const at = documentAddresses(visit)
  return html(
    <DuplicatePage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...at.crumbs(caseFile), { label: 'Duplicar' }]}
      caseNumber={caseFile.number}
      action={`${at.caseFile(digits)}/duplicacao`}
      backHref={at.caseFile(digits)}
      documents={copied.map((one) => ({ value: one.number, label: documentLabel(one), hint: one.unitAcronym }))}
      leftOut={documents.length - copied.length}
      parties={parties.map(({ contactId, name }) => ({ value: contactId, label: name }))}
      relations={related.length}
      typed={{
        ...typed,
        documents: typed.documents ?? copied.map(({ number }) => number),
        parties: typed.parties ?? parties.map(({ contactId }) => contactId),
      }}
      problems={problems.map((message) => ({ message }))}
      refusals={refusalsToAct('duplicate', factsToAct(caseFile, visit.actor.unitId)).map(explainCaseRefusal)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
