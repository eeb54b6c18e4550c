/** Texts of the house: one closed schema, shared by server and browser. No DOM here. */

export { type Anchor, anchorAt, contextLength, type Found, locate } from './anchor.ts'
export { isLinkAddress } from './attributes.ts'
export { blocks, doc, emptyDocument, p, section } from './authoring.ts'
export { canonicalJson } from './canonical.ts'
export { type ComparedBlock, type ComparedPart, type Comparison, compareContents, compareWords } from './compare.ts'
export { comparisonToHtml } from './compare-html.ts'
export type {
  Alignment,
  Block,
  Blockquote,
  BulletList,
  CaseLink,
  Doc,
  DocumentLink,
  FlowBlock,
  Footnote,
  HardBreak,
  Heading,
  Image,
  Inline,
  List,
  ListItem,
  ListKind,
  Mark,
  OrderedList,
  Paragraph,
  RichText,
  Section,
  SectionKind,
  SimpleMark,
  Table,
  TableCell,
  TableRow,
  Text,
  Variable,
} from './content.ts'
export { countWords, sayWordCount } from './count-words.ts'
export { filesIn } from './files-in.ts'
export { fieldsIn, fillFields } from './fill-fields.ts'
export { type Filled, fillVariables, variablesIn } from './fill-variables.ts'
export { type HtmlOptions, toHtml } from './html.ts'
export { letters, roman, startNumbering } from './numbering.ts'
export { measureInline, type Passage, type Place, passagesOf, replaceWords } from './passages.ts'
export { type FromPlainText, fromPlainText, toPlainText } from './plain-text.ts'
export { type ProposedChange, proposedChanges } from './proposed-changes.ts'
export { schema } from './schema.ts'
export { toText } from './search-text.ts'
export { DEFAULT_STYLE, isParagraphStyle, PARAGRAPH_STYLES, type ParagraphStyle } from './styles.ts'
export {
  type ContentProblem,
  explainContentProblem,
  LIMITS,
  type ParsedContent,
  parseContent,
  type SectionDifference,
  sameLockedSections,
} from './validate.ts'
export { VARIABLES } from './variables.ts'
