import { pictureSize } from '../file-kinds/picture-size.ts'

/**
 * The pictures that the engine draws, by media type, with the extension by which it knows them. SVG is not among them:
 * it can bring text and addresses of its own.
 */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** A page of 100 million points is A3 at 700 a inch; unpacked it fills 300 MB. */
const MOST_PIXELS = 100_000_000

/** A small file can unpack to gigabytes: whether the size that the picture declares is one that may be unpacked. */
export function isReasonablePicture(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes)
  return size !== undefined && size.width * size.height <= MOST_PIXELS
}
