import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type LevelRequest, type LevelTyped, readLevel } from '../../documents/index.ts'

/** The form as typed, so that the page can be shown again. */
export interface EmailTyped extends LevelTyped {
  readonly sender: string
  readonly recipients: string
  readonly subject: string
  readonly message: string
  readonly standardTextId: string
  /** Numbers of documents. */
  readonly documents: readonly string[]
  /** Ids of files that wait. */
  readonly received: readonly string[]
}

export interface EmailWords {
  readonly sender: string
  readonly subject: string
  readonly message: string
}

export interface ReadEmail {
  readonly typed: EmailTyped
  readonly words: EmailWords
  readonly level: LevelRequest | undefined
  readonly problems: readonly FieldProblem[]
}

export function readEmail(fields: FormFields): ReadEmail {
  const level = readLevel(fields)
  const typed: EmailTyped = {
    ...level.typed,
    sender: fieldText(fields, 'de'),
    recipients: fieldText(fields, 'para').slice(0, 20_000),
    subject: fieldText(fields, 'assunto').slice(0, 1_000),
    message: fieldText(fields, 'mensagem').slice(0, 40_000),
    standardTextId: fieldText(fields, 'texto_padrao'),
    documents: fieldList(fields, 'documento').filter((one) => /^\d{1,15}$/.test(one)),
    received: fieldList(fields, 'recebido').filter((one) => /^\d{1,18}$/.test(one)),
  }
  return {
    typed,
    words: wordsOf(typed),
    level: level.request,
    problems: level.problems,
  }
}

export function wordsOf({ sender, subject, message }: Pick<EmailTyped, 'sender' | 'subject' | 'message'>): EmailWords {
  return {
    sender,
    subject: subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
    message: message
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, '')
      .trim(),
  }
}
