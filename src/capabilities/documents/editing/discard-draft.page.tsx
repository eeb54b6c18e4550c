import { countWords, type RichText, sayWordCount, schema } from '../../../rich-text/index.ts'
import { Button, Details, formatDate, formatTime } from '../../../ui/index.ts'

interface DiscardDraftProps {
  readonly action: string
  readonly csrf: string
  readonly draft: DraftToDiscard
  /** What stays. */
  readonly rest: string
}

/** What somebody is told before it is thrown away. */
export interface DraftToDiscard {
  /** `às 10:42`, `em 12/05/2026 às 10:42`. */
  readonly when: string
  readonly words: number
}

/** Nothing that was typed goes by one press: the first opens what is lost, the second throws it away. */
export function DiscardDraft({ action, csrf, draft, rest }: DiscardDraftProps) {
  return (
    <Details summary="Descartar o rascunho">
      <form class="form" method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <p>
          Perde-se o que você digitou, guardado <span data-rascunho-quando>{draft.when}</span>: um texto de{' '}
          <span data-rascunho-palavras>{sayWordCount(draft.words)}</span>. {rest} Não há como desfazer.
        </p>
        <div>
          <Button small kind="danger" icon="remove">
            Descartar o que digitei
          </Button>
        </div>
      </form>
    </Details>
  )
}

export function draftToDiscard(
  draft: { readonly content: RichText; readonly savedAt: Date },
  now: Date,
): DraftToDiscard {
  const day = formatDate(draft.savedAt)
  const time = `às ${formatTime(draft.savedAt)}`
  return {
    when: day === formatDate(now) ? time : `em ${day} ${time}`,
    words: countWords(schema.nodeFromJSON(draft.content)),
  }
}
