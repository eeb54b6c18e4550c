import { findResult } from '../../../platform/act-results/index.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { type Action, ConfirmPage, type FormError } from '../../../ui/index.ts'
import { findCaseFiles } from '../../cases/index.ts'
import { daysOfCount } from '../counting/count-term.ts'
import { readTerm } from '../counting/term.form.ts'
import type { Deadline } from '../deadline.ts'
import { type DeadlineTyped, typedDeadline } from './deadline.form.ts'
import { DeadlinePage } from './deadline.page.tsx'
import { tellDue } from './deadline.text.ts'
import { DeadlineFormPage } from './deadline-form.page.tsx'
import { recount } from './find-deadlines.ts'

/** The form that sets a deadline in the chosen case files, or in one whose number is asked for. */
export async function setPage(
  visit: InnerVisit,
  caseNumbers: readonly string[],
  typed: DeadlineTyped,
  problems: readonly (FieldProblem | FormError)[],
  status: 200 | 422,
): Promise<Answer> {
  const keys = caseNumbers.map((digits) => ({ digits }))
  const asksNumber = caseNumbers.length === 0 || typed.number !== ''
  const caseFiles = asksNumber ? [] : await findCaseFiles(visit.db, visit.actor, keys, 'reading', visit.now)
  if (!asksNumber && caseFiles.length === 0) return notFound
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  const title = caseFiles.length > 1 ? `Definir prazo em ${caseFiles.length} processos` : 'Definir prazo'
  return html(
    <DeadlineFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbs(visit, single, title)}
      title={title}
      action={visit.href('/prazos')}
      backHref={backHref(visit, single?.digits)}
      caseFiles={caseFiles}
      typed={typed}
      problems={problems}
      counted={await counted(visit, typed)}
      returnTo={returnTo(visit)}
    />,
    status,
  )
}

/** The form that changes one deadline. */
export async function changePage(
  visit: InnerVisit,
  deadline: Deadline,
  typed: DeadlineTyped | undefined,
  problems: readonly (FieldProblem | FormError)[],
  status: 200 | 422,
): Promise<Answer> {
  const shown = typed ?? typedDeadline(deadline)
  const caseFile = { number: deadline.caseNumber, digits: deadline.caseDigits }
  return html(
    <DeadlineFormPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbs(visit, caseFile, 'Alterar prazo')}
      title="Alterar prazo"
      action={visit.href(`/prazos/${deadline.id}/alteracao`)}
      backHref={backHref(visit, deadline.caseDigits)}
      caseFiles={undefined}
      typed={shown}
      problems={problems}
      counted={await counted(visit, shown)}
      returnTo={returnTo(visit)}
    />,
    status,
  )
}

/** One deadline, with how its day was found. */
export async function deadlinePage(visit: InnerVisit, deadline: Deadline): Promise<Answer> {
  const [found, result] = await Promise.all([recount(visit.db, visit.actor.agencyId, deadline), findResult(visit)])
  const caseFile = { number: deadline.caseNumber, digits: deadline.caseDigits }
  return html(
    <DeadlinePage
      page={visit.page}
      breadcrumb={crumbs(visit, caseFile, 'Prazo')}
      deadline={deadline}
      caseHref={visit.href(`/processos/${deadline.caseDigits}`)}
      acts={actsOn(visit, deadline, 'prazo')}
      {...found}
      result={result}
    />,
  )
}

/** Asks before a deadline is deleted. */
export function deletionPage(visit: InnerVisit, deadline: Deadline): Answer {
  const caseFile = { number: deadline.caseNumber, digits: deadline.caseDigits }
  return html(
    <ConfirmPage
      page={visit.page}
      title="Excluir o prazo?"
      breadcrumb={crumbs(visit, caseFile, 'Excluir prazo')}
      consequences={[
        `“${deadline.text}”, para ${tellDue(deadline.dueOn, deadline.dueTime)}, sai do controle de prazos da unidade.`,
        'O histórico da unidade guarda que ele existiu. Se o prazo foi cumprido, prefira concluir.',
      ]}
      action={visit.href(`/prazos/${deadline.id}/exclusao`)}
      idempotencyKey={visit.formKeys.idempotencyKey}
      confirmLabel="Excluir o prazo"
      confirmIcon="remove"
      cancelHref={backHref(visit, deadline.caseDigits)}
    >
      <input type="hidden" name="volta" value={returnTo(visit)} />
    </ConfirmPage>,
  )
}

/** What may be done with one deadline, from the page `from`, to which the acts come back. */
export function actsOn(visit: InnerVisit, deadline: Deadline, from: 'processo' | 'prazos' | 'prazo'): Action[] {
  if (!visit.actor.permissions.has('cases.change')) return []
  const at = (path: string) => visit.href(`/prazos/${deadline.id}${path}`)
  const post = (path: string) => ({
    post: at(path),
    csrf: visit.formKeys.csrf,
    fields: { volta: from, _chave: `${visit.formKeys.idempotencyKey}-${deadline.id}${path}` },
  })
  const remove: Action = { label: 'Excluir', icon: 'remove', href: at(`/exclusao?volta=${from}`) }
  return deadline.concludedAt
    ? [{ label: 'Reabrir prazo', icon: 'reopen', ...post('/reabertura') }, remove]
    : [
        { label: 'Concluir prazo', icon: 'check', ...post('/conclusao') },
        { label: 'Alterar', icon: 'edit', href: at(`/alteracao?volta=${from}`) },
        remove,
      ]
}

function crumbs(visit: InnerVisit, caseFile: { number: string; digits: string } | undefined, label: string) {
  return [
    { label: 'Mesa', href: visit.href('/mesa') },
    caseFile
      ? { label: caseFile.number, href: visit.href(`/processos/${caseFile.digits}`) }
      : { label: 'Prazos', href: visit.href('/prazos') },
    { label },
  ]
}

/** From where the person came, and to where an act leads: the page of deadlines, or that of the case file. */
function returnTo(visit: InnerVisit): string {
  const asked = visit.form.volta ?? visit.query('volta')
  return asked === 'prazos' ? 'prazos' : 'processo'
}

export function backHref(visit: InnerVisit, digits: string | undefined): string {
  if (returnTo(visit) === 'prazos') return visit.href('/prazos')
  return visit.href(digits ? `/processos/${digits}` : '/mesa')
}

async function counted(visit: InnerVisit, typed: DeadlineTyped) {
  const { term } = readTerm(typed.term, todayIn(visit.now))
  if (!term || 'due' in term) return undefined
  return { from: term.from as LocalDate, days: await daysOfCount(visit.db, visit.actor.agencyId, term) }
}
