import { done, type Outcome, refuse } from '../outcome.ts'
import { runTool } from '../text-extraction/index.ts'
import { oneOfFew } from './one-of-few.ts'
import { type Picture, readPortablePixmap } from './picture.ts'

/** Why there is no picture: no such program, a file that it cannot read, too long, too large, or too many ask at once. */
export type PageTrouble = 'absent' | 'unreadable' | 'too-long' | 'too-many-pages' | 'busy'

/** Longer ones are not drawn. */
export const mostPages = 200

/** The long side of a picture: A4 at two hundred points an inch, and a bound for pages that claim to be as large as a house. */
const longestSide = 2_400
const pageTimeMs = 20_000
const pngBytes = 30 * 1024 * 1024

/** How many pages a PDF on this machine has, asked of poppler in a process of its own. */
export async function countPages(path: string): Promise<Outcome<number, PageTrouble>> {
  const told = await ask('pdfinfo', ['-enc', 'UTF-8', path], 200_000)
  if (!told.done) return told
  const pages = Number(/^Pages:\s+(\d{1,7})\s*$/m.exec(told.value.toString('utf8'))?.[1] ?? 0)
  if (pages === 0) return refuse('unreadable')
  return pages > mostPages ? refuse('too-many-pages') : done(pages)
}

/** A page as points, as its readers see it: what lies outside of the visible part of the sheet is not drawn. */
export async function drawPage(path: string, page: number, resolution: number): Promise<Outcome<Picture, PageTrouble>> {
  const dpi = await boundedDpi(path, page, resolution)
  if (!dpi.done) return dpi
  const args = [...pageArguments(page), '-r', dpi.value.toFixed(3), path]
  const told = await ask('pdftoppm', args, (longestSide + 2) ** 2 * 3 + 100)
  if (!told.done) return told
  const picture = readPortablePixmap(told.value, dpi.value)
  return picture ? done(picture) : refuse('unreadable')
}

/** A page as PNG, to look at: its long side has so many points. */
export async function pagePng(path: string, page: number, side: number): Promise<Outcome<Buffer, PageTrouble>> {
  return oneOfFew(() => ask('pdftoppm', [...pageArguments(page), '-scale-to', `${side}`, '-png', path], pngBytes))
}

const pageArguments = (page: number) => ['-q', '-f', `${page}`, '-l', `${page}`, '-cropbox']

async function boundedDpi(path: string, page: number, resolution: number): Promise<Outcome<number, PageTrouble>> {
  const told = await ask('pdfinfo', ['-f', `${page}`, '-l', `${page}`, path], 200_000)
  if (!told.done) return told
  const size = /^Page\s+\d+\s+size:\s+([\d.]+) x ([\d.]+) pts/m.exec(told.value.toString('latin1'))
  const longest = Math.max(Number(size?.[1] ?? 0), Number(size?.[2] ?? 0))
  return longest > 0 ? done(Math.min(resolution, (longestSide * 72) / longest)) : refuse('unreadable')
}

async function ask(tool: string, args: readonly string[], limitBytes: number): Promise<Outcome<Buffer, PageTrouble>> {
  const { output, end } = await runTool(tool, args, { deadline: performance.now() + pageTimeMs, limitBytes })
  if (end === 'finished' && output.length > 0) return done(output)
  if (end === 'absent') return refuse('absent')
  return refuse(end === 'too-long' ? 'too-long' : 'unreadable')
}
