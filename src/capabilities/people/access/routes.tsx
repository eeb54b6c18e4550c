import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  explainLabel,
  findUnitsByLabel,
  goSaying,
  type Reach,
  reachOfVisit,
  readForm,
  unitLabels,
} from '../../organization/index.ts'
import { ContactAccessPage } from './access.page.tsx'
import { kindWords, levelWords } from './access.text.ts'
import { listAccess, setAccess } from './keep-access.ts'

const permission = 'organization.manage'
const path = '/acesso-a-contatos'

/** Kept by who administrates the agency, or all of them: never by who works in the unit that gains by it. */
export function contactAccessRoutes(router: Router): void {
  router.page(`/administracao${path}`, { permission }, async (visit) => {
    const reach = await keeperReach(visit)
    return reach ? html(await accessPage(visit, reach, { natureza: 'person', acesso: 'short' }, [])) : notFound
  })

  router.act(`/administracao${path}`, { permission }, async (visit) => {
    const reach = await keeperReach(visit)
    if (!reach) return notFound
    const form = readForm(visit.form)
    const label = form.line('unidade', { label: 'a unidade', required: true, most: 80 })
    const kind = form.choice('natureza', 'de que contatos se trata', ['person', 'organization'])
    const level = form.choice('acesso', 'o acesso', ['full', 'short', 'usual'])
    const reason = form.line('motivo', { label: 'o motivo', required: level !== 'usual', least: 5, most: 250 })
    const [found] = label ? await findUnitsByLabel(visit.db, [label], reach) : []
    if (found && found.kind !== 'found') form.note('unidade', explainLabel(found) ?? 'Informe a unidade.')
    if (form.problems.length > 0 || found?.kind !== 'found' || !kind || !level) {
      return html(await accessPage(visit, reach, visit.form, form.problems), 422)
    }
    const { id: unitId, label: unit } = found.unit
    await setAccess(visit.db, visit.actor, { unitId, kind, level, reason }, visit.now)
    return goSaying(
      visit,
      path,
      `${unit}, ${kindWords[kind].toLowerCase()}`,
      `acesso ${levelWords[level].toLowerCase()}.`,
    )
  })
}

async function keeperReach(visit: InnerVisit): Promise<Reach | undefined> {
  const reach = await reachOfVisit(visit, permission)
  return reach.unitIds ? undefined : reach
}

async function accessPage(visit: InnerVisit, reach: Reach, fields: FormFields, problems: readonly FieldProblem[]) {
  const [rows, labels, result] = await Promise.all([
    listAccess(visit.db, reach),
    unitLabels(visit.db, reach),
    findResult(visit),
  ])
  const { page, formKeys } = visit
  return <ContactAccessPage {...{ page, formKeys, rows, labels, fields, problems, result }} />
}
