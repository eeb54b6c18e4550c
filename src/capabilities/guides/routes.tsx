import { may } from '../../platform/actor.ts'
import { headersToServe, kindOfExtension } from '../../platform/file-kinds/index.ts'
import { type FieldProblem, type FormFields, fieldText, meaningOf } from '../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { type RichText, toHtml } from '../../rich-text/index.ts'
import { ConfirmPage } from '../../ui/index.ts'
import { idParam } from '../organization/index.ts'
import { attachmentLimitBytes, readAttachment } from './attachment.ts'
import { findVersion, typesToChoose, type VersionRow } from './find-guide.ts'
import { explainGuide, fieldsOfGuide, readGuide } from './guide.form.ts'
import { GuidePage } from './guides.page.tsx'
import { attachFile, detachFile, type GuideAct, moveGuide, saveGuide } from './keep-guide.ts'
import { showList } from './list.view.tsx'
import { WriteGuidePage } from './write-guide.page.tsx'

const writing = { permission: 'knowledge.manage' } as const
const long = { ...writing, bodyLimitBytes: 4_194_304 } as const
const root = '/base-de-conhecimento'

export function guidesRoutes(router: Router): void {
  router.page(root, {}, (visit) => showList(visit, flashOf(visit)))
  router.page(`${root}/novo`, writing, (visit) => writePage(visit, undefined, {}, []))
  router.act(root, long, (visit) => save(visit, undefined))

  router.page(`${root}/:id`, {}, async (visit) => {
    const guide = await versionOf(visit, 'released')
    return guide ? guidePage(visit, guide, []) : notFound
  })

  router.page(`${root}/:id/elaboracao`, writing, async (visit) => {
    const guide = await ourDraft(visit)
    return guide ? writePage(visit, guide, fieldsOfGuide(guide), []) : notFound
  })
  router.act(`${root}/:id/elaboracao`, long, async (visit) => {
    const guide = await ourDraft(visit)
    return guide ? save(visit, guide) : notFound
  })

  router.act(`${root}/:id/situacao`, writing, async (visit) => {
    const [id, act] = [idParam(visit), meaningOf(acts, fieldText(visit.form, 'ato'))]
    const outcome = id && act && (await moveGuide(visit.db, visit.actor, id, act, visit.now))
    if (!outcome || !id) return notFound
    if (!outcome.done) {
      const guide = await versionOf(visit, 'released')
      return guide ? guidePage(visit, guide, outcome.refusals.map(explainGuide)) : notFound
    }
    return redirect(visit.href(`${root}${after[act](id)}`))
  })

  router.act(`${root}/:id/anexos`, { ...writing, uploadLimitBytes: attachmentLimitBytes }, async (visit) => {
    const guide = await ourDraft(visit)
    if (!guide) return notFound
    const file = await readAttachment(
      visit.platform.files,
      visit.uploads.find(({ field }) => field === 'anexo'),
    )
    const wrong = (problem: FieldProblem) => writePage(visit, guide, fieldsOfGuide(guide), [problem])
    if (typeof file === 'string') return wrong({ field: 'anexo', message: file })
    const outcome = await attachFile(visit.db, visit.actor, guide.id, file, visit.now)
    if (!outcome) return notFound
    return outcome.done
      ? redirect(visit.href(`${root}/${guide.id}/elaboracao?feito=anexado`))
      : wrong(explainGuide(outcome.refusals[0]))
  })

  router.act(`${root}/:id/anexos/retirada`, writing, async (visit) => {
    const [id, file] = [idParam(visit), fieldText(visit.form, 'anexo')]
    const detached = id && /^\d{1,18}$/.test(file) && (await detachFile(visit.db, visit.actor, id, file))
    return detached ? redirect(visit.href(`${root}/${id}/elaboracao?feito=retirado`)) : notFound
  })

  router.page(`${root}/:id/anexos/:anexo`, {}, async (visit) => {
    const versions = [
      await versionOf(visit, 'released'),
      may(visit.actor, 'knowledge.manage') && (await ourDraft(visit)),
    ]
    const files = versions.flatMap((one) => (one ? one.attachments : []))
    const file = files.find(({ id }) => id === visit.param('anexo'))
    const kind = kindOfExtension('pdf')
    const body = file && (await visit.platform.files.open(file.sha256))
    if (!file || !body || !kind) return notFound
    const headers = headersToServe(kind, file.fileName, 'inline', 'utf-8')
    const length = { 'content-length': String(file.sizeBytes), 'cache-control': 'private, no-cache' }
    return { kind: 'stream', headers: { ...headers, ...length }, body }
  })

  router.page(`${root}/:id/exclusao`, writing, async (visit) => {
    const guide = await ourGuide(visit)
    if (!guide) return notFound
    return html(
      <ConfirmPage
        page={visit.page}
        title={`Excluir o procedimento “${guide.title}”?`}
        breadcrumb={[...crumbs(visit), { label: 'Excluir' }]}
        consequences={['O procedimento sai da base e da página dos processos.', 'Todas as versões dele saem juntas.']}
        action={visit.href(`${root}/${guide.id}/exclusao`)}
        idempotencyKey={visit.formKeys.idempotencyKey}
        confirmLabel="Excluir o procedimento"
        confirmIcon="remove"
        cancelHref={visit.href(`${root}?lista=minha`)}
      />,
    )
  })
  router.act(`${root}/:id/exclusao`, writing, async (visit) => {
    const guide = await ourGuide(visit)
    const outcome = guide && (await moveGuide(visit.db, visit.actor, guide.id, 'delete', visit.now))
    return outcome?.done ? redirect(visit.href(`${root}?lista=minha&feito=excluido`)) : notFound
  })
}

const acts: Readonly<Record<string, GuideAct | undefined>> = {
  liberar: 'release',
  'cancelar-liberacao': 'cancel-release',
  'nova-versao': 'begin-version',
  'descartar-versao': 'drop-version',
}

/** Where one goes after each act. */
const after: { readonly [act in GuideAct]: (id: string) => string } = {
  release: (id) => `/${id}?feito=liberado`,
  'cancel-release': (id) => `/${id}/elaboracao?feito=cancelado`,
  'begin-version': (id) => `/${id}/elaboracao`,
  'drop-version': (id) => `/${id}?feito=descartado`,
  delete: () => '?lista=minha&feito=excluido',
}

const flashes: Readonly<Record<string, string | undefined>> = {
  salvo: 'Procedimento salvo.',
  liberado: 'Procedimento liberado.',
  cancelado: 'A liberação foi cancelada: as outras unidades não leem mais o procedimento.',
  descartado: 'Versão em elaboração descartada.',
  excluido: 'Procedimento excluído.',
  anexado: 'Anexo incluído.',
  retirado: 'Anexo retirado.',
}

function flashOf(visit: InnerVisit) {
  const text = meaningOf(flashes, visit.query('feito'))
  return text ? ({ kind: 'success', text } as const) : undefined
}

const crumbs = (visit: InnerVisit) => [
  { label: 'Mesa', href: visit.href('/mesa') },
  { label: 'Base de conhecimento', href: visit.href(root) },
]

async function versionOf(visit: InnerVisit, state: 'drafting' | 'released'): Promise<VersionRow | undefined> {
  const id = idParam(visit)
  return id ? findVersion(visit.db, visit.actor.unitId, id, state) : undefined
}

/** The version in the making: for others than its unit it is not there. */
async function ourDraft(visit: InnerVisit): Promise<VersionRow | undefined> {
  const guide = await versionOf(visit, 'drafting')
  return guide?.isOurs ? guide : undefined
}

async function ourGuide(visit: InnerVisit): Promise<VersionRow | undefined> {
  const guide = (await versionOf(visit, 'released')) ?? (await versionOf(visit, 'drafting'))
  return guide?.isOurs ? guide : undefined
}

async function save(visit: InnerVisit, guide: VersionRow | undefined) {
  const types = await typesToChoose(visit.db, guide?.typeIds ?? [])
  const ids = types.map(({ id }) => id)
  const { request, problems } = readGuide(visit.form, ids, guide?.content as RichText | undefined)
  if (!request) return writePage(visit, guide, visit.form, problems)
  const outcome = await saveGuide(visit.db, visit.actor, guide?.id, request, visit.now)
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`${root}/${outcome.value.id}/elaboracao?feito=salvo`))
  return writePage(visit, guide, visit.form, outcome.refusals.map(explainGuide))
}

async function guidePage(visit: InnerVisit, guide: VersionRow, problems: readonly FieldProblem[]) {
  const mayWrite = guide.isOurs && may(visit.actor, 'knowledge.manage')
  const { page, href, formKeys } = visit
  const text = toHtml(guide.content as RichText, {
    caseAddress: (number) => href(`/processos/${number}`),
    documentAddress: (number) => href(`/documentos/${number}`),
  })
  const isInTheMaking = mayWrite && (await versionOf(visit, 'drafting')) !== undefined
  const breadcrumb = [...crumbs(visit), { label: guide.title }]
  const props = { page, href, formKeys, guide, html: text, mayWrite, isInTheMaking, problems, breadcrumb }
  return html(<GuidePage {...props} flash={flashOf(visit)} />, problems.length > 0 ? 422 : 200)
}

async function writePage(
  visit: InnerVisit,
  guide: VersionRow | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const { page, href, formKeys, db } = visit
  const types = await typesToChoose(db, guide?.typeIds ?? [])
  const hasReleased = guide !== undefined && (await versionOf(visit, 'released')) !== undefined
  const breadcrumb = [...crumbs(visit), { label: guide?.title ?? 'Novo' }]
  const props = { page, href, formKeys, guide, hasReleased, types, fields, problems, breadcrumb }
  return html(<WriteGuidePage {...props} flash={flashOf(visit)} />, problems.length > 0 ? 422 : 200)
}
