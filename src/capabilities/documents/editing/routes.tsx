import { may } from '../../../platform/actor.ts'
import {
  type Answer,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
  withMicrophone,
} from '../../../platform/http/index.ts'
import {
  compareContents,
  comparisonToHtml,
  doc,
  type RichText,
  toText,
  VARIABLES,
  variablesIn,
} from '../../../rich-text/index.ts'
import { explainActRefusal } from '../act-refusal.text.ts'
import { type Document, documentLabel, isAtHand } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { numberVariable } from '../drafting/variable-values.text.ts'
import { findDocument } from '../find-document.ts'
import { documentMissing } from '../missing-routes.tsx'
import { draftElsewhere } from '../reading/own-elsewhere.ts'
import { explainReading } from '../reading/reading.text.ts'
import { textHtml } from '../reading/text-html.ts'
import { RefusedPage } from '../refused.page.tsx'
import { draftToDiscard } from './discard-draft.page.tsx'
import { type EditorTyped, readEditor, textOfTyped } from './editor.form.ts'
import { EditorPage, type EditorPageProps } from './editor.page.tsx'
import { readDraftMessage, readPresence, readVersionMessage } from './exchange.form.ts'
import { discardDraft, type OpenedText, openCancelled, openText, type StrandedText } from './open-editor.ts'
import { beHere, leave, takeOver } from './pen-holder.ts'
import { imageLimitBytes, receiveImage } from './receive-image.ts'
import { saveDraft } from './save-draft.ts'
import { explainSave, type SaveRefusal } from './save-refusal.text.ts'
import { saveVersion } from './save-version.ts'
import { standardTextsFor } from './standard-texts-for.ts'
import { StrandedDraftPage } from './stranded-draft.page.tsx'

const writing = { permission: 'documents.write' } as const

export function editingRoutes(router: Router): void {
  router.page('/documentos/:numero/editor', writing, async (visit) => {
    const opened = await openText(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (opened) return editorPage(visit, opened, {})
    // A form has no editor: who comes by an old link is taken to its fields.
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (document && document.formVersionId !== null)
      return redirect(documentAddresses(visit).part(document.number, 'formulario'))
    const stranded = document && (await openCancelled(visit.db, visit.actor, document))
    if (stranded) return refusedPage(visit, stranded)
    return (document && elsewherePage(visit, document)) ?? documentMissing(visit)
  })

  router.act('/documentos/:numero/editor', { ...writing, bodyLimitBytes: 4_194_304 }, async (visit) => {
    const opened = await openText(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened) return notFound
    const original = opened.draft?.content ?? opened.content
    const typed = readEditor(visit.form, original)
    const { parsed, removed } = textOfTyped(typed, original)
    if (removed.length > 0 && !typed.confirmsRemoval) {
      const problem = `O texto perdeu ${removed.join(', ')}. Confirme a retirada no fim da página ou ponha a marca de volta.`
      return editorPage(visit, opened, { typed, removed, problems: [problem] })
    }
    const { number } = opened.document
    const content = parsed.ok ? parsed.content : undefined
    const outcome = await saveVersion(
      visit.db,
      visit.actor,
      { number, content, baseVersion: typed.baseVersion },
      visit.now,
    )
    if (!outcome) return notFound
    if (outcome.done) {
      const at = editorAddresses(visit, number)
      const goesOn = typed.signs ? at.signing : undefined
      return redirect(goesOn ?? `${at.self}?salva=${outcome.value.version}`)
    }
    return editorPage(visit, opened, { typed, refusals: outcome.refusals, ...(content ? { mine: content } : {}) })
  })

  router.page('/documentos/:numero/conteudo', writing, async (visit) => {
    const opened = await openText(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened || !isAtHand(opened.document)) return documentMissing(visit)
    const { draft } = opened
    return json({
      content: opened.content,
      version: opened.document.version,
      number: opened.document.version,
      savedAt: opened.savedAt,
      ...(draft ? { draft: asMessage(draft) } : {}),
      variables: Object.entries(VARIABLES).map(([name, label]) => ({ name, label })),
      csrf: visit.formKeys.csrf,
    })
  })

  router.exchange('PUT', '/documentos/:numero/rascunho', writing, async (visit) => {
    const message = readDraftMessage(visit.json)
    if (!message) return json({ message: 'O pedido não pôde ser entendido.' }, 400)
    const request = { ...message, number: visit.param('numero') }
    const outcome = await saveDraft(visit.db, visit.actor, request, visit.now)
    if (!outcome) return nothingThere
    return outcome.done ? json(outcome.value) : refusalAnswer(outcome.refusals)
  })

  router.exchange('POST', '/documentos/:numero/versao', writing, async (visit) => {
    const message = readVersionMessage(visit.json)
    if (!message) return json({ message: 'O pedido não pôde ser entendido.' }, 400)
    const outcome = await saveVersion(visit.db, visit.actor, { ...message, number: visit.param('numero') }, visit.now)
    if (!outcome) return nothingThere
    return outcome.done ? json({ ...outcome.value, number: outcome.value.version }) : refusalAnswer(outcome.refusals)
  })

  router.exchange('POST', '/documentos/:numero/presenca', writing, async (visit) => {
    const opened = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!opened || !isAtHand(opened) || opened.readRefusals.length > 0) return nothingThere
    if (readPresence(visit.json).leaving) {
      await leave(visit.db, visit.actor, opened)
      return json({ mine: false })
    }
    return json(await beHere(visit.db, visit.actor, opened, visit.now))
  })

  router.act('/documentos/:numero/assumir', writing, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document || !isAtHand(document) || document.readRefusals.length > 0) return notFound
    await takeOver(visit.db, visit.actor, document, visit.now)
    return redirect(documentAddresses(visit).editor(document.number))
  })

  router.act('/documentos/:numero/rascunho/descarte', writing, async (visit) => {
    const number = visit.param('numero')
    const discarded = await discardDraft(visit.db, visit.actor, number, visit.now)
    const at = documentAddresses(visit)
    if (!discarded) return notFound
    // Where nothing can be written any more, the editor would only refuse again.
    return redirect(discarded.mayWrite ? at.editor(number) : at.document(number))
  })

  router.exchange(
    'POST',
    '/documentos/:numero/imagem',
    { ...writing, uploadLimitBytes: imageLimitBytes },
    async (visit) => {
      const [upload] = visit.uploads
      const request = { number: visit.param('numero'), upload }
      const received = await receiveImage(visit.db, visit.platform.files, visit.actor, request, visit.now)
      if (!received) return nothingThere
      return 'src' in received ? json(received) : json(received, 422)
    },
  )

  router.page('/documentos/:numero/textos-padrao', writing, async (visit) => {
    const texts = await standardTextsFor(visit.db, visit.actor, visit.param('numero'), visit.now)
    return texts ? json(texts) : documentMissing(visit)
  })
}

const nothingThere = json({ message: 'O documento não está mais disponível para você nesta unidade.' }, 404)

/** What the island of the editor decides by: 409 brings the other text, 423 says who is writing, 422 is a sentence. */
function refusalAnswer(refusals: readonly SaveRefusal[]): Answer {
  const conflict = refusals.find((refusal) => refusal.kind === 'conflict')
  const message = refusals.map(explainSave).join(' ')
  const only = refusals.every(({ kind }) => kind === 'conflict' || kind === 'held' || kind === 'locked-section')
  if (only && refusals.some(({ kind }) => kind === 'held')) return json({ message }, 423)
  if (only && conflict) {
    const { content, version, savedAt, savedBy } = conflict
    return json({ message, content, version, savedAt, by: { name: savedBy } }, 409)
  }
  return json({ message }, 422)
}

interface Shown {
  readonly typed?: EditorTyped
  readonly removed?: readonly string[]
  readonly problems?: readonly string[]
  readonly refusals?: readonly SaveRefusal[]
  readonly mine?: RichText
}

function editorPage(visit: InnerVisit, opened: OpenedText, shown: Shown): Answer {
  const { document, draft } = opened
  if (opened.refusals.length > 0) return refusedPage(visit, opened)
  const conflict = shown.refusals?.find((refusal) => refusal.kind === 'conflict')
  const problems = [...(shown.problems ?? []), ...(shown.refusals ?? []).map(explainSave)]
  const content = draft?.content ?? opened.content
  const saved = visit.query('salva')
  const props: EditorPageProps = {
    page: visit.page,
    formKeys: visit.formKeys,
    breadcrumb: crumbsOf(visit, document),
    label: documentLabel(document),
    documentNumber: document.number,
    userId: visit.actor.userId,
    at: editorAddresses(visit, document.number),
    content,
    // After a conflict the two texts are on the page: saving again means that this one shall stand.
    baseVersion: conflict ? conflict.version : (draft?.baseVersion ?? document.version),
    lockedHtml: (section) => textHtml(document, doc(section), { link: visit.href, idPrefix: `${section.attrs.key}-` }),
    problems,
    removed: shown.removed ?? [],
    dropsSignatures: document.signatureCount,
    unfilled: variablesIn(content).filter((name) => name !== numberVariable),
    ...(shown.typed ? { typed: shown.typed.sections } : {}),
    ...(conflict && shown.mine ? { comparison: compared(conflict, shown.mine) } : {}),
    ...(draft && !shown.typed ? { ownDraft: ownDraftOf(draft, document, visit.now) } : {}),
    ...(opened.holder ? { holderNotice: explainSave({ kind: 'held', ...opened.holder }) } : {}),
    ...(/^\d+$/.test(saved) ? { flash: { kind: 'success', text: `Versão ${saved} salva.` } as const } : {}),
  }
  return withMicrophone(html(<EditorPage {...props} />, problems.length > 0 ? 422 : 200))
}

/** Nothing is written here now; what this person typed before is still shown, to be copied or thrown away. */
function refusedPage(visit: InnerVisit, { document, draft, refusals }: StrandedText): Answer {
  const at = documentAddresses(visit)
  const shown = draft && {
    ...draftToDiscard(draft, visit.now),
    html: textHtml(document, draft.content, { link: visit.href }),
    plainText: toText(draft.content),
    savedAt: draft.savedAt,
    session: draft.session,
    sequence: draft.sequence,
  }
  return html(
    <StrandedDraftPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbsOf(visit, document)}
      label={documentLabel(document)}
      refusals={refusals.map(explainActRefusal)}
      backHref={at.document(document.number)}
      documentNumber={document.number}
      userId={visit.actor.userId}
      discardHref={at.part(document.number, 'rascunho/descarte')}
      draft={shown}
    />,
    409,
  )
}

/** To who works in the unit of a draft too, what its page says here; to all others there is no editor of it. */
function elsewherePage(visit: InnerVisit, document: Document): Answer | undefined {
  const there = draftElsewhere(document, visit.units)
  if (!there) return undefined
  const props = {
    page: visit.page,
    breadcrumb: crumbsOf(visit, document),
    title: `Editar ${documentLabel(document)}`,
    refusals: document.readRefusals.map((refusal) => explainReading(refusal, document)),
    backHref: documentAddresses(visit).document(document.number),
    there: { ...there, href: `${there.href}/editor` },
  }
  return html(<RefusedPage {...props} />, 409)
}

function crumbsOf(visit: InnerVisit, document: Document) {
  const at = documentAddresses(visit)
  return [
    ...at.crumbs(document.caseFile),
    { label: documentLabel(document), href: at.document(document.number) },
    { label: 'Editar' },
  ]
}

function compared(conflict: { readonly content: RichText; readonly savedBy: string }, mine: RichText) {
  return { html: comparisonToHtml(compareContents(conflict.content, mine)), savedBy: conflict.savedBy }
}

/** With the sending it came by, so that the page knows what of its own copies has arrived. */
function asMessage({ content, baseVersion, savedAt, session, sequence }: NonNullable<OpenedText['draft']>) {
  return { content, version: baseVersion, savedAt, session, sequence }
}

function ownDraftOf(draft: NonNullable<OpenedText['draft']>, { version }: Document, now: Date) {
  return { ...draftToDiscard(draft, now), isBehind: draft.baseVersion < version, version }
}

function editorAddresses(visit: InnerVisit, number: string) {
  const at = documentAddresses(visit)
  return {
    self: at.editor(number),
    content: at.part(number, 'conteudo'),
    draft: at.part(number, 'rascunho'),
    version: at.part(number, 'versao'),
    presence: at.part(number, 'presenca'),
    takeOver: at.part(number, 'assumir'),
    image: at.part(number, 'imagem'),
    texts: at.part(number, 'textos-padrao'),
    review: at.part(number, 'revisao'),
    discard: at.part(number, 'rascunho/descarte'),
    document: at.document(number),
    versions: at.versions(number),
    signing: may(visit.actor, 'signatures.sign') ? at.signing(number) : undefined,
  }
}
