import { type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { confirmCaseAccess, confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { whichAwaitsPassword } from '../find-case-file.ts'
import { explainGrantRefusal } from './credentials.text.ts'
import { grantCredential } from './grant-credential.ts'
import { findHolders, heldAmong } from './read-credentials.ts'
import { TransferPage } from './transfer.page.tsx'

const path = '/sigilosos/transferencia'
const permission = 'cases.credentials'
const mostAtOnce = 50

/**
 * Gives somebody else credentials to many confidential case files at once (PRO-086); one's own are kept. One password
 * opens all of them, and each answers for itself.
 */
export function transferRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    transferPage(visit, {
      digits: chosenOf(visit.queryList('processo')),
      text: visit.query('pessoa').trim(),
      to: '',
      problems: [],
    }),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = chosenOf(fieldList(visit.form, 'processo'))
    const to = fieldText(visit.form, 'destino')
    const text = fieldText(visit.form, 'pessoa').trim()
    const again = (problems: readonly FieldProblem[]) => transferPage(visit, { digits, text, to, problems })
    const [, accountId, unitId] = /^(\d{1,18})-(\d{1,18})$/.exec(to) ?? []
    if (!accountId || !unitId) return again([{ field: 'destino', message: 'Escolha quem recebe as credenciais.' }])
    const password = fieldText(visit.form, 'senha').slice(0, 500)
    if (!password) return again([{ field: 'senha', message: 'Informe a senha.' }])
    const confirmed = await confirmPassword(visit.platform.db, visit.actor, password, visit.ip, visit.now)
    if (!confirmed.done) {
      return again(confirmed.refusals.map((one) => ({ field: 'senha', message: explainPasswordRefused(one) })))
    }
    const items: ItemResult[] = []
    for (const { digits: one, number } of await heldAmong(visit.db, visit.actor, digits)) {
      items.push({ label: number, ...(await transferOne(visit, one, { accountId, unitId })) })
    }
    if (items.length === 0) return notFound
    return redirect(visit.href(`/sigilosos${await keepResult(visit, { title: 'Transferência', items })}`))
  })
}

async function transferOne(visit: InnerVisit, digits: string, to: { accountId: string; unitId: string }) {
  const awaiting = await whichAwaitsPassword(visit.db, visit.actor, { digits }, visit.now)
  if (awaiting) await confirmCaseAccess(visit.db, visit.actor, awaiting.id, visit.now)
  const outcome = await grantCredential(visit.db, visit.actor, { digits, ...to }, visit.now, 'transferred')
  if (!outcome) return { done: false, text: 'Processo não encontrado.' }
  if (!outcome.done) return { done: false, text: outcome.refusals.map(explainGrantRefusal).join(' ') }
  const { name, unitAcronym } = outcome.value
  return { done: true, text: `${name} tem credencial em ${unitAcronym}; a sua continua em vigor.` }
}

interface Typed {
  readonly digits: readonly string[]
  readonly text: string
  readonly to: string
  readonly problems: readonly FieldProblem[]
}

async function transferPage(visit: InnerVisit, { digits, text, to, problems }: Typed): Promise<Answer> {
  const [held, candidates] = await Promise.all([
    heldAmong(visit.db, visit.actor, digits),
    findHolders(visit.db, text, visit.now),
  ])
  if (digits.length > 0 && held.length === 0) return notFound
  const page = (
    <TransferPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      listHref={visit.href('/sigilosos')}
      action={visit.href(path)}
      caseFiles={held}
      text={text}
      candidates={candidates.filter(({ accountId }) => accountId !== visit.actor.userId)}
      to={to}
      problems={problems}
    />
  )
  return html(page, problems.length > 0 ? 422 : 200)
}

function chosenOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((one) => /^\d{5,30}$/.test(one)))].slice(0, mostAtOnce)
}
