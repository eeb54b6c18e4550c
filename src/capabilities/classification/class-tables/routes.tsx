import { findResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, reachOfVisit, readForm } from '../../organization/index.ts'
import { readRecordClass } from '../record-classes/record-class.form.ts'
import { activateTable, addClass, beginTable, mapClass, type TableRefusal } from './change-tables.ts'
import { ClassTablePage, ClassTablesPage, tablesPath } from './class-tables.page.tsx'
import { classesOfTable, findTable, findTables, usedClasses } from './find-tables.ts'

const here = `/administracao${tablesPath}`
const permission = 'classification.manage'

export function classTablesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => ((await keepsAll(visit)) ? listPage(visit, []) : notFound))

  router.act(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const form = readForm(visit.form)
    const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 120 })
    const copies = form.flag('copiar')
    if (form.problems.length > 0) return listPage(visit, form.problems)
    const outcome = await beginTable(visit.db, visit.actor, { name, copies }, visit.now)
    if (!outcome.done) return listPage(visit, outcome.refusals.map(explain))
    return goSaying(
      visit,
      `${tablesPath}/${outcome.value.id}`,
      name,
      'em preparação. Nada muda até ser posto em vigor.',
    )
  })

  router.page(`${here}/:id`, { permission }, async (visit) => tablePage(visit, [], ''))

  router.act(`${here}/:id/classes`, { permission }, async (visit) => {
    const id = await tableOf(visit)
    if (!id) return notFound
    const { request, problems } = readRecordClass(visit.form)
    if (!request) return tablePage(visit, problems, 'classes')
    const outcome = await addClass(visit.db, visit.actor, id, request, visit.now)
    if (!outcome.done) return tablePage(visit, outcome.refusals.map(explain), 'classes')
    return goSaying(visit, `${tablesPath}/${id}`, `Classe ${request.code}`, 'incluída.')
  })

  router.act(`${here}/:id/equivalencia`, { permission }, async (visit) => {
    const id = await tableOf(visit)
    if (!id) return notFound
    const fromCode = fieldText(visit.form, 'de')
    const toCodes = fieldText(visit.form, 'para')
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean)
      .slice(0, 20)
    if (toCodes.length === 0)
      return tablePage(visit, [{ field: 'para', message: 'Informe ao menos um código.' }], 'equivalencia')
    const outcome = await mapClass(visit.db, visit.actor, { tableId: id, fromCode, toCodes }, visit.now)
    if (!outcome.done) return tablePage(visit, outcome.refusals.map(explain), 'equivalencia')
    return goSaying(visit, `${tablesPath}/${id}`, `Classe ${fromCode}`, `equivale a ${toCodes.join(', ')}.`)
  })

  router.act(`${here}/:id/vigencia`, { permission }, async (visit) => {
    const id = await tableOf(visit)
    if (!id) return notFound
    const outcome = await activateTable(visit.db, visit.actor, id, visit.now)
    if (!outcome.done) return tablePage(visit, outcome.refusals.map(explain), 'vigencia')
    return goSaying(visit, `${tablesPath}/${id}`, 'Plano de classificação', 'em vigor.')
  })
}

async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

async function tableOf(visit: InnerVisit): Promise<string | undefined> {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) && (await findTable(visit.db, id, 'reading')) ? id : undefined
}

function explain(refusal: TableRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'already-registered':
      return { field: '', message: 'Já existe um plano com este nome, ou uma classe com este código.' }
    case 'not-draft':
      return { field: '', message: 'Este plano não está mais em preparação.' }
    case 'empty':
      return { field: '', message: 'O plano não tem nenhuma classe. Inclua as classes antes.' }
    case 'unknown-class':
      return { field: 'para', message: 'Não há classe em uso neste plano com um dos códigos.' }
    case 'unmapped':
      return { field: '', message: `Falta dizer a classe equivalente de: ${refusal.codes.join(', ')}.` }
  }
}

async function listPage(visit: InnerVisit, problems: readonly FieldProblem[]): Promise<Answer> {
  const [rows, result] = await Promise.all([findTables(visit.db), findResult(visit)])
  const { page, formKeys, form: fields } = visit
  return html(
    <ClassTablesPage {...{ page, formKeys, rows, fields, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function tablePage(visit: InnerVisit, problems: readonly FieldProblem[], tried: string): Promise<Answer> {
  const id = await tableOf(visit)
  const table = id && (await findTable(visit.db, id, 'reading'))
  if (!table) return notFound
  const isDraft = table.state === 'draft'
  const [classes, used, result] = await Promise.all([
    classesOfTable(visit.db, table.id),
    isDraft ? usedClasses(visit.db, table.id) : [],
    findResult(visit),
  ])
  const { page, formKeys, form: fields } = visit
  const shown = { page, formKeys, table, classes, used, fields, problems, tried, result }
  return html(<ClassTablePage {...shown} />, problems.length > 0 ? 422 : 200)
}
