import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at } from './world.ts'

/** The address of imports, from the cabinet unless said otherwise. */
export function importsAt(path = '', unit: string = at.gs): string {
  return `/em/${unit}/administracao/importacoes${path}`
}

/** Sends a file by the form of its register. The trial has not been made yet. */
export async function sendCsv(
  person: Person,
  register: string,
  content: string | Uint8Array,
  unit: string = at.gs,
): Promise<Page> {
  const form = await person.open(importsAt(`/nova?cadastro=${register}`, unit))
  const file = { field: 'arquivo', name: `${register}.csv`, type: 'text/csv', content }
  return person.send(form, 'form[action$="/administracao/importacoes"]', {}, [file])
}

/** Sends a file and has it tried out. Answers the page of the trial. */
export async function tryCsv(house: TestHouse, person: Person, register: string, content: string | Uint8Array) {
  const sent = await sendCsv(person, register, content)
  if (!/importacoes\/\d+$/.test(sent.url)) throw new Error(`the file was not taken: ${sent.text.slice(0, 400)}`)
  await house.workOff()
  return person.open(sent.url)
}

/** Sends a file, has it tried out, confirms and has it carried out. Answers the page of what was done. */
export async function importCsv(house: TestHouse, person: Person, register: string, content: string | Uint8Array) {
  const tried = await tryCsv(house, person, register, content)
  const confirmed = await person.send(tried, 'form[action$="/execucao"]')
  await house.workOff()
  return person.open(confirmed.url)
}

/** The rows of an import's page: line, record, result, fields. */
export function rowsOf(page: Page): string[][] {
  return [...page.document.querySelectorAll('#linhas tbody tr')].map((row) =>
    [...row.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
  )
}
