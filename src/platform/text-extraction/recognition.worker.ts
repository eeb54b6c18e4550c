// Runs in a worker thread, which is ended when a page takes too long: the engine blocks, and its files are hostile.
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { pictureSize } from '../file-kinds/picture-size.ts'
import type { Raster } from './page-raster.ts'
import { openRecognitionEngine, type RecognitionEngine } from './recognition-engine.ts'
import type { PageAnswer, PageQuestion } from './recognition-thread.ts'
import { openPageDrawer, type PageDrawer } from './scanned-page.ts'

/** A sheet of A3 at 500 points an inch; unpacked in colour it fills two hundred megabytes. */
const mostPoints = 50_000_000
/** Smaller pictures hold no line of text that anybody could read. */
const leastSide = 16

let engine: Promise<RecognitionEngine> | undefined
let drawer: Promise<PageDrawer> | undefined

parentPort?.on('message', async (question: PageQuestion) => {
  const answer = await answerTo(question).catch((error) => ({ trouble: messageOf(error) }))
  parentPort?.postMessage(answer)
})

async function answerTo(question: PageQuestion): Promise<PageAnswer> {
  if ('page' in question) {
    drawer ??= openPageDrawer(question.path)
    const raster = await (await drawer)(question.page)
    return raster && hasInk(raster) ? read(asPortableGreymap(raster)) : { text: '' }
  }
  const picture = await readFile(question.path)
  const size = pictureSize(picture) ?? portableSize(picture)
  if (!size) return { trouble: 'no picture that can be read' }
  if (size.width * size.height > mostPoints) return { trouble: 'the picture is too large' }
  return Math.min(size.width, size.height) < leastSide ? { text: '' } : read(picture)
}

async function read(picture: Uint8Array): Promise<PageAnswer> {
  engine ??= openRecognitionEngine()
  return { text: (await engine)(picture) }
}

/** An empty sheet is told without waking the engine. */
function hasInk({ points }: Raster): boolean {
  return points.some((shade) => shade < 128)
}

function asPortableGreymap({ width, height, points }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), points])
}

/** What poppler draws: its bounds are ours. */
function portableSize(file: Buffer): { width: number; height: number } | undefined {
  const head = /^P5\s+(\d{1,5})\s+(\d{1,5})\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))
  return head ? { width: Number(head[1]), height: Number(head[2]) } : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
