import { unzipSync } from 'fflate'
import { textOf } from '../../src/platform/pdf/pdf.fixture.ts'
import { doc, section } from '../../src/rich-text/index.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import type { at } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** A real PDF that says these words. */
export function aPdf(house: TestHouse, words: string): Promise<Uint8Array> {
  return house.platform.pdf.renderDocument({
    title: 'Anexo',
    caseNumber: '1',
    documentNumber: '1',
    agency: { name: 'Fora', acronym: 'F' },
    unit: 'Fora',
    content: doc(section('corpo', 'body', words)),
    images: {},
    signatures: [],
    createdAt: '2026-01-02T03:04:05Z',
  })
}

/** The beginning of a sound file: enough to be taken for one. */
export function aSound(): Uint8Array {
  const frame = new Uint8Array(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return new Uint8Array(Buffer.concat([frame, frame, frame, frame]))
}

export interface CopyToAsk {
  readonly kind?: 'pdf' | 'zip'
  /** The nº SEI of what stays ticked; everything that is offered unless said otherwise. */
  readonly only?: readonly string[]
}

/** Asks for a copy on the page, with what the page has ticked. Answers the page after the act. */
export async function askForCopy(
  person: Person,
  unit: Slug,
  digits: string,
  { kind = 'pdf', only }: CopyToAsk = {},
): Promise<Page> {
  const page = await person.open(`/em/${unit}/processos/${digits}/exportacao`)
  return person.send(page, 'form[action$="/exportacao"]', { formato: kind, ...(only ? { documentos: only } : {}) })
}

/** Asks for a copy, lets it be made and fetches its file. */
export async function copyOf(
  house: TestHouse,
  person: Person,
  unit: Slug,
  digits: string,
  toAsk: CopyToAsk = {},
): Promise<{ readonly page: Page; readonly file: Page; readonly id: string }> {
  const asked = await askForCopy(person, unit, digits, toAsk)
  const id = idOf(asked)
  await house.workOff()
  const page = await person.open(asked.url)
  return { page, file: await person.open(`${asked.url}/arquivo`), id }
}

/** The id of the copy of which this is the page. */
export function idOf(page: Page): string {
  const [, id] = /\/exportacoes\/(\d+)$/.exec(page.url) ?? []
  if (!id) throw new Error(`no copy was asked for: ${page.status} ${page.url}\n${page.text.slice(0, 600)}`)
  return id
}

/** The words of a PDF, on one line. */
export async function wordsOf(bytes: Uint8Array): Promise<string> {
  return textOf(new Uint8Array(bytes))
}

export interface OpenedZip {
  readonly names: readonly string[]
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly manifest: {
    readonly arquivos: readonly { readonly nome: string; readonly sha256: string; readonly documento?: string }[]
    readonly naoIncluidos: readonly { readonly documento: string; readonly tipo: string; readonly motivo: string }[]
  }
  readonly history: string
}

/** A ZIP as a program reads it. */
export function openZip(bytes: Uint8Array): OpenedZip {
  const files = unzipSync(new Uint8Array(bytes))
  const read = (name: string) => new TextDecoder().decode(files[name])
  return {
    names: Object.keys(files),
    files,
    manifest: JSON.parse(read('manifesto.json')),
    history: read('historico.txt'),
  }
}
