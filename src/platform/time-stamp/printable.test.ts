import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { verifierFile } from './verifier.ts'

const { printable } = (await import(pathToFileURL(verifierFile).href)) as { printable(words: string): string }

test.each([
  ['Assinado por Márcia D’Ávila – nº 12', 'Assinado por Márcia D’Ávila – nº 12'],
  ['guia.pdf\nCONFERE     tudo', 'guia.pdf\ufffdCONFERE     tudo'],
  ['\u001b[2K\rCONFERE', '\ufffd[2K\ufffdCONFERE'],
  ['\u202egpj.exe\u2028', '\ufffdgpj.exe\ufffd'],
])('what a receipt says writes no line of its own: %j', (words, shown) => {
  expect(printable(words)).toBe(shown)
})
