import { reasonNames } from '../publishing/publication.text.ts'
import type { PublishedRow } from './bulletin.queries.ts'

/** The last publications as an Atom feed (RFC 4287). */
export function feedOf(rows: readonly PublishedRow[], publicUrl: string, installation: string, now: Date): string {
  const updated = (rows[0]?.publishedFrom ?? now).toISOString()
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt-BR">
<id>${inXml(`${publicUrl}/boletim`)}</id>
<title>${inXml(`Boletim de publicações – ${installation}`)}</title>
<link href="${inXml(`${publicUrl}/boletim`)}"/>
<link rel="self" href="${inXml(`${publicUrl}/boletim/atom`)}"/>
<updated>${updated}</updated>
${rows.map((row) => entryOf(row, publicUrl)).join('\n')}
</feed>
`
}

function entryOf(row: PublishedRow, publicUrl: string): string {
  const address = inXml(`${publicUrl}/boletim/documentos/${row.number}`)
  const name = [row.typeName, row.typeNumber, `(${row.number})`].filter(Boolean).join(' ')
  const title = row.reason === 'publication' ? name : `${reasonNames[row.reason]}: ${name}`
  return `<entry>
<id>${address}</id>
<title>${inXml(title)}</title>
<link href="${address}"/>
<updated>${row.publishedFrom.toISOString()}</updated>
<author><name>${inXml(`${row.agencyAcronym}/${row.unitAcronym}`)}</name></author>
<summary>${inXml(row.summary)}</summary>
</entry>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML 1.0 has no place for is left out. */
function inXml(text: string): string {
  const clean = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  return clean.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
