import { todayIn } from '../../../platform/calendar/index.ts'
import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { explainActRefusal } from '../act-refusal.text.ts'
import { documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { readDay, readNames } from '../drafting/draft-document.form.ts'
import { explainDraft } from '../drafting/draft-document.text.ts'
import { draftDocument } from '../drafting/draft-document.ts'
import { findCaseToWriteIn } from '../drafting/offer-draft.ts'
import { explainSave } from '../editing/save-refusal.text.ts'
import { offerLevels } from '../level/check-level.ts'
import { readLevel } from '../level/level.form.ts'
import { documentMissing } from '../missing-routes.tsx'
import { RefusedPage } from '../refused.page.tsx'
import { changeAnswers, type OpenedForm, openForm } from './change-answers.ts'
import { ChangeFormPage, NewFormPage } from './fill-form.page.tsx'
import { textOfForm } from './form-text.ts'
import { type OfferedForm, offeredForm } from './offered-form.ts'
import { fieldsOfAnswers, readAnswers } from './read-answers.ts'

const writing = { permission: 'documents.write' } as const
const longest = { ...writing, bodyLimitBytes: 4_194_304 } as const

/** Documents that are forms: filled in, and filled in anew (DOC-053). */
export function formsRoutes(router: Router): void {
  router.act('/processos/:numero/formularios', longest, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    const offered = found && (await offeredForm(visit.db, fieldText(visit.form, 'tipo')))
    if (!found || !offered) return notFound
    const { caseFile } = found
    const { answers, problems } = readAnswers(offered.form.fields, visit.form)
    const [names, date, level] = [readNames(visit.form), readDay(fieldText(visit.form, 'data')), readLevel(visit.form)]
    const isOutdated = fieldText(visit.form, 'versao_do_formulario') !== offered.form.id
    const all = [
      ...(isOutdated ? [{ message: 'O formulário mudou enquanto você preenchia. Confira os campos e conclua.' }] : []),
      ...problems,
      ...names.problems,
      ...date.problems,
      ...level.problems,
    ]
    if (all.length > 0 || !date.day || !level.request) return newFormPage(visit, caseFile, offered, visit.form, all)
    const form = { versionId: offered.form.id, answers, content: textOfForm(offered.form.fields, answers) }
    const outcome = await draftDocument(
      visit.db,
      visit.actor,
      {
        caseDigits: caseFile.digits,
        typeId: offered.type.id,
        initialText: { kind: 'form', form },
        ...names.request,
        datedOn: date.day,
        ...level.request,
      },
      visit.now,
    )
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(outcome.value.number))
    return newFormPage(visit, caseFile, offered, visit.form, outcome.refusals.map(explainDraft))
  })

  router.page('/documentos/:numero/formulario', writing, async (visit) => {
    const opened = await openForm(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened) return documentMissing(visit)
    return changePage(visit, opened, fieldsOfAnswers(opened.form.fields, opened.answers), opened.document.version, [])
  })

  router.act('/documentos/:numero/formulario', longest, async (visit) => {
    const { db, actor, now } = visit
    const opened = await openForm(db, actor, visit.param('numero'), now)
    if (!opened) return notFound
    const baseVersion = Number(fieldText(visit.form, 'versao_base')) || 0
    const { answers, problems } = readAnswers(opened.form.fields, visit.form)
    if (problems.length > 0) return changePage(visit, opened, visit.form, baseVersion, problems)
    const { number, version } = opened.document
    const outcome = await changeAnswers(db, actor, { number, baseVersion, answers }, now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(documentAddresses(visit).document(number))
    const refusals = outcome.refusals.map((one) => ({ message: explainSave(one) }))
    // Said once that somebody saved in between, saving again means that this one shall stand.
    return changePage(visit, opened, visit.form, version, refusals)
  })
}

/** The page that fills in a form of the type; undefined where the type is not a form. */
export async function formPageFor(
  visit: InnerVisit,
  caseFile: CaseFile,
  typeId: string,
  starting: FormFields,
): Promise<Answer | undefined> {
  const offered = await offeredForm(visit.db, typeId)
  return offered && newFormPage(visit, caseFile, offered, starting, [])
}

async function newFormPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  { type, form }: OfferedForm,
  fields: FormFields,
  problems: readonly { readonly field?: string; readonly message: string }[],
): Promise<Answer> {
  const at = documentAddresses(visit)
  const chooseHref = at.newDocument(caseFile.digits)
  return html(
    <NewFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...at.crumbs(caseFile), { label: 'Incluir documento', href: chooseHref }, { label: type.name }]}
      title={`Novo documento: ${type.name}`}
      description={type.description}
      typeId={type.id}
      form={form}
      fields={fields}
      problems={problems}
      levels={await offerLevels(visit.db, caseFile)}
      data={{ ...readLevel(fields).typed, ...readNames(fields).typed, datedOn: fieldText(fields, 'data') }}
      today={todayIn(visit.now)}
      action={visit.href(`/processos/${caseFile.digits}/formularios`)}
      backHref={chooseHref}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function changePage(
  visit: InnerVisit,
  { document, form, refusals }: OpenedForm,
  fields: FormFields,
  baseVersion: number,
  problems: readonly { readonly field?: string; readonly message: string }[],
): Answer {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const href = at.document(document.number)
  const breadcrumb = [...at.crumbs(document.caseFile), { label, href }, { label: 'Preencher' }]
  const title = `Preencher ${label}`
  if (refusals.length > 0) {
    const said = refusals.map(explainActRefusal)
    const props = { page: visit.page, breadcrumb, title, refusals: said, backHref: href }
    return html(<RefusedPage {...props} />, 409)
  }
  return html(
    <ChangeFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={breadcrumb}
      title={title}
      form={form}
      fields={fields}
      problems={problems}
      baseVersion={baseVersion}
      signatures={document.signatureCount}
      action={at.part(document.number, 'formulario')}
      backHref={href}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
