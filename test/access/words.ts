import { unzipSync } from 'fflate'
import { sha256Hex } from '../../src/platform/sha256.ts'
import { wordsOf as wordsOfPdf } from '../support/builders-output.ts'
import type { Told } from './caller.ts'
import type { Word, WorldTold } from './told.ts'

let made = 0

/** A word that no language has, and nobody says twice. It is short and bare, so that no page and no PDF breaks it. */
export function newWord(): string {
  made += 1
  const letters = [...String(made).padStart(6, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')
  return `zq${letters}qz`
}

const anyWord = /zq[bcdfghjklm]{6}qz/gi
const anyNumber = /\d[\d./-]{10,}\d/g

/** Every word of the world that an answer tells, in whatever it is wrapped; `asked` is what the address itself says. */
export async function toldIn(
  answer: Pick<Told, 'bytes' | 'headers'>,
  { words }: Pick<WorldTold, 'words'>,
  asked: string,
): Promise<Word[]> {
  const text = await textOf(answer.bytes, String(answer.headers['content-type'] ?? ''))
  const isEcho = (word: string) => asked.includes(word)
  const found = new Set<string>([
    ...(text.match(anyWord) ?? []).map((word) => word.toLowerCase()).filter((word) => !isEcho(word)),
    ...(text.match(anyNumber) ?? []).filter((number) => !isEcho(number)).map((number) => number.replace(/\D/g, '')),
    sha256Hex(answer.bytes),
  ])
  return [...found].flatMap((word) => words.get(word) ?? [])
}

/** The words of an answer: of a PDF those that it shows, of a ZIP those of all that is in it. */
export async function textOf(bytes: Buffer, type: string): Promise<string> {
  if (type.startsWith('application/pdf') && isWhole(bytes))
    return `${bytes.toString('latin1')}\n${await wordsOfPdf(bytes)}`
  const isSheet = type.startsWith('application/vnd.o') && isWhole(bytes)
  if (!type.startsWith('application/zip') && !isSheet) return bytes.toString('utf8')
  // A stretch of one is no ZIP: what could be read in it is read as it is.
  if (!isWhole(bytes)) return bytes.toString('latin1')
  const parts = await Promise.all(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(async ([name, content]) => {
      const inside = name.endsWith('.pdf') ? 'application/pdf' : 'text/plain'
      return `${name}\n${await textOf(Buffer.from(content), inside)}`
    }),
  )
  return parts.join('\n')
}

const isWhole = (bytes: Buffer): boolean => bytes.length > 1000
