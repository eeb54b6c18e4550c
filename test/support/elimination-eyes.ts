import { expect } from 'vitest'
import { anArchiveHouse, type ConcludedCase } from './builders-archive.ts'
import { actorOf } from './builders-cases.ts'
import { openTestHouse } from './house.ts'
import { at } from './world.ts'

/** What an order of elimination may be held back by, for tests. */
export const hold = { kind: 'hold', reason: 'Ação judicial em curso.' } as const

/** A house with an archive, and eyes for what is still there of a case file. */
export async function openHouseThatEliminates() {
  const house = await openTestHouse()
  await anArchiveHouse(house)

  const as = (login: 'marina' | 'secretaria' | 'carla', unit: string) => actorOf(house, login, unit as typeof at.prot)
  const contentOf = async (one: ConcludedCase) => {
    const [row] = await house.db<
      { text: string; signed: number; words: number; eliminated: number; extracted: number }[]
    >`
      select (select v.plain_text from documents.version v join documents.document d on d.id = v.document_id
               where d.number = ${one.text} order by v.number desc limit 1) as text,
             (select sum(length(c.bytes))::int from signatures.signed_content c join signatures.signature s on s.sha256 = c.sha256
                join documents.document d on d.id = s.document_id where d.number = ${one.text}) as signed,
             (select count(*)::int from search.document_text x join documents.document d on d.id = x.document_id
               where d.case_file_id = ${one.id} and x.words @@ to_tsquery('simple', 'palavrassecret:*')) as words,
             (select count(*)::int from documents.elimination where case_file_id = ${one.id}) as eliminated,
             (select count(*)::int from documents.extracted_text x join documents.document d on d.id = x.document_id
               where d.case_file_id = ${one.id}) as extracted`
    if (!row) throw new Error('no row')
    return row
  }
  const fileOf = async ({ upload }: Pick<ConcludedCase, 'upload'>) => {
    const [row] = await house.db<{ sha256: string }[]>`
      select f.sha256 from documents.file f join documents.document d on d.id = f.document_id where d.number = ${upload}`
    return String(row?.sha256)
  }
  const isWhole = async (one: ConcludedCase) => {
    const { text, signed, eliminated } = await contentOf(one)
    expect(text).toContain('Palavrassecretas')
    expect(signed).toBeGreaterThan(0)
    expect(eliminated).toBe(0)
    expect(await house.platform.files.verify(await fileOf(one))).toBe('intact')
  }
  return { house, as, marina: () => as('marina', at.prot), contentOf, fileOf, isWhole }
}
