import { type RichText, toHtml } from '../../../rich-text/index.ts'
import { withImageAddresses } from '../editing/images.rules.ts'
import { showNumber } from './show-number.ts'

/** Where the links of a text lead: `/em/{unit}` + path inside, the path itself on the public face. */
export type Linker = (path: string) => string

/** A text as HTML of a page: links and images at the addresses that the reader has, the number to come as `[nº]`. */
export function textHtml(
  document: { readonly number: string; readonly typeNumber: string | undefined },
  content: RichText,
  {
    link,
    idPrefix,
    headingShift,
  }: { readonly link: Linker; readonly idPrefix?: string; readonly headingShift?: number },
): string {
  const html = toHtml(showNumber(content, document.typeNumber), {
    headingShift: headingShift ?? 1,
    caseAddress: (number) => link(`/processos/${number}`),
    documentAddress: (number) => link(`/documentos/${number}`),
    ...(idPrefix ? { idPrefix } : {}),
  })
  return withImageAddresses(html, (sha256) => link(`/documentos/${document.number}/imagens/${sha256}`))
}
