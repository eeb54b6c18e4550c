import { type Database, inTransaction } from '../../platform/db/index.ts'
import type { FormFields } from '../../platform/form-fields.ts'
import type { MailKind } from '../../platform/outbox/index.ts'
import { type Editor, noteChange } from '../organization/index.ts'
import { mailKinds } from './kinds.ts'
import type { MailTemplate } from './template.ts'
import { lockTemplate, selectTemplates, upsertTemplate } from './templates.queries.ts'

/** What an administrator says of a kind of mail. */
export type TemplateWords = Pick<MailTemplate, 'sender' | 'subject' | 'body' | 'off'>

/** Every kind of mail with the words that go out now. */
export async function listTemplates(db: Database): Promise<readonly MailTemplate[]> {
  const rows = await selectTemplates(db)
  return mailKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind.name)
    return {
      kind,
      id: row?.id,
      sender: row?.sender ?? '',
      subject: row?.subject ?? kind.subject,
      body: row?.body ?? kind.body,
      off: (row?.off ?? false) && kind.mayBeOff,
      changedAt: row?.changedAt,
      changedBy: row?.changedBy,
    }
  })
}

export async function findTemplate(db: Database, name: string): Promise<MailTemplate | undefined> {
  return (await listTemplates(db)).find(({ kind }) => kind.name === name)
}

/** Changes what a kind of mail says from now on; what is already in the outbox goes as it was written. */
export async function changeTemplate(
  db: Database,
  by: Editor,
  kind: MailKind,
  words: TemplateWords,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockTemplate(trx, kind.name)
    const before = await findTemplate(trx, kind.name)
    const id = await upsertTemplate(trx, kind.name, { ...words, off: words.off && kind.mayBeOff }, by.userId, now)
    const fields = { before: fieldsOfTemplate(before ?? { ...originalOf(kind) }), after: fieldsOfTemplate(words) }
    await noteChange(trx, by, { register: 'mail-template', id }, fields, now)
  })
}

/** The words as the program has them. */
export function originalOf({ subject, body }: MailKind): TemplateWords {
  return { sender: '', subject, body, off: false }
}

/** Whether what goes out is what the program has. */
export function isOriginal(template: MailTemplate): boolean {
  const original = originalOf(template.kind)
  return (['sender', 'subject', 'body', 'off'] as const).every((field) => template[field] === original[field])
}

export function fieldsOfTemplate({ sender, subject, body, off }: TemplateWords): FormFields {
  return { remetente: sender, assunto: subject, mensagem: body, enviar: off ? '' : 'sim' }
}
