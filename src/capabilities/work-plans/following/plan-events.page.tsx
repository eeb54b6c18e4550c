import { type IconName, Link, type TimelineEvent } from '../../../ui/index.ts'
import { wordsOf } from '../item-state.text.ts'
import type { ChangeRow } from './association.queries.ts'
import type { DocumentsToShow } from './plan-page.page.tsx'

const icons: Readonly<Record<ChangeRow['kind'], IconName>> = {
  set: 'layers',
  'taken-with-type': 'layers',
  removed: 'remove',
  state: 'flag',
  'document-in': 'document',
  'document-out': 'remove',
}

/** What became of the plan, in sentences. A document that this person may not see has no name in them. */
export function eventsToShow(
  changes: readonly ChangeRow[],
  documents: DocumentsToShow,
  href: (path: string) => string,
): TimelineEvent[] {
  return changes.map((change) => ({
    id: change.id,
    at: change.at,
    icon: icons[change.kind],
    actor: change.person,
    unit: change.unit,
    text: sentenceOf(change, documents, href),
    details: change.note ? <p class="secondary">{change.note}</p> : undefined,
  }))
}

function sentenceOf(change: ChangeRow, documents: DocumentsToShow, href: (path: string) => string) {
  const { kind, planName, itemName, state } = change
  switch (kind) {
    case 'set':
      return `Recebeu o plano “${planName}”.`
    case 'taken-with-type':
      return `Nasceu com o plano “${planName}”, do tipo do processo.`
    case 'removed':
      return `O plano “${planName}” foi retirado.`
    case 'state':
      return `${itemName}: ${wordsOf(state).word.toLowerCase()}.`
    default: {
      const document = change.documentId ? documents.get(change.documentId) : undefined
      const name = document ? (
        <Link href={href(`/documentos/${document.number}`)}>{document.label}</Link>
      ) : (
        'um documento'
      )
      return (
        <>
          {itemName}: {kind === 'document-in' ? 'recebeu' : 'ficou sem'} {name}.
        </>
      )
    }
  }
}
