import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { ConfirmPage, type FormError, TextArea } from '../../../ui/index.ts'
import { type Document, documentLabel, documentMissing, findDocument } from '../../documents/index.ts'
import { readForm } from '../../organization/index.ts'
import { crumbsOf } from '../crumbs.ts'
import { stepExternal } from '../gazette/step-external.ts'
import { vehicleName } from '../vehicles/vehicle.ts'
import { explainChange } from './change.text.ts'
import { cancelPublication, changePublication } from './change-publication.ts'
import { findPublication, vehiclesFor } from './find-publication.ts'
import { readChange, readPublish, readStep } from './publication.form.ts'
import { publicationPage } from './publication.view.tsx'
import { explainPublish } from './publish.text.ts'
import { mayBeTold, publishDocument } from './publish-document.ts'

const publishing = { permission: 'documents.publish' } as const
const path = '/documentos/:numero/publicacao'

/** Publishing a document of the unit, and what becomes of it until it is out. */
export function publicationRoutes(router: Router): void {
  router.page(path, publishing, async (visit) => {
    const document = await find(visit)
    return document ? publicationPage(visit, document) : documentMissing(visit)
  })

  router.act(path, publishing, async (visit) => {
    const document = await find(visit)
    if (!document) return notFound
    const vehicles = await vehiclesFor(visit.db, visit.actor, document)
    const kinds = new Map(vehicles.map(({ id, kind }) => [id, kind]))
    const { request, problems } = readPublish(visit.form, document.number, kinds)
    if (!request) return publicationPage(visit, document, { form: 'publish', fields: visit.form, problems })
    const outcome = await publishDocument(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done)
      return redirect(visit.href(`/documentos/${document.number}/publicacao?feito=${outcome.value.state}`))
    const reasons = outcome.refusals.map(explainPublish)
    return publicationPage(visit, document, { form: 'publish', fields: visit.form, problems: reasons })
  })

  router.act(`${path}/alteracao`, publishing, async (visit) => {
    const document = await find(visit)
    const publication = document && (await findPublication(visit.db, visit.actor, document, visit.now))
    if (!publication || !document) return notFound
    const { request, problems } = readChange(visit.form, document.number, publication)
    if (!request) return publicationPage(visit, document, { form: 'change', fields: visit.form, problems })
    const outcome = await changePublication(visit.db, visit.actor, request, visit.now)
    return answer(visit, document, 'change', 'alterado', outcome)
  })

  router.act(`${path}/situacao`, publishing, async (visit) => {
    const document = await find(visit)
    if (!document) return notFound
    const { request, problems } = readStep(visit.form)
    if (!request) return publicationPage(visit, document, { form: 'step', fields: visit.form, problems })
    const outcome = await stepExternal(visit.db, visit.actor, { ...request, number: document.number }, visit.now)
    return answer(visit, document, 'step', request.step === 'sent' ? 'enviado' : 'registrado', outcome)
  })

  router.page(`${path}/cancelamento`, publishing, async (visit) => {
    const document = await find(visit)
    return document ? cancelPage(visit, document, '', []) : documentMissing(visit)
  })

  router.act(`${path}/cancelamento`, publishing, async (visit) => {
    const document = await find(visit)
    if (!document) return notFound
    const form = readForm(visit.form)
    const reason = form.text('motivo', { label: 'o motivo', required: true, least: 5, most: 500 })
    if (form.problems.length > 0) return cancelPage(visit, document, reason, form.problems)
    const outcome = await cancelPublication(visit.db, visit.actor, { number: document.number, reason }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/documentos/${document.number}`))
    return cancelPage(visit, document, reason, outcome.refusals.map(explainChange))
  })
}

async function find(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document && mayBeTold(document) ? document : undefined
}

function answer(
  visit: InnerVisit,
  document: Document,
  form: 'change' | 'step',
  flash: string,
  outcome: Awaited<ReturnType<typeof changePublication>> | Awaited<ReturnType<typeof stepExternal>>,
) {
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`/documentos/${document.number}/publicacao?feito=${flash}`))
  return publicationPage(visit, document, { form, fields: visit.form, problems: outcome.refusals.map(explainChange) })
}

async function cancelPage(visit: InnerVisit, document: Document, typed: string, problems: readonly FormError[]) {
  const publication = await findPublication(visit.db, visit.actor, document, visit.now)
  if (!publication || !(document.isOurs || publication.isApprover)) return notFound
  const here = visit.href(`/documentos/${document.number}/publicacao`)
  if (publication.state === 'published' && problems.length === 0) return redirect(here)
  return html(
    <ConfirmPage
      page={visit.page}
      title="Cancelar a publicação?"
      breadcrumb={crumbsOf(visit, document, 'Cancelar a publicação')}
      consequences={[
        `${documentLabel(document)} não sai em ${vehicleName(publication.vehicle)}.`,
        'O documento continua travado para edição: pode ser publicado de novo ou cancelado.',
        'O motivo fica no histórico do processo.',
      ]}
      action={`${here}/cancelamento`}
      idempotencyKey={visit.formKeys.idempotencyKey}
      confirmLabel="Cancelar a publicação"
      confirmIcon="undo"
      cancelHref={here}
      errors={problems}
    >
      <TextArea
        name="motivo"
        label="Motivo"
        value={typed}
        error={problems.find(({ field }) => field === 'motivo')?.message}
        rows={2}
        maxLength={500}
        required
      />
    </ConfirmPage>,
    problems.length > 0 ? 422 : 200,
  )
}
