import { readArticles } from './articles.ts'
import type { Exporter } from './exporter.ts'
import type { Matter, MatterLine } from './matter.ts'

/** An article as the Diário Oficial da União hands out its matters (INLABS). */
export const xmlExporter: Exporter = {
  format: 'xml',
  label: 'XML, no formato do DOU (INLABS)',
  hint: 'Para diários que recebem matérias em XML. Edição, página e número da matéria ficam em branco até sair.',
  mediaType: 'application/xml',
  delivery: 'file',
  make: async (matter) => new TextEncoder().encode(xmlOf(matter)),
  read: (file) =>
    readArticles(file)
      .map(({ text }) => text)
      .join('\n'),
}

function xmlOf(matter: Matter): string {
  const { number, name, typeName, acronym, unit, gazette, summary, on, lines, signers } = matter
  const date = on ? on.split('-').reverse().join('/') : ''
  const attributes = {
    ...{ id: number, name, idOficio: number, pubName: gazette, artType: typeName, pubDate: date },
    ...{ artClass: '', artCategory: [acronym, unit].filter(Boolean).join('/') },
    ...{ editionNumber: '', numberPage: '', idMateria: '' },
  }
  const told = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)
  const html = [...lines.map(lineOf), ...signers.map((signer) => `<p class="assina">${escaped(signer)}</p>`)].join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xml><article ${told.join(' ')}><body>`,
    `<Identifica>${section(escaped(name))}</Identifica>`,
    `<Data>${section(date)}</Data>`,
    `<Ementa>${section(escaped(summary))}</Ementa>`,
    '<Titulo/><SubTitulo/>',
    `<Texto>${section(html)}</Texto>`,
    '</body></article></xml>',
    '',
  ].join('\n')
}

function lineOf({ style, cells }: MatterLine): string {
  const [only = ''] = cells
  if (cells.length === 1) return `<p class="${classes[style]}">${escaped(only)}</p>`
  return `<table><tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr></table>`
}

const classes = { title: 'identifica', centered: 'centralizado', text: 'corpo' } as const

/** What is escaped holds no `]]>`: its last sign never stands bare. */
const section = (html: string): string => (html === '' ? '' : `<![CDATA[${html}]]>`)

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
