/**
 * The closed list of paragraph styles: the key is stored, the label is what people read.
 *
 * A document says what a paragraph *is* (an article, a quotation), never how it looks; the page, the PDF and the
 * editor each draw the same style their own way. The order here is the order of the menu.
 */
export const PARAGRAPH_STYLES = {
  justified: 'Texto justificado',
  indented: 'Texto com recuo na primeira linha',
  left: 'Texto alinhado à esquerda',
  centered: 'Texto centralizado',
  right: 'Texto alinhado à direita',
  citation: 'Citação recuada',
  headnote: 'Ementa',
  numbered: 'Parágrafo numerado (1.)',
  article: 'Artigo (Art. 1º)',
  articleParagraph: 'Parágrafo de artigo (§ 1º)',
  romanItem: 'Inciso (I)',
  letteredItem: 'Alínea (a)',
  addressee: 'Destinatário',
  letterhead: 'Cabeçalho do órgão',
  documentTitle: 'Título do documento',
  signatory: 'Assinatura: nome',
  signatoryRole: 'Assinatura: cargo',
  smallPrint: 'Texto pequeno',
} as const

export type ParagraphStyle = keyof typeof PARAGRAPH_STYLES

/** The style of a paragraph that nobody gave one. */
export const DEFAULT_STYLE: ParagraphStyle = 'justified'

/** Whether a word is the key of a style. */
export const isParagraphStyle = (value: unknown): value is ParagraphStyle =>
  typeof value === 'string' && Object.hasOwn(PARAGRAPH_STYLES, value)
