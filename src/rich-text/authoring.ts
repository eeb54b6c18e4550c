import type { Block, Doc, FlowBlock, RichText, Section, SectionKind, Table, TableCell } from './content.ts'
import { keepFrom } from './kept.ts'
import { paragraph, parseBlocks } from './parse-blocks.ts'
import { isParagraphStyle, type ParagraphStyle } from './styles.ts'
import { parseContent } from './validate.ts'

const nothingKept = keepFrom(undefined)

/** A text made of sections. Throws when it does not hold: these words are written by us, not by people. */
export function doc(...sections: readonly Section[]): RichText {
  const written: Doc = { type: 'doc', content: sections }
  const parsed = parseContent(written)
  if (!parsed.ok) throw new Error(`This text does not hold: ${JSON.stringify(parsed.problem)}`)
  return parsed.content
}

/** A section of blocks or of lightly marked text (see `blocks`). */
export function section(
  key: string,
  kind: SectionKind,
  content: string | readonly Block[],
  { locked = false }: { readonly locked?: boolean } = {},
): Section {
  const inside = typeof content === 'string' ? blocks(content) : content
  return { type: 'section', attrs: { key, kind, locked }, content: inside.length > 0 ? inside : [p('')] }
}

/** A paragraph with light marks and `@variavel@`: `p('Ao **Senhor** @destinatario_nome@', 'addressee')`. */
export const p = (text: string, style?: ParagraphStyle): Block => paragraph(text, nothingKept, style)

/**
 * Lightly marked text → blocks: the plain-text way of `toPlainText`, with two additions for whoever writes templates.
 * `{article} texto` gives the paragraph a style; lines between bars are a table, whose first row is a header when a
 * row of dashes follows: `| Item | Valor |`, `|---|---|`, `| 1 | 2 |`.
 *
 * @example blocks('{article} Fica instituída a comissão.\n\n{romanItem} João;\n\n{romanItem} Maria.')
 */
export function blocks(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((chunk) => chunk.replace(/^\n+|\n+$/g, ''))
    .filter((chunk) => chunk !== '')
    .flatMap((chunk) => {
      const [, style, rest = ''] = /^\{([A-Za-z]+)\} ?([\s\S]*)$/.exec(chunk) ?? []
      if (isParagraphStyle(style)) return [p(rest, style)]
      return chunk.startsWith('|') ? [table(chunk.split('\n'))] : parseBlocks(chunk, nothingKept)
    })
}

/** A document with the five usual sections; the header and the footer are locked. */
export function emptyDocument(parts: {
  readonly header?: string
  readonly title: string
  readonly body?: string
  readonly signature?: string
  readonly footer?: string
}): RichText {
  const optional = (key: string, kind: SectionKind, text: string | undefined, locked: boolean) =>
    text === undefined ? [] : [section(key, kind, text, { locked })]
  return doc(
    ...optional('cabecalho', 'header', parts.header, true),
    section('titulo', 'title', [p(parts.title, 'documentTitle')]),
    section('corpo', 'body', parts.body ?? ''),
    ...optional('assinatura', 'signature', parts.signature, false),
    ...optional('rodape', 'footer', parts.footer, true),
  )
}

function table(lines: readonly string[]): Table {
  const rows = lines.map((line) => line.replace(/^\||\|\s*$/g, '').split('|'))
  const isDashes = (row: readonly string[] | undefined) => row?.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) ?? false
  const hasHeader = isDashes(rows[1])
  return {
    type: 'table',
    attrs: { caption: '' },
    content: rows
      .filter((row) => !isDashes(row))
      .map((row, index) => ({
        type: 'table_row',
        content: row.map((text) => cell(text, hasHeader && index === 0)),
      })),
  }
}

function cell(text: string, isHeader: boolean): TableCell {
  const inside: FlowBlock = paragraph(text.trim(), nothingKept, 'left')
  return {
    type: isHeader ? 'table_header' : 'table_cell',
    attrs: { colspan: 1, rowspan: 1, align: null },
    content: [inside],
  }
}
