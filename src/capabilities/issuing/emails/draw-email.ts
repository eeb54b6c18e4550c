import type { StoredFile } from '../../../platform/files/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Block, type Inline, parseContent, type RichText } from '../../../rich-text/index.ts'
import { emailHead } from './email-head.text.ts'

/** What stands on the paper of an e-mail. */
export interface EmailToDraw {
  readonly number: string
  readonly caseNumber: string
  readonly agency: { readonly name: string; readonly acronym: string }
  readonly unitName: string
  readonly sender: string
  readonly recipients: readonly string[]
  readonly subject: string
  readonly message: string
  readonly attachments: readonly { readonly fileName: string; readonly sizeBytes: number; readonly sha256: string }[]
  readonly at: Date
}

/** Draws an e-mail as a PDF and keeps it: head, message, and the digest of each attachment. */
export async function drawEmail({ pdf, files }: Platform, email: EmailToDraw): Promise<StoredFile> {
  const bytes = await pdf.renderDocument({
    title: `Correio eletrônico: ${email.subject}`,
    caseNumber: email.caseNumber,
    documentNumber: email.number,
    agency: email.agency,
    unit: email.unitName,
    content: contentOf(email),
    images: {},
    signatures: [],
    createdAt: email.at.toISOString(),
  })
  const kept = await files.put(once(bytes), { limitBytes: bytes.byteLength })
  if (!kept.done) throw new Error(`the paper of an e-mail was not kept: ${kept.refusals[0]}`)
  return kept.value
}

function contentOf(email: EmailToDraw): RichText {
  const head = emailHead(email)
  const section = (key: string, kind: string, content: readonly Block[]) => ({
    type: 'section',
    attrs: { key, kind, locked: true },
    content,
  })
  const parsed = parseContent({
    type: 'doc',
    content: [
      section('titulo', 'title', [paragraph([{ type: 'text', text: 'Correio eletrônico' }], 'documentTitle')]),
      section('corpo', 'body', [
        ...head.map(([term, text]) =>
          paragraph(
            [
              { type: 'text', text: `${term}: `, marks: [{ type: 'strong' }] },
              { type: 'text', text },
            ],
            'left',
          ),
        ),
        { type: 'horizontal_rule' },
        ...email.message.split(/\n{2,}/).map((chunk) => paragraph(linesOf(chunk), 'left')),
      ]),
    ],
  })
  if (!parsed.ok) throw new Error(`the paper of an e-mail does not hold: ${JSON.stringify(parsed.problem)}`)
  return parsed.content
}

function paragraph(content: readonly Inline[], style: 'left' | 'documentTitle'): Block {
  return { type: 'paragraph', attrs: { style }, content }
}

function linesOf(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hard_break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ])
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
