import { readFile } from 'node:fs/promises'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { after, layOut, type Matrix, type PlacedPicture, type Raster } from './page-raster.ts'
import { type PdfImage, shadesOf } from './pdf-image.ts'

/** As with poppler: two hundred points an inch for A4, and a bound for pages that claim to be as large as a house. */
const longestSide = 2400
const mostPictures = 200
const mostPoints = 50_000_000

/** Draws pages of one PDF. */
export type PageDrawer = (page: number) => Promise<Raster | undefined>

/**
 * Draws what scanners put on pages, which is pictures, without any program of the machine: no letters, no lines. A page
 * without pictures is undefined.
 */
export async function openPageDrawer(path: string): Promise<PageDrawer> {
  const [bytes, { OPS }] = await Promise.all([readFile(path), getResolvedPDFJS()])
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: mostPoints })
  return async (number) => {
    const page = await pdf.getPage(number)
    const size = page.getViewport({ scale: 1 })
    const scale = longestSide / Math.max(size.width, size.height)
    const viewport = page.getViewport({ scale })
    const imageOf = (key: string) =>
      new Promise<PdfImage | undefined>((resolve) =>
        (key.startsWith('g_') ? page.commonObjs : page.objs).get(key, resolve),
      )

    const pictures: PlacedPicture[] = []
    const { fnArray, argsArray } = await page.getOperatorList()
    const kept: Matrix[] = []
    let place: Matrix = viewport.transform as unknown as Matrix
    const put = async (found: unknown, isMask: boolean) => {
      const image = typeof found === 'string' ? await imageOf(found) : (found as PdfImage | undefined)
      const shades = image && pictures.length < mostPictures ? shadesOf(image, isMask) : undefined
      if (image && shades) pictures.push({ width: image.width, height: image.height, greyAt: shades, place })
    }
    for (const [index, operator] of fnArray.entries()) {
      const args: unknown[] = argsArray[index] ?? []
      switch (operator) {
        case OPS.save:
          kept.push(place)
          break
        case OPS.restore:
          place = kept.pop() ?? place
          break
        case OPS.transform:
          place = after(place, args as unknown as Matrix)
          break
        case OPS.paintFormXObjectBegin:
          kept.push(place)
          if (args[0]) place = after(place, args[0] as Matrix)
          break
        case OPS.paintFormXObjectEnd:
          place = kept.pop() ?? place
          break
        case OPS.paintImageXObject:
        case OPS.paintInlineImageXObject:
          await put(args[0], false)
          break
        case OPS.paintImageMaskXObject:
          await put(maskOf(args[0]), true)
          break
      }
    }
    page.cleanup()
    if (pictures.length === 0) return undefined
    return layOut(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)), pictures)
  }
}

/** A mask comes with its points, or with the name under which they were kept. */
function maskOf(given: unknown): unknown {
  const mask = given as { readonly data?: unknown } | undefined
  return typeof mask?.data === 'string' ? mask.data : mask
}
