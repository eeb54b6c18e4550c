import type { Matter } from './matter.ts'

/** What an exporter may ask for besides the matter. */
export interface Means {
  /** The document as the house's own PDF; undefined where none can be made now. */
  readonly pdf: () => Promise<Uint8Array | undefined>
}

/** One way in which a matter goes to a gazette. A new one is a file of its own and a line in `exporters.ts`. */
export interface Exporter {
  /** In addresses, and the ending of the file. */
  readonly format: string
  readonly label: string
  readonly hint: string
  readonly mediaType: string
  /** The e-mail is sent, not taken away as a file. */
  readonly delivery: 'file' | 'mail'
  readonly make: (matter: Matter, means: Means) => Promise<Uint8Array | undefined>
  /** The text that stands in such a file; undefined: it is read by other means (the PDF). */
  readonly read?: (file: string) => string
}
