import { xmlExporter } from './dou-xml.ts'
import type { Exporter } from './exporter.ts'
import { mailExporter } from './mail.ts'
import { pdfExporter } from './pdf.ts'
import { textExporter } from './plain-text.ts'
import { rtfExporter } from './rtf.ts'

/** Every way in which a matter goes to a gazette, in the order in which they are offered (DOE-02). */
export const exporters: readonly Exporter[] = [rtfExporter, textExporter, xmlExporter, pdfExporter, mailExporter]

/** The one of that name that gives a file. */
export function fileExporter(format: string): Exporter | undefined {
  return exporters.find((one) => one.format === format && one.delivery === 'file')
}

/** The words of a file that came from a gazette: RTF, XML of articles, else the text itself. */
export function textOfFile(file: string): string {
  if (file.startsWith('{\\rtf')) return rtfExporter.read?.(file) ?? ''
  if (/^\ufeff?\s*</.test(file) && file.includes('<article')) return xmlExporter.read?.(file) ?? ''
  return textExporter.read?.(file) ?? file
}
