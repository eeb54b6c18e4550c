import type { InnerVisit } from '../../../platform/http/index.ts'
import { DateTime, Link, Message } from '../../../ui/index.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { isOwnOfAnotherUnit } from '../pen/note-opened.ts'
import { draftElsewhere, type Elsewhere, ownElsewhere } from './own-elsewhere.ts'

interface ReaderNoticesProps {
  readonly document: Document
  readonly visit: Pick<InnerVisit, 'actor' | 'now' | 'href' | 'units'>
}

/** What concerns only who is reading: words of theirs that are not in the text, a document of theirs from elsewhere. */
export function ReaderNotices(props: ReaderNoticesProps) {
  return (
    <>
      <OwnDraft {...props} />
      <OwnOfAnotherUnit {...props} />
      <DraftElsewhere {...props} />
    </>
  )
}

/** Whoever closed the editor in mid-sentence and comes back by the tree finds the text, and not its older version alone. */
function OwnDraft({ document, visit }: ReaderNoticesProps) {
  const { ownDraftAt, readRefusals } = document
  if (!ownDraftAt || readRefusals.some(({ kind }) => kind !== 'cancelled')) return null
  const href = visit.href(`/documentos/${document.number}/editor`)
  const mayWrite = refusalsOfAct('edit-content', 'include-document', document, visit.actor.unitId).length === 0
  const title = mayWrite
    ? 'Você tem um rascunho que ainda não está neste texto'
    : 'Você tem um rascunho que não pode mais ser salvo neste documento'
  return (
    <Message kind="warning" title={title}>
      <p>
        O que você escreveu até <DateTime value={ownDraftAt} now={visit.now} /> está guardado.{' '}
        <Link href={href}>{mayWrite ? 'Continuar a escrever' : 'Ver, copiar ou descartar o rascunho'}</Link>
      </p>
    </Message>
  )
}

/** Who made it in another unit is told where it can be changed, and that reading it here has locked nothing. */
function OwnOfAnotherUnit({ document, visit }: ReaderNoticesProps) {
  if (!isOwnOfAnotherUnit(document, visit.actor)) return null
  return (
    <Message kind="info" title={`Você fez este documento na unidade ${document.unitAcronym}`}>
      <p>
        Aqui, na unidade {visit.actor.unitAcronym}, ele está aberto só para leitura, e abri-lo não o travou. Para
        alterá-lo, troque para a unidade {document.unitAcronym}. <OpenThere at={ownElsewhere(document, visit.units)} />
      </p>
    </Message>
  )
}

/** Who works also in the unit of a draft opens it there by one link, instead of finding the way. */
function DraftElsewhere({ document, visit }: ReaderNoticesProps) {
  const there = draftElsewhere(document, visit.units)
  if (!there) return null
  return (
    <Message kind="info" title={`Você também trabalha na unidade ${there.acronym}`}>
      <p>
        Este documento é dela. <OpenThere at={there} />
      </p>
    </Message>
  )
}

function OpenThere({ at }: { readonly at: Elsewhere | undefined }) {
  return at ? <Link href={at.href}>Abrir em {at.acronym}</Link> : null
}
