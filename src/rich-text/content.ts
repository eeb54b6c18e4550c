import type { ParagraphStyle } from './styles.ts'

/**
 * The shape of a stored text, node by node. It is the JSON that ProseMirror writes, described as closed unions, so
 * that whoever walks it (HTML, PDF, search) forgets no kind of node: the compiler asks for each.
 */
export interface Doc {
  readonly type: 'doc'
  readonly content: readonly Section[]
}

declare const checked: unique symbol

/** A text that passed `parseContent`: well formed, within the limits, without any unknown node or attribute. */
export type RichText = Doc & { readonly [checked]: true }

export const SECTION_KINDS = ['header', 'title', 'body', 'signature', 'footer'] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

export interface Section {
  readonly type: 'section'
  readonly attrs: { readonly key: string; readonly kind: SectionKind; readonly locked: boolean }
  readonly content: readonly Block[]
}

export type Block = FlowBlock | Table | { readonly type: 'horizontal_rule' } | { readonly type: 'page_break' }

/** The blocks that may also stand inside a list item, a quotation or a cell. */
export type FlowBlock = Paragraph | Heading | List | Blockquote | Image

export interface Paragraph {
  readonly type: 'paragraph'
  readonly attrs: { readonly style: ParagraphStyle }
  readonly content?: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 1 | 2 | 3 }
  readonly content?: readonly Inline[]
}

export const LIST_KINDS = ['1', 'a', 'I'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export type List = BulletList | OrderedList

export interface BulletList {
  readonly type: 'bullet_list'
  readonly content: readonly ListItem[]
}

export interface OrderedList {
  readonly type: 'ordered_list'
  readonly attrs: { readonly start: number; readonly kind: ListKind }
  readonly content: readonly ListItem[]
}

export interface ListItem {
  readonly type: 'list_item'
  readonly content: readonly FlowBlock[]
}

export interface Blockquote {
  readonly type: 'blockquote'
  readonly content: readonly FlowBlock[]
}

export const ALIGNMENTS = ['left', 'center', 'right'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

export interface Image {
  readonly type: 'image'
  /** `src` is always `/arquivos/<sha256>`; `alt` is empty only for decoration; `width` is a percentage, in fives. */
  readonly attrs: { readonly src: string; readonly alt: string; readonly width: number; readonly align: Alignment }
}

export interface Table {
  readonly type: 'table'
  readonly attrs: { readonly caption: string }
  readonly content: readonly TableRow[]
}

export interface TableRow {
  readonly type: 'table_row'
  readonly content?: readonly TableCell[]
}

export interface TableCell {
  readonly type: 'table_cell' | 'table_header'
  readonly attrs: { readonly colspan: number; readonly rowspan: number; readonly align: Alignment | null }
  readonly content: readonly FlowBlock[]
}

export type Inline = Text | HardBreak | Footnote | CaseLink | DocumentLink | Variable

interface Marked {
  readonly marks?: readonly Mark[]
}

export interface Text extends Marked {
  readonly type: 'text'
  readonly text: string
}

export interface HardBreak extends Marked {
  readonly type: 'hard_break'
}

export interface Footnote extends Marked {
  readonly type: 'footnote'
  readonly attrs: { readonly text: string }
}

export interface CaseLink extends Marked {
  readonly type: 'case_link'
  readonly attrs: { readonly number: string; readonly label: string }
}

export interface DocumentLink extends Marked {
  readonly type: 'document_link'
  readonly attrs: { readonly number: string; readonly label: string }
}

export interface Variable extends Marked {
  readonly type: 'variable'
  readonly attrs: { readonly name: string; readonly label: string }
}

export type SimpleMark = 'strong' | 'em' | 'underline' | 'strike' | 'sup' | 'sub'

export type Mark = { readonly type: SimpleMark } | { readonly type: 'link'; readonly attrs: { readonly href: string } }
