import type { VNode } from 'preact'
import { type FieldProblem, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { type CaseFile, explainCaseRefusal, findCaseFile, withCaseFile } from '../cases/index.ts'
import { closeWronglyOpened, refusalsToCloseWronglyOpened, type WrongOpeningRefusal } from './close-wrongly-opened.ts'
import { routingOfCase } from './routing-of-case.ts'
import { unfinishedIn } from './unfinished.ts'
import { WronglyOpenedNote, WronglyOpenedPage } from './wrongly-opened.page.tsx'

const path = '/processos/:numero/autuacao-indevida'
const permission = { permission: 'routing.send' } as const

export function wronglyOpenedRoutes(router: Router): void {
  router.page(path, permission, (visit) =>
    withCaseFile(visit, (caseFile) => closePage(visit, caseFile, { reason: '', term: '' }, [])),
  )
  router.act(path, permission, async (visit) => {
    const caseNumber = visit.param('numero')
    const typed = { reason: fieldText(visit.form, 'motivo'), term: fieldText(visit.form, 'termo').trim().slice(0, 30) }
    const reason = typed.reason.replace(/[\p{Cc}\s]+/gu, ' ').trim()
    const problems: FieldProblem[] =
      reason.length < 5 || reason.length > 500
        ? [{ field: 'motivo', message: 'Informe o motivo do encerramento, com 5 a 500 caracteres.' }]
        : []
    const request = { caseNumber, reason, termNumber: typed.term.replace(/\D/g, '') }
    const outcome =
      problems.length > 0 ? undefined : await closeWronglyOpened(visit.db, visit.actor, request, visit.now)
    if (outcome?.done) return redirect(visit.href(`/processos/${caseNumber}`))
    const caseFile = await findCaseFile(visit.db, visit.actor, { digits: caseNumber }, 'reading', visit.now)
    if (!caseFile || (problems.length === 0 && !outcome)) return notFound
    return closePage(visit, caseFile, typed, [...problems, ...(outcome?.refusals.map(explain) ?? [])])
  })
}

/** On the page of a case file: why it was ended, as long as it is. */
export async function wronglyOpenedPanel(visit: InnerVisit, caseFile: CaseFile): Promise<VNode | undefined> {
  const { wronglyOpened: row } = await routingOfCase(visit.db, visit.actor, caseFile)
  return row && <WronglyOpenedNote {...row} termHref={visit.href(`/documentos/${row.termNumber}`)} now={visit.now} />
}

async function closePage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: { readonly reason: string; readonly term: string },
  problems: readonly { readonly field?: string; readonly message: string }[],
): Promise<Answer> {
  const refusals = problems.length > 0 ? [] : refusalsToCloseWronglyOpened(caseFile, visit.actor.unitId)
  return html(
    <WronglyOpenedPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      caseHref={visit.href(`/processos/${caseFile.digits}`)}
      caseNumber={caseFile.number}
      unfinished={await unfinishedIn(visit.db, visit.actor, [caseFile])}
      typed={typed}
      problems={problems}
      refusals={refusals.map((one) => explain(one).message)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function explain(refusal: WrongOpeningRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'not-opened-here':
      return { message: 'Só a unidade que autuou o processo pode encerrá-lo por autuação indevida.' }
    case 'term-missing':
      return { field: 'termo', message: 'Informe o nº SEI do termo, assinado neste processo.' }
    case 'term-unfit':
      return { field: 'termo', message: 'O termo precisa ser um documento deste processo, feito no editor e assinado.' }
    default:
      return { message: explainCaseRefusal(refusal) }
  }
}
