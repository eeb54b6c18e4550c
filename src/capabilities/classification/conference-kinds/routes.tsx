import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest } from '../../organization/index.ts'
import { registerConferenceKind } from '../register-types.ts'
import { registers } from '../registers/registers.ts'
import { keepsAll, permission } from '../registers/routes.tsx'
import { fieldsOfConferenceKind, readConferenceKind, takenConferenceKind } from './conference-kind.form.ts'
import { ConferenceKindPage, ConferenceKindsPage } from './conference-kinds.page.tsx'
import { changeConferenceKind, findConferenceKind, listConferenceKinds } from './save-conference-kind.ts'

const { path } = registers.conferenceKinds
const here = `/administracao${path}`

export function conferenceKindsRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listConferenceKinds(visit.db, asked), findResult(visit)])
    return html(<ConferenceKindsPage page={visit.page} {...{ list, asked, result }} />)
  })

  router.page(`${here}/nova`, { permission }, async (visit) =>
    (await keepsAll(visit)) ? html(entryPage(visit, undefined, {}, [])) : notFound,
  )

  router.act(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { request, problems } = readConferenceKind(visit.form)
    if (!request) return html(entryPage(visit, undefined, visit.form, problems), 422)
    const outcome = await registerConferenceKind(visit.db, request)
    if (!outcome.done) return html(entryPage(visit, undefined, visit.form, [takenConferenceKind]), 422)
    return goSaying(visit, path, request.name, 'cadastrada.')
  })

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [kind, result] = await Promise.all([kindOf(visit), findResult(visit)])
    return kind ? html(entryPage(visit, kind, fieldsOfConferenceKind(kind), [], result)) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const kind = await kindOf(visit)
    if (!kind) return notFound
    const { request, problems } = readConferenceKind(visit.form)
    if (!request) return html(entryPage(visit, kind, visit.form, problems), 422)
    const outcome = await changeConferenceKind(visit.db, kind.id, request)
    if (!outcome.done) return html(entryPage(visit, kind, visit.form, [takenConferenceKind]), 422)
    return goSaying(visit, `${path}/${kind.id}`, request.name, 'salva.')
  })
}

async function kindOf(visit: InnerVisit) {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findConferenceKind(visit.db, id) : undefined
}

function entryPage(
  visit: InnerVisit,
  kind: Awaited<ReturnType<typeof kindOf>>,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  return <ConferenceKindPage {...{ page, formKeys, kind, fields, problems, result }} />
}
