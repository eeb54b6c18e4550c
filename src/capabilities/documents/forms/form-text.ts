import {
  type Block,
  doc,
  type FlowBlock,
  type Inline,
  type RichText,
  section,
  type TableCell,
  type TableRow,
} from '../../../rich-text/index.ts'
import type { FormField } from '../../classification/index.ts'
import { type Answers, sayNumber } from './read-answers.ts'

/** The text that a filled-in form makes: what is read and signed. Words typed stay words: no mark in them means anything. */
export function textOfForm(form: readonly FormField[], answers: Answers): RichText {
  const blocks: Block[] = []
  let rows: TableRow[] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push({ type: 'table', attrs: { caption: '' }, content: [head, ...rows] })
    rows = []
  }
  for (const field of form) {
    if (field.kind === 'information') {
      endTable()
      blocks.push(...paragraphs(field.text ?? ''))
    } else {
      rows.push(row(cell('table_cell', field.label), cell('table_cell', sayAnswer(field, answers[field.key]))))
    }
  }
  endTable()
  return doc(section('corpo', 'body', blocks))
}

/** An answer as it is read: `R$ 1.234,50`, `31/01/2026`, `Sim`. */
export function sayAnswer(field: FormField, value: Answers[string] | undefined): string {
  if (field.kind === 'flag') return value === true ? 'Sim' : 'Não'
  if (value === undefined) return 'Não informado'
  if (typeof value === 'number')
    return field.kind === 'money' ? `R$ ${sayNumber(field, value)}` : sayNumber(field, value)
  return field.kind === 'date' ? String(value).split('-').reverse().join('/') : String(value)
}

const paragraphs = (text: string): FlowBlock[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()))

function paragraph(text: string): FlowBlock {
  const content: Inline[] = text === '' ? [] : [{ type: 'text', text }]
  return { type: 'paragraph', attrs: { style: 'left' }, ...(content.length > 0 ? { content } : {}) }
}

function cell(type: TableCell['type'], text: string): TableCell {
  const inside = paragraphs(text)
  return {
    type,
    attrs: { colspan: 1, rowspan: 1, align: null },
    content: inside.length > 0 ? inside : [paragraph('')],
  }
}

const row = (...content: TableCell[]): TableRow => ({ type: 'table_row', content })

const head = row(cell('table_header', 'Campo'), cell('table_header', 'Resposta'))
