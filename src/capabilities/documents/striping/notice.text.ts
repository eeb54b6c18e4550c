import { type Block, parseContent, type RichText } from '../../../rich-text/index.ts'
import { basesOf } from './stripes.rules.ts'
import type { Stripe } from './striping.ts'

const list = new Intl.ListFormat('pt-BR')

/** What stands on the first sheet of a version with stripes: of what it is one, and why each stripe may hide what it hides. */
export function contentOfNotice(original: string, stripes: readonly Stripe[]): RichText {
  const parsed = parseContent({
    type: 'doc',
    content: [
      section('titulo', 'title', [paragraph('Versão com tarjas', 'documentTitle')]),
      section('corpo', 'body', [
        paragraph(
          `Versão com trechos ocultados do documento ${original}. As páginas que seguem são imagens das páginas do original, na mesma ordem.`,
          'left',
        ),
        ...basesOf(stripes).map((basis) => paragraph(tellBasis(basis), 'left')),
      ]),
    ],
  })
  if (!parsed.ok) throw new Error(`the sheet of stripes does not hold: ${JSON.stringify(parsed.problem)}`)
  return parsed.content
}

/** `Tarjas 1 e 2 (página 3 do original). Fundamento: Lei …` */
function tellBasis({ numbers, pages, legalBasis }: ReturnType<typeof basesOf>[number]): string {
  const which = `${numbers.length === 1 ? 'Tarja' : 'Tarjas'} ${list.format(numbers.map(String))}`
  const where = `${pages.length === 1 ? 'página' : 'páginas'} ${list.format(pages.map(String))} do original`
  return `${which} (${where}). Fundamento: ${legalBasis}`
}

function section(key: string, kind: string, content: readonly Block[]) {
  return { type: 'section', attrs: { key, kind, locked: true }, content }
}

function paragraph(text: string, style: 'left' | 'documentTitle'): Block {
  return { type: 'paragraph', attrs: { style }, content: [{ type: 'text', text }] }
}
