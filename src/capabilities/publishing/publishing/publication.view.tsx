import { type FormFields, meaningOf } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { signaturesOf } from '../../signatures/index.ts'
import { RelatedDocuments } from '../beside/publication-card.page.tsx'
import { crumbsOf } from '../crumbs.ts'
import { firstDayOf } from '../days/check-day.ts'
import { outsideOf } from '../gazette/outside.view.tsx'
import { stepsFrom, stepsOf } from '../gazette/steps.rules.ts'
import type { RelatedRow } from '../related/related.queries.ts'
import { selectVehiclesFor } from '../vehicles/vehicles.queries.ts'
import { refusalsToCancel } from './change.rules.ts'
import { isClosed, isDraft } from './change-publication.ts'
import { NotPublishedPage } from './not-published.page.tsx'
import { fieldsOfPublication } from './publication.form.ts'
import { PublicationPage, PublishPage } from './publication.page.tsx'
import type { Publication } from './publication.ts'
import { selectBeside, selectOrigin } from './publications.queries.ts'
import { explainPublish } from './publish.text.ts'
import { reasonOf, refusalsNow } from './publish-document.ts'

/** A form that came back: which of them, what was typed, what is wrong. */
export interface ComeBack {
  readonly form: 'publish' | 'change' | 'step' | 'term'
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

/** The publication of a document: that which there is, or the form that begins one. */
export async function publicationPage(visit: InnerVisit, document: Document, back?: ComeBack): Promise<Answer> {
  const { publication, related } = await selectBeside(visit.db, document.id, visit.actor.unitId, visit.now)
  const isOver = publication === undefined || publication.state === 'rejected' || publication.state === 'cancelled'
  if (isOver && (back === undefined || back.form === 'publish')) return publishPage(visit, document, related, back)
  if (!publication) return publishPage(visit, document, related)
  const flash = meaningOf(flashes, visit.query('feito'))
  const base = baseOf(visit, document, publication, related)
  const fields = fieldsOfPublication(publication)
  const who = { isOurs: document.isOurs, isApprover: publication.isApprover }
  const mayHandle = who.isOurs || who.isApprover
  const isAskedLate = back?.form === 'term' && !stepsFrom.cancelled.includes(publication.stage)
  const outside = await outsideOf(visit, document, publication, back?.form === 'term' ? back : undefined)
  return html(
    <PublicationPage
      {...base}
      publication={publication}
      flash={flash ? { kind: 'success', text: flash } : undefined}
      mayChange={publication.state === 'published' ? mayHandle : document.isOurs && !isOver && isDraft(publication)}
      mayCancel={mayHandle && refusalsToCancel(publication, isClosed(publication, visit.now)).length === 0}
      steps={mayHandle ? stepsOf(publication, who) : []}
      outside={outside}
      boletimHref={publication.state === 'published' ? `/boletim/documentos/${document.number}` : undefined}
      fields={back?.form === 'change' ? back.fields : fields}
      problems={back && (back.form === 'change' || isAskedLate) ? back.problems : []}
      stepFields={back?.form === 'step' ? back.fields : fields}
      stepProblems={back?.form === 'step' ? back.problems : []}
    />,
    back ? 422 : 200,
  )
}

async function publishPage(
  visit: InnerVisit,
  document: Document,
  related: readonly RelatedRow[],
  back?: ComeBack,
): Promise<Answer> {
  const { db, actor, now } = visit
  const [vehicles, { madeAs, hasCpf }, found] = await Promise.all([
    selectVehiclesFor(db, actor, document.typeId),
    selectOrigin(db, document),
    signaturesOf(db, [document.id]),
  ])
  const signatures = found.get(document.id) ?? []
  const obstacles = await refusalsNow(db, actor, document, signatures)
  const refusals = [...obstacles, ...(vehicles.length === 0 ? [{ kind: 'vehicle' } as const] : [])]
  const base = baseOf(visit, document, undefined, related)
  if (refusals.length > 0 && !back) {
    return html(<NotPublishedPage {...base} reasons={refusals.map((why) => explainPublish(why).message)} />, 409)
  }
  const bulletin = vehicles.find(({ kind }) => kind === 'internal')
  const data = bulletin ? await firstDayOf(db, actor.agencyId, bulletin, now) : ''
  const current = signatures.filter((one) => one.current)
  return html(
    <PublishPage
      {...base}
      vehicles={vehicles}
      reason={reasonOf(madeAs)}
      signers={current.map(({ signerName }) => signerName)}
      hasCpf={hasCpf}
      fields={back?.fields ?? { data, veiculo: vehicles[0]?.id ?? '', resumo: document.description }}
      problems={back?.problems ?? []}
    />,
    back ? 422 : 200,
  )
}

function baseOf(
  visit: InnerVisit,
  document: Document,
  publication: Publication | undefined,
  related: readonly RelatedRow[],
) {
  return {
    page: visit.page,
    formKeys: visit.formKeys,
    breadcrumb: crumbsOf(visit, document, publication ? 'Publicação' : 'Publicar'),
    label: documentLabel(document),
    related: <RelatedDocuments related={related} documentHref={(number) => visit.href(`/documentos/${number}`)} />,
    here: visit.href(`/documentos/${document.number}/publicacao`),
    backHref: visit.href(`/documentos/${document.number}`),
  }
}

const flashes: Readonly<Record<string, string | undefined>> = {
  published: 'Documento publicado.',
  scheduled: 'Publicação agendada.',
  'to-send': 'Rascunho encaminhado para publicação. Falta aprovar e enviar ao diário.',
  alterado: 'Alteração salva.',
  prazo: 'Prazo salvo: entra no controle de prazos quando a publicação for registrada.',
  'sem-prazo': 'Nenhum prazo fica pedido.',
  registrado: 'Situação registrada.',
  enviado: 'Envio registrado. A edição a que vai está no registro dos passos.',
}
