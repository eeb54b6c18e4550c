import type { Database } from '../../../platform/db/index.ts'
import type { Answers } from './read-answers.ts'

export async function selectAnswers(db: Database, documentId: string, version: number): Promise<Answers | undefined> {
  const [row] = await db<{ answers: Answers }[]>`
    select answers from documents.form_answer where document_id = ${documentId} and version = ${version}`
  return row?.answers
}

export async function insertAnswers(
  db: Database,
  documentId: string,
  version: number,
  answers: Answers,
): Promise<void> {
  await db`insert into documents.form_answer (document_id, version, answers)
    values (${documentId}, ${version}, ${JSON.stringify(answers)}::text::jsonb)`
}

/** A version that carries on the text of another one carries its answers on. */
export async function copyAnswers(db: Database, documentId: string, from: number, to: number): Promise<void> {
  await db`insert into documents.form_answer (document_id, version, answers)
    select document_id, ${to}, answers from documents.form_answer where document_id = ${documentId} and version = ${from}`
}
