import { findResult, type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, type Router, redirect } from '../../../platform/http/index.ts'
import { confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { readForm } from '../../organization/index.ts'
import { findCapacities, findKeptHere } from '../find-kept.ts'
import { archiveCaseFile } from './archive-case-file.ts'
import { ArchivePage, FilingPage } from './filing.page.tsx'
import { explainFiling } from './filing.text.ts'
import { findClassChoices, findWaiting } from './find-waiting.ts'

const permission = 'archive.file'
const here = '/arquivo'
const mostAtOnce = 50

export function filingRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    const tab = visit.query('situacao') === 'arquivados' ? 'kept' : 'waiting'
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const { db, actor, page, href } = visit
    const [waiting, kept, result] = await Promise.all([
      tab === 'waiting' ? findWaiting(db, actor, { page: pageNumber }) : [],
      tab === 'kept' ? findKeptHere(db, actor, { limit: 50, offset: (pageNumber - 1) * 50 }) : [],
      findResult(visit),
    ])
    const mayAppraise = ['archive.appraise', 'archive.preside', 'archive.authorise'].some((one) =>
      actor.permissions.has(one as typeof permission),
    )
    const today = todayIn(visit.now)
    return html(<ArchivePage {...{ page, href, tab, waiting, kept, today, pageNumber, result, mayAppraise }} />)
  })

  router.page(`${here}/arquivamento`, { permission }, async (visit) =>
    html(await filingPage(visit, { processo: visit.queryList('processo') }, [])),
  )

  router.act(`${here}/arquivamento`, { permission }, async (visit) => {
    const digits = digitsIn(visit.form)
    const form = readForm(visit.form)
    const justification = form.text('justificativa', { label: 'a justificativa', required: true, least: 5, most: 500 })
    const classId = form.id('classe', { label: 'a classe' })
    if (digits.length === 0) form.note('', 'Escolha ao menos um processo.')
    if (digits.length > mostAtOnce) form.note('', `São no máximo ${mostAtOnce} processos de cada vez.`)
    const capacity = fieldText(visit.form, 'cargo')
    if (!(await findCapacities(visit.db, visit.actor.unitId)).includes(capacity)) {
      form.note('cargo', 'Escolha um dos cargos da unidade.')
    }
    const problems = [...form.problems, ...(form.problems.length > 0 ? [] : await wrongPassword(visit))]
    if (problems.length > 0) return html(await filingPage(visit, visit.form, problems), 422)
    const items: ItemResult[] = []
    for (const one of digits) {
      const request = { digits: one, justification, classId, capacity }
      const outcome = await archiveCaseFile(visit.db, visit.actor, request, visit.now)
      if (!outcome) items.push({ label: 'Processo', done: false, text: 'não foi encontrado.' })
      else if (outcome.done) {
        const { number, term } = outcome.value
        items.push({
          label: number,
          href: visit.href(`/processos/${one}`),
          done: true,
          text: `arquivado, termo ${term}.`,
        })
      } else {
        items.push({ label: `Processo ${one}`, done: false, text: explainFiling(outcome.refusals[0]) })
      }
    }
    return redirect(visit.href(here) + (await keepResult(visit, { title: 'Arquivamento', items })))
  })
}

/** What is wrong with the password typed for an act that signs. On the pool: a wrong attempt counts though the act is undone. */
export async function wrongPassword(visit: InnerVisit, field = 'senha'): Promise<FieldProblem[]> {
  const { platform, actor, ip, now } = visit
  const outcome = await confirmPassword(platform.db, actor, fieldText(visit.form, field), ip, now)
  return outcome.done ? [] : [{ field, message: explainPasswordRefused(outcome.refusals[0]) }]
}

function digitsIn(fields: FormFields): string[] {
  return [...new Set(fieldList(fields, 'processo'))].filter((one) => /^\d{5,30}$/.test(one)).slice(0, mostAtOnce + 1)
}

async function filingPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const { db, actor, page, formKeys, href } = visit
  const digits = digitsIn(fields)
  const [rows, classes, capacities] = await Promise.all([
    digits.length > 0 ? findWaiting(db, actor, { page: 1, digits }) : [],
    findClassChoices(db),
    findCapacities(db, actor.unitId),
  ])
  return <FilingPage {...{ page, formKeys, href, rows, classes, capacities, fields, problems }} />
}
