import type { Database } from '../../platform/db/index.ts'

export async function selectTypeCalled(db: Database, name: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from classification.document_type where name = ${name} and internal and deactivated_at is null`
  return row?.id
}

/** The last version of a text, as it is signed. */
export async function selectLastText(db: Database, number: string): Promise<{ version: number; sha256: string }> {
  const [row] = await db<{ version: number; sha256: string }[]>`
    select v.number as version, encode(v.sha256, 'hex') as sha256
      from documents.document d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.number = ${number}`
  if (!row) throw new Error(`document ${number} has no text`)
  return row
}

/** In what capacities somebody signs in a unit. */
export async function selectCapacities(db: Database, unitId: string): Promise<string[]> {
  const rows = await db<{ title: string }[]>`
    select title from organization.capacity where unit_id = ${unitId} and deactivated_at is null order by title`
  return rows.map(({ title }) => title)
}
