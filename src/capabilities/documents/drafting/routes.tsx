import { todayIn } from '../../../platform/calendar/index.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type CaseFile, explainCaseRefusal } from '../../cases/index.ts'
import { documentAddresses } from '../document-addresses.ts'
import { formPageFor } from '../forms/routes.tsx'
import { caseMissing } from '../missing-routes.tsx'
import { ChooseTypePage } from './choose-type.page.tsx'
import { type DraftTyped, readDraft } from './draft-document.form.ts'
import { DraftDocumentPage } from './draft-document.page.tsx'
import { type DraftProblem, explainDraft } from './draft-document.text.ts'
import { draftDocument } from './draft-document.ts'
import { findCaseToWriteIn, offerDraft, typesToWrite } from './offer-draft.ts'

export function draftingRoutes(router: Router): void {
  const writing = { permission: 'documents.write' } as const

  router.page('/processos/:numero/documentos/novo', writing, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!found) return caseMissing(visit)
    const { caseFile, refusals } = found
    const typeId = visit.query('tipo')
    if (typeId && refusals.length === 0) {
      const starting = blank(visit, caseFile, typeId)
      return (
        (await formPageFor(visit, caseFile, typeId, {
          data: starting.datedOn,
          nivel: starting.level,
          hipotese: starting.legalBasisId,
        })) ??
        (await draftPage(visit, caseFile, starting, [])) ??
        caseMissing(visit)
      )
    }
    const at = documentAddresses(visit)
    return html(
      <ChooseTypePage
        page={visit.page}
        breadcrumb={[...at.crumbs(caseFile), { label: 'Incluir documento' }]}
        types={await typesToWrite(visit.db, visit.actor)}
        refusals={refusals.map(explainCaseRefusal)}
        uploadHref={at.upload(caseFile.digits)}
        hrefOf={(id) => `${at.newDocument(caseFile.digits)}?tipo=${id}`}
      />,
    )
  })

  router.act('/processos/:numero/documentos', writing, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!found) return notFound
    const { typed, request, problems } = readDraft(visit.form, found.caseFile.digits)
    if (!request) return (await draftPage(visit, found.caseFile, typed, problems)) ?? notFound
    const outcome = await draftDocument(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).editor(outcome.value.number))
    return (await draftPage(visit, found.caseFile, typed, outcome.refusals.map(explainDraft))) ?? notFound
  })
}

/** Undefined where the type is not one to write. */
async function draftPage(visit: InnerVisit, caseFile: CaseFile, typed: DraftTyped, problems: readonly DraftProblem[]) {
  const offer = await offerDraft(visit.db, visit.actor, caseFile, typed.typeId)
  if (!offer) return undefined
  const at = documentAddresses(visit)
  const chooseHref = at.newDocument(caseFile.digits)
  return html(
    <DraftDocumentPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        ...at.crumbs(caseFile),
        { label: 'Incluir documento', href: chooseHref },
        { label: offer.type.name },
      ]}
      offer={offer}
      typed={typed}
      problems={problems}
      today={todayIn(visit.now)}
      action={at.documents(caseFile.digits)}
      backHref={chooseHref}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The form as it is first shown: what most people want is already chosen. */
function blank(visit: InnerVisit, caseFile: CaseFile, typeId: string): DraftTyped {
  return {
    typeId,
    initialText: 'modelo',
    standardTextId: '',
    modelNumber: '',
    description: '',
    treeName: '',
    datedOn: todayIn(visit.now),
    ...startingLevel(caseFile),
  }
}

/** As public as the case file itself: who wants more protection says so. */
export function startingLevel(caseFile: CaseFile) {
  const level = { public: 'publico', restricted: 'restrito', confidential: 'sigiloso' } as const
  return { level: level[caseFile.level], legalBasisId: caseFile.legalBasisId ?? '' }
}
