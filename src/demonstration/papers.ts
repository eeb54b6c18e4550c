import type { Platform } from '../platform/platform.ts'
import { doc, section } from '../rich-text/index.ts'

/** A one-page PDF as citizens bring them: a letter with a request. */
export function letter(
  platform: Platform,
  text: { readonly title: string; readonly from: string; readonly body: string; readonly date: Date },
): Promise<Uint8Array> {
  return platform.pdf.renderDocument({
    title: text.title,
    caseNumber: '',
    documentNumber: '',
    agency: { name: text.from, acronym: '' },
    unit: '',
    content: doc(section('corpo', 'body', `# ${text.title}\n\n${text.body}\n\n${text.from}`)),
    images: {},
    signatures: [],
    createdAt: text.date.toISOString(),
  })
}
