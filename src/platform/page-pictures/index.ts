/** Pages of PDFs as pictures, painted on, and PDFs made of nothing but such pictures. */

export { countPages, drawPage, mostPages, type PageTrouble, pagePng } from './draw-page.ts'
export { type Box, paint } from './paint.ts'
export { pdfOfPictures } from './pdf-of-pictures.ts'
export type { Picture } from './picture.ts'
