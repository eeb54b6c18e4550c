import { keepResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idOf, isSearching } from '../fields/case-fields.form.ts'
import { type CaseTypeChoice, typeOf, typesToOpen } from '../fields/find-choices.ts'
import { otherNumber } from '../gate/other-number.form.ts'
import { relateCaseFiles } from '../relations/relate-case-files.ts'
import { explainRelateRefusal } from '../relations/relations.text.ts'
import { ChooseTypePage } from './choose-type.page.tsx'
import { type OpenTyped, readOpening } from './open-case-file.form.ts'
import { OpenCaseFilePage } from './open-case-file.page.tsx'
import { explainOpenRefusal, openedAs } from './open-case-file.text.ts'
import { type OpenedCaseFile, openCaseFile } from './open-case-file.ts'
import { openingChoices } from './opening-choices.ts'

const permission = 'cases.open'

export function openingRoutes(router: Router): void {
  router.page('/processos/novo', { permission }, async (visit) => {
    const typeId = idOf(visit.query('tipo'))
    const related = otherNumber(visit.query('relacionado')).digits
    if (!typeId) return html(await typesPage(visit, related))
    const type = await typeOf(visit.db, visit.actor, typeId)
    return type?.offered ? html(await formPage(visit, type, { ...typedFirst(type), related }, 'fresh')) : notFound
  })

  router.act('/processos/novo', { permission }, async (visit) => {
    const { typed, request, problems } = readOpening(visit.form)
    const type = await typeOf(visit.db, visit.actor, typed.fields.typeId)
    if (!type) return notFound
    if (isSearching(typed.fields)) return html(await formPage(visit, type, typed, []))
    if (!request) return html(await formPage(visit, type, typed, problems), 422)
    const outcome = await openCaseFile(visit.db, visit.actor, request, visit.now)
    if (!outcome.done) return html(await formPage(visit, type, typed, outcome.refusals.map(explainOpenRefusal)), 422)
    const { digits } = outcome.value
    // Both or neither: a page in the place of the redirect undoes the opening too (PRO-180).
    const relating = typed.related
      ? await relateCaseFiles(visit.db, visit.actor, digits, typed.related, visit.now)
      : undefined
    if (relating && !relating.done) {
      return html(
        await formPage(
          visit,
          type,
          typed,
          relating.refusals.map((one) => ({ field: '', ...explainRelateRefusal(one) })),
        ),
        422,
      )
    }
    return redirect(visit.href(`/processos/${digits}${await openedResult(visit, outcome.value, request.level)}`))
  })
}

/** Says that it was opened, and who sees it. Of what is confidential nothing is kept: its page asks for the password first. */
async function openedResult(
  visit: InnerVisit,
  { number }: OpenedCaseFile,
  level: keyof typeof openedAs,
): Promise<string> {
  const text = openedAs[level]
  if (!text) return ''
  return keepResult(visit, { title: 'Abertura', items: [{ label: `Processo ${number}`, done: true, text }] })
}

async function typesPage(visit: InnerVisit, related: string) {
  const more = related ? `&relacionado=${related}` : ''
  return (
    <ChooseTypePage
      page={visit.page}
      deskHref={visit.href('/mesa')}
      types={await typesToOpen(visit.db, visit.actor)}
      typeHref={({ id }) => visit.href(`/processos/novo?tipo=${id}${more}`)}
    />
  )
}

async function formPage(
  visit: InnerVisit,
  type: CaseTypeChoice,
  typed: OpenTyped,
  problems: readonly FieldProblem[] | 'fresh',
) {
  return (
    <OpenCaseFilePage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      newHref={visit.href('/processos/novo')}
      type={type}
      typed={typed}
      problems={problems === 'fresh' ? [] : problems}
      fresh={problems === 'fresh'}
      {...(await openingChoices(visit.db, visit.actor, typed, type.suggestedClassIds, visit.now))}
    />
  )
}

/** The form as it first opens, with what the type suggests. */
function typedFirst(type: CaseTypeChoice): OpenTyped {
  return {
    fields: {
      typeId: type.id,
      summary: '',
      classIds: type.suggestedClassIds,
      classText: '',
      partyKeys: [],
      partyText: '',
      priority: '',
    },
    level: { level: type.suggestedLevel, legalBasisId: type.suggestedLegalBasisId ?? '' },
    observation: '',
    informedNumber: '',
    filedOn: '',
    related: '',
  }
}
