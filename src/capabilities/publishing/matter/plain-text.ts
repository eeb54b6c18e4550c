import type { Exporter } from './exporter.ts'
import { textOfMatter } from './matter.ts'

/** The words alone, a paragraph a line, cells apart by tabs. */
export const textExporter: Exporter = {
  format: 'txt',
  label: 'Texto simples',
  hint: 'Para colar no formulário do diário. Tabelas vão com as células separadas por tabulação.',
  mediaType: 'text/plain; charset=utf-8',
  delivery: 'file',
  make: async (matter) => new TextEncoder().encode(`\ufeff${textOfMatter(matter).replaceAll('\n', '\r\n\r\n')}\r\n`),
  read: (file) => file.replace(/^\ufeff/, ''),
}
