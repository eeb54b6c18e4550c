import { formatBytes, formatDateTime } from '../../../ui/index.ts'
import type { EmailToDraw } from './draw-email.ts'

/** The head of an e-mail on paper, term by term. */
export function emailHead(email: EmailToDraw): readonly (readonly [string, string])[] {
  return [
    ['De', email.sender],
    ['Para', email.recipients.join(', ')],
    ['Data', formatDateTime(email.at)],
    ['Assunto', email.subject],
    ...email.attachments.map(
      ({ fileName, sizeBytes, sha256 }) =>
        ['Anexo', `${fileName} (${formatBytes(sizeBytes)}), SHA-256 ${sha256}`] as const,
    ),
  ]
}
