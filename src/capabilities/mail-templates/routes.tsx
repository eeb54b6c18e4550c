import { findResult } from '../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { ConfirmPage } from '../../ui/index.ts'
import { adminHref, administrationCrumbs, answerChanges, goSaying, reachOfVisit } from '../organization/index.ts'
import {
  changeTemplate,
  fieldsOfTemplate,
  findTemplate,
  isOriginal,
  listTemplates,
  originalOf,
} from './keep-templates.ts'
import { readTemplate } from './template.form.ts'
import type { MailTemplate } from './template.ts'
import { TemplatePage, TemplatesPage, trailToTemplates } from './templates.page.tsx'

const permission = 'organization.manage'

export function mailTemplatesRoutes(router: Router): void {
  router.page('/administracao/emails', { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const [templates, result] = await Promise.all([listTemplates(visit.db), findResult(visit)])
    return html(<TemplatesPage page={visit.page} {...{ templates, result }} />)
  })

  router.page('/administracao/emails/:tipo', { permission }, async (visit) => {
    const [template, result] = await Promise.all([templateOf(visit), findResult(visit)])
    return template ? html(templatePage(visit, template, fieldsOfTemplate(template), [], result)) : notFound
  })

  router.act('/administracao/emails/:tipo', { permission }, async (visit) => {
    const template = await templateOf(visit)
    if (!template) return notFound
    const { request, problems } = readTemplate(visit.form, template.kind)
    if (!request) return html(templatePage(visit, template, visit.form, problems), 422)
    if (fieldText(visit.form, 'ato') === 'exemplo') return html(templatePage(visit, template, visit.form, []))
    await changeTemplate(visit.db, visit.actor, template.kind, request, visit.now)
    return goSaying(visit, `/emails/${template.kind.name}`, template.kind.title, 'texto salvo.')
  })

  router.page('/administracao/emails/:tipo/original', { permission }, async (visit) => {
    const template = await templateOf(visit)
    return template && !isOriginal(template) ? html(originalPage(visit, template)) : notFound
  })

  router.act('/administracao/emails/:tipo/original', { permission }, async (visit) => {
    const template = await templateOf(visit)
    if (!template) return notFound
    await changeTemplate(visit.db, visit.actor, template.kind, originalOf(template.kind), visit.now)
    return goSaying(visit, `/emails/${template.kind.name}`, template.kind.title, 'de volta ao texto original.')
  })

  router.page('/administracao/emails/:tipo/alteracoes', { permission }, async (visit) => {
    const template = await templateOf(visit)
    if (!template?.id) return notFound
    const { name, title } = template.kind
    const shown = { label: title, register: trailToTemplates[0], recordPath: `/emails/${name}` }
    return answerChanges(visit, { register: 'mail-template', id: template.id }, shown)
  })
}

async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

async function templateOf(visit: InnerVisit): Promise<MailTemplate | undefined> {
  return (await keepsAll(visit)) ? findTemplate(visit.db, visit.param('tipo')) : undefined
}

function templatePage(
  visit: InnerVisit,
  template: MailTemplate,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  const shown = { subject: fieldText(fields, 'assunto'), body: fieldText(fields, 'mensagem') }
  const ownSender = visit.platform.config.mailSender
  return <TemplatePage {...{ page, formKeys, template, ownSender, fields, problems, shown, result }} />
}

function originalPage({ page, formKeys }: InnerVisit, { kind }: MailTemplate) {
  const path = `/emails/${kind.name}`
  return (
    <ConfirmPage
      page={page}
      title={`Voltar ao texto original de ${kind.title}?`}
      breadcrumb={administrationCrumbs(page, [...trailToTemplates, { label: kind.title, path }], 'Texto original')}
      consequences={[
        'Assunto, mensagem e remetente voltam a ser os do programa, e a mensagem volta a ser enviada.',
        'O texto de agora fica no histórico de alterações.',
      ]}
      action={adminHref(page, `${path}/original`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Voltar ao original"
      confirmIcon="undo"
      cancelHref={adminHref(page, path)}
    />
  )
}
