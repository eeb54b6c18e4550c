import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest } from '../../organization/index.ts'
import { registers } from '../registers/registers.ts'
import { keepsAll, permission } from '../registers/routes.tsx'
import { fieldsOfRecordClass, readRecordClass, takenRecordClass } from './record-class.form.ts'
import { RecordClassesPage, RecordClassPage } from './record-classes.page.tsx'
import { changeRecordClass, findRecordClass, listRecordClasses, openRecordClass } from './save-record-class.ts'

const { path } = registers.recordClasses
const here = `/administracao${path}`

export function recordClassesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listRecordClasses(visit.db, asked), findResult(visit)])
    return html(<RecordClassesPage page={visit.page} {...{ list, asked, result }} />)
  })

  router.page(`${here}/nova`, { permission }, async (visit) =>
    (await keepsAll(visit)) ? html(entryPage(visit, undefined, {}, [])) : notFound,
  )

  router.act(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { request, problems } = readRecordClass(visit.form)
    if (!request) return html(entryPage(visit, undefined, visit.form, problems), 422)
    const outcome = await openRecordClass(visit.db, request)
    if (!outcome.done) return html(entryPage(visit, undefined, visit.form, [takenRecordClass]), 422)
    return goSaying(visit, path, `Classe ${request.code}`, 'cadastrada.')
  })

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [recordClass, result] = await Promise.all([classOf(visit), findResult(visit)])
    return recordClass ? html(entryPage(visit, recordClass, fieldsOfRecordClass(recordClass), [], result)) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const recordClass = await classOf(visit)
    if (!recordClass) return notFound
    const { request, problems } = readRecordClass(visit.form)
    if (!request) return html(entryPage(visit, recordClass, visit.form, problems), 422)
    const outcome = await changeRecordClass(visit.db, recordClass.id, request)
    if (!outcome.done) return html(entryPage(visit, recordClass, visit.form, [takenRecordClass]), 422)
    return goSaying(visit, `${path}/${recordClass.id}`, `Classe ${request.code}`, 'salva.')
  })
}

async function classOf(visit: InnerVisit) {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findRecordClass(visit.db, id) : undefined
}

function entryPage(
  visit: InnerVisit,
  recordClass: Awaited<ReturnType<typeof classOf>>,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  return <RecordClassPage {...{ page, formKeys, recordClass, fields, problems, result }} />
}
