import type { InnerVisit } from '../../../platform/http/index.ts'
import { type Action, Card, ColourMark, type Description, DescriptionList, StatusTag } from '../../../ui/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../../documents/index.ts'
import type { WatchedRow } from './marks.queries.ts'

/** What the unit keeps about the case file, on its page; nothing where it keeps nothing. */
export function watchedPanel({ actor }: InnerVisit, watched: WatchedRow | null) {
  const items = watched ? itemsOf(watched) : []
  if (items.length === 0) return undefined
  return (
    <Card title={`Só para ${actor.unitAcronym}`} icon="note">
      <DescriptionList items={items} />
    </Card>
  )
}

/** The acts with which a team organises its work on a case file. */
export function watchActs({ actor, href }: InnerVisit, caseFile: CaseFile): Action[] {
  const facts = factsToAct(caseFile, actor.unitId)
  const at = (path: string) => href(`${path}?processo=${caseFile.digits}`)
  const mayChange = actor.permissions.has('cases.change')
  const annotates = mayChange && refusalsToAct('annotate', facts).length === 0
  const follows = caseFile.reach === 'full' && refusalsToAct('follow', facts).length === 0
  const labels = href(`/processos/${caseFile.digits}/marcadores`)
  return [
    ...(annotates ? [{ label: 'Anotação', icon: 'note', href: at('/anotacao') } as const] : []),
    ...(mayChange && (caseFile.passedHere || caseFile.hasCredential)
      ? [{ label: 'Marcadores', icon: 'label', href: labels } as const]
      : []),
    ...(follows
      ? ([
          { label: 'Acompanhamento especial', icon: 'eye', href: at('/acompanhamento') },
          { label: 'Guardar nos favoritos', icon: 'star', href: at('/favorito') },
        ] as const)
      : []),
  ]
}

/** The act on a document whose content is open to the person. */
export function favouriteAct({ href }: InnerVisit, document: Document): Action[] {
  return [{ label: 'Guardar nos favoritos', icon: 'star', href: href(`/documentos/${document.number}/favorito`) }]
}

function itemsOf({ note, labels, checkpoint, followedIn }: WatchedRow): Description[] {
  return [
    ...(note
      ? [
          {
            term: 'Anotação',
            description: (
              <>
                {note.priority ? (
                  <StatusTag tone="danger" icon="note">
                    Prioridade
                  </StatusTag>
                ) : null}{' '}
                <span class="letter">{note.text}</span>
              </>
            ),
          },
        ]
      : []),
    ...(labels.length > 0
      ? [
          {
            term: 'Marcadores',
            description: labels.map(({ name, colour, text }) => (
              <div key={name}>
                <ColourMark colour={colour}>{name}</ColourMark> {text}
              </div>
            )),
          },
        ]
      : []),
    ...(checkpoint ? [{ term: 'Ponto de controle', description: checkpoint }] : []),
    ...(followedIn.length > 0
      ? [{ term: 'Acompanhamento especial', description: followedIn.map((name) => name ?? 'sem grupo').join(', ') }]
      : []),
  ]
}
