import { findResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../../cases/index.ts'
import { documentLabel, documentsOf, findDocuments, typesToWrite } from '../../documents/index.ts'
import { stateWords } from '../item-state.text.ts'
import { selectChanges } from './association.queries.ts'
import { ItemOfCasePage, type ItemPageProps } from './item-page.page.tsx'
import { eventsToShow } from './plan-events.page.tsx'
import { type ItemOfCase, type PlanOfCase, planOfCase } from './plan-of-case.ts'
import { type DocumentsToShow, PlanOfCasePage } from './plan-page.page.tsx'

/** More documents than these nobody looks through in a list. */
const mostToChoose = 200

/** Whether this person may change the plan of the case file, as far as the matrix says (PRO-244's row, §10.1). */
export function mayChange({ actor }: InnerVisit, caseFile: CaseFile): boolean {
  return (
    actor.permissions.has('cases.change') && refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)).length === 0
  )
}

/** The plan of a case file that has passed the gate. */
export async function planPage(visit: InnerVisit, caseFile: CaseFile): Promise<Answer> {
  const { db, now, page, href } = visit
  const [plan, changes, result] = await Promise.all([
    planOfCase(db, caseFile, now),
    selectChanges(db, caseFile.id),
    findResult(visit),
  ])
  const inItems = plan?.steps.flatMap(({ items }) => items.flatMap(({ documentIds }) => documentIds)) ?? []
  const inChanges = changes.flatMap(({ documentId }) => documentId ?? [])
  const documents = await documentsToShow(visit, caseFile, [...inItems, ...inChanges])
  const events = eventsToShow(changes, documents, href)
  return html(
    <PlanOfCasePage
      {...{ page, href, caseFile, plan, documents, events, result }}
      mayChange={mayChange(visit, caseFile)}
    />,
  )
}

/** One item of the plan of a case file. */
export async function itemPage(
  visit: InnerVisit,
  { caseFile, plan, item }: { readonly caseFile: CaseFile; readonly plan: PlanOfCase; readonly item: ItemOfCase },
  typed: Partial<ItemPageProps['typed']> = {},
  problems: readonly FormError[] = [],
): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const writes =
    actor.permissions.has('documents.write') &&
    refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)).length === 0
  const [all, types] = await Promise.all([documentsOf(db, actor, caseFile), writes ? typesToWrite(db, actor) : []])
  const documents: DocumentsToShow = new Map(
    all.map((one) => [one.id, { number: one.number, label: documentLabel(one) }]),
  )
  const others = all.filter(({ id, state }) => state === 'active' && !item.documentIds.includes(id))
  const state = item.state ? stateWords[item.state].value : ''
  return html(
    <ItemOfCasePage
      {...{ page, formKeys, href, caseFile, plan, item, documents, problems }}
      toInclude={
        others.length > mostToChoose
          ? undefined
          : others.map((one) => ({ value: one.number, label: documentLabel(one) }))
      }
      types={inOrder(types, item.typeIds)}
      typed={{ state, note: '', document: '', typeId: item.typeIds[0] ?? '', ...typed }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function inOrder(types: readonly { readonly id: string; readonly name: string }[], first: readonly string[]) {
  const option = (group: string) => (type: { readonly id: string; readonly name: string }) => ({
    value: type.id,
    label: type.name,
    group,
  })
  return [
    ...types.filter(({ id }) => first.includes(id)).map(option('Deste item')),
    ...types.filter(({ id }) => !first.includes(id)).map(option(first.length > 0 ? 'Outros tipos' : 'Tipos')),
  ]
}

async function documentsToShow(
  { db, actor, now }: InnerVisit,
  caseFile: CaseFile,
  ids: readonly string[],
): Promise<DocumentsToShow> {
  const found = await findDocuments(db, actor, [...new Set(ids)], 'reading', now)
  const here = found.filter((one) => one.caseFile.id === caseFile.id)
  return new Map(here.map((one) => [one.id, { number: one.number, label: documentLabel(one) }]))
}
