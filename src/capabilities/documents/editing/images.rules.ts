import type { Block, FlowBlock, RichText } from '../../../rich-text/index.ts'

/** Where a text keeps its images: among the files of the house, by digest. Pages show them at the document's address. */
const filesPath = '/arquivos/'

/** The digests of the images that a text shows, each once. */
export function imagesOf(content: RichText): string[] {
  const found = new Set<string>()
  const visit = (block: Block | FlowBlock): void => {
    switch (block.type) {
      case 'image':
        found.add(block.attrs.src.slice(filesPath.length))
        return
      case 'bullet_list':
      case 'ordered_list':
        for (const item of block.content) item.content.forEach(visit)
        return
      case 'blockquote':
        block.content.forEach(visit)
        return
      case 'table':
        for (const row of block.content) for (const cell of row.content ?? []) cell.content.forEach(visit)
        return
    }
  }
  for (const section of content.content) section.content.forEach(visit)
  return [...found]
}

/**
 * The HTML of a text with its images at the address where this document serves them. Everything that people wrote is
 * escaped in it, so that this attribute can stand nowhere else.
 */
export function withImageAddresses(html: string, addressOf: (sha256: string) => string): string {
  return html.replace(/ src="\/arquivos\/([0-9a-f]{64})"/g, (_, sha256: string) => ` src="${addressOf(sha256)}"`)
}
