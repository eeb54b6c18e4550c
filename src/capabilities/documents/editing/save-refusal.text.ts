import {
  type ContentProblem,
  explainContentProblem,
  type RichText,
  type SectionDifference,
} from '../../../rich-text/index.ts'
import { formatTime } from '../../../ui/index.ts'
import { type ActRefusal, explainActRefusal } from '../act-refusal.text.ts'
import { keptText } from '../versions/add-version.ts'

/** Why a text is not kept, as a draft or as a version. */
export type SaveRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  | { readonly kind: 'content'; readonly problem: ContentProblem }
  | { readonly kind: 'locked-section'; readonly difference: SectionDifference }
  | { readonly kind: 'unknown-image' }
  | { readonly kind: 'held'; readonly name: string; readonly since: Date }
  /** Somebody saved a version after the one that this text grew from. */
  | {
      readonly kind: 'conflict'
      readonly version: number
      readonly content: RichText
      readonly savedAt: Date
      readonly savedBy: string
    }

/** The refusal that carries the newest version: the text of somebody else. */
export function conflictWith(newest: {
  readonly number: number
  readonly content: unknown
  readonly savedAt: Date
  readonly savedBy: string
}): SaveRefusal {
  const { number, content, savedAt, savedBy } = newest
  return { kind: 'conflict', version: number, content: keptText(content), savedAt, savedBy }
}

/** The reason in plain Portuguese, with the way out. */
export function explainSave(refusal: SaveRefusal): string {
  switch (refusal.kind) {
    case 'act':
      return explainActRefusal(refusal.why)
    case 'content':
      return explainContentProblem(refusal.problem)
    case 'locked-section':
      return 'O cabeçalho e as outras partes fixas do modelo não podem mudar. Recarregue a página e tente outra vez.'
    case 'unknown-image':
      return 'Há no texto uma imagem que não foi enviada para este documento. Retire-a e insira-a de novo.'
    case 'held':
      return `${refusal.name} está escrevendo neste documento desde ${formatTime(refusal.since)}. Espere, ou assuma a edição.`
    case 'conflict':
      return `${refusal.savedBy} salvou outra versão às ${formatTime(refusal.savedAt)}. Compare os dois textos abaixo e salve de novo o que deve valer.`
  }
}
