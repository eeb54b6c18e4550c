import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { mayKeepRules } from '../rules/keep-rules.ts'
import { askTerm, decideTerm, findRemovalFile, listTerms } from './keep-terms.ts'
import { readTerm } from './term.form.ts'
import { TermsPage } from './terms.page.tsx'

const audit = { permission: 'history.audit' } as const
const here = '/auditoria/prazos'

/** How long the trail is kept: for who audits and operates the whole installation. */
export function keepingRoutes(router: Router): void {
  router.page(here, audit, async (visit) => ((await mayKeep(visit)) ? termsPage(visit) : notFound))
  router.page(`${here}/retiradas/:id`, audit, async (visit) => {
    const id = idParam(visit)
    const sha256 = id && (await mayKeep(visit)) ? await findRemovalFile(visit.db, id) : undefined
    const body = sha256 && (await visit.platform.files.open(sha256))
    if (!body) return notFound
    const headers = {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="auditoria-retirada-${id}.jsonl.gz"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    }
    return { kind: 'stream', headers, body }
  })
  router.act(here, audit, async (visit) => {
    if (!(await mayKeep(visit))) return notFound
    const { request, problems } = readTerm(visit.form)
    if (!request) return termsPage(visit, visit.form, problems)
    if (!(await askTerm(visit.db, visit.actor, request, visit.now))) {
      const message = 'Já há um pedido para esta categoria. Espere a decisão dele.'
      return termsPage(visit, visit.form, [{ field: 'categoria', message }])
    }
    return redirect(visit.href(here))
  })
  router.act(`${here}/:id/decisao`, audit, async (visit) => {
    const id = idParam(visit)
    const decision = fieldText(visit.form, 'decisao')
    if (!id || !(await mayKeep(visit)) || !['sim', 'nao'].includes(decision)) return notFound
    return (await decideTerm(visit.db, visit.actor, id, decision === 'sim', visit.now))
      ? redirect(visit.href(here))
      : notFound
  })
}

const mayKeep = ({ db, actor, now }: InnerVisit) => mayKeepRules(db, actor, now)

async function termsPage(visit: InnerVisit, fields: FormFields = {}, problems: readonly FieldProblem[] = []) {
  const { page, href, formKeys, actor, db } = visit
  const { terms, removals } = await listTerms(db)
  const props = { page, href, formKeys, terms, removals, accountId: actor.userId, fields, problems }
  return html(<TermsPage {...props} />, problems.length > 0 ? 422 : 200)
}
