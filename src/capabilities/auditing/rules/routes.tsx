import type { FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import type { Category } from '../resources.rules.ts'
import { findRule, keepRule, listRules, mayKeepRules } from './keep-rules.ts'
import { isCategory, readRule } from './rule.form.ts'
import { RulePage, RulesPage } from './rules.page.tsx'

const audit = { permission: 'history.audit' } as const
const here = '/auditoria/regras'

/** Which readings and acts are recorded: every auditor sees it, who operates the installation changes it. */
export function rulesRoutes(router: Router): void {
  router.page(here, audit, async (visit) => {
    const [rules, mayKeep] = await Promise.all([listRules(visit.db), mayKeepRules(visit.db, visit.actor, visit.now)])
    return html(<RulesPage page={visit.page} href={visit.href} rules={rules} mayKeep={mayKeep} />)
  })
  router.page(`${here}/nova`, audit, async (visit) => {
    if (!(await mayKeepRules(visit.db, visit.actor, visit.now))) return notFound
    const asked = visit.query('categoria')
    return rulePage(visit, undefined, isCategory(asked) ? asked : 'general', { ligada: 'sim' })
  })
  router.page(`${here}/:id`, audit, async (visit) => {
    const id = idParam(visit)
    if (!id || !(await mayKeepRules(visit.db, visit.actor, visit.now))) return notFound
    const rule = await findRule(visit.db, id)
    if (!rule) return notFound
    const { description, isOn, resources, category } = rule
    return rulePage(visit, id, category, { descricao: description, ligada: isOn ? 'sim' : '', recursos: resources })
  })
  router.act(here, audit, (visit) => keep(visit, undefined))
  router.act(`${here}/:id`, audit, async (visit) => {
    const id = idParam(visit)
    return id ? keep(visit, id) : notFound
  })
}

async function keep(visit: InnerVisit, id: string | undefined) {
  const { request, problems } = readRule(visit.form)
  if (!(await mayKeepRules(visit.db, visit.actor, visit.now))) return notFound
  if (!request) {
    const asked = visit.form.categoria
    const category = typeof asked === 'string' && isCategory(asked) ? asked : 'general'
    return rulePage(visit, id, category, visit.form, problems)
  }
  if (!(await keepRule(visit.db, visit.actor, id, request, visit.now))) return notFound
  return redirect(visit.href(here))
}

function rulePage(
  { page, href, formKeys }: InnerVisit,
  id: string | undefined,
  category: Category,
  fields: FormFields,
  problems: ReturnType<typeof readRule>['problems'] = [],
) {
  const body = (
    <RulePage
      page={page}
      href={href}
      formKeys={formKeys}
      id={id}
      category={category}
      fields={fields}
      problems={problems}
    />
  )
  return html(body, problems.length > 0 ? 422 : 200)
}
