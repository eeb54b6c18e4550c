/** A kind of file that may be kept, and what people and browsers need to know of it. */
export type FileKind = {
  /** The usual extension, lower-case and without a dot; also the identity of the kind. */
  readonly extension: string
  /** Other extensions of the same kind: `jpeg` of `jpg`. */
  readonly otherExtensions: readonly string[]
  /** What people call it, in Portuguese. */
  readonly label: string
  /** The first is the one it is served with; the others are what browsers also call it. */
  readonly mediaTypes: readonly [string, ...string[]]
  /** Limit unless the administrator sets another for the extension (EST-044). */
  readonly maxBytes: number
  /** How a page may show it: within a viewer of its own, or only as a download. */
  readonly show: 'pdf' | 'image' | 'audio' | 'video' | 'text' | 'download'
  /** What its bytes may turn out to be, in the words of `contentOf`. */
  readonly contents: readonly string[]
}

const megabyte = 1024 * 1024

/** All kinds of file the system knows how to check, in the order in which lists show them. */
export const fileKinds: readonly FileKind[] = [
  kind('pdf', 'Documento PDF', ['application/pdf', 'application/x-pdf'], 'pdf'),
  kind('odt', 'Texto ODT', ['application/vnd.oasis.opendocument.text'], 'download'),
  kind('ods', 'Planilha ODS', ['application/vnd.oasis.opendocument.spreadsheet'], 'download'),
  kind('odp', 'Apresentação ODP', ['application/vnd.oasis.opendocument.presentation'], 'download'),
  kind('docx', 'Texto DOCX', [officeType('wordprocessingml.document')], 'download'),
  kind('xlsx', 'Planilha XLSX', [officeType('spreadsheetml.sheet')], 'download'),
  kind('pptx', 'Apresentação PPTX', [officeType('presentationml.presentation')], 'download'),
  kind('txt', 'Texto simples', ['text/plain'], 'text', { contents: ['text', 'xml'] }),
  kind('csv', 'Dados em CSV', ['text/csv', 'text/plain', 'application/csv', 'text/x-csv'], 'text', {
    contents: ['text'],
  }),
  kind('xml', 'Dados em XML', ['application/xml', 'text/xml'], 'text'),
  // HTML is kept as evidence of pages and e-mails, and never shown: it could act in the reader's name.
  kind('html', 'Página HTML', ['text/html', 'application/xhtml+xml'], 'download', {
    others: ['htm'],
    contents: ['html', 'xml', 'text'],
  }),
  kind('png', 'Imagem PNG', ['image/png', 'image/apng', 'image/x-png'], 'image', { contents: ['png', 'apng'] }),
  kind('jpg', 'Imagem JPG', ['image/jpeg', 'image/jpg', 'image/pjpeg'], 'image', { others: ['jpeg'] }),
  kind('gif', 'Imagem GIF', ['image/gif'], 'image'),
  kind('webp', 'Imagem WebP', ['image/webp'], 'image'),
  kind('tif', 'Imagem TIFF', ['image/tiff'], 'download', { others: ['tiff'] }),
  kind('mp3', 'Áudio MP3', ['audio/mpeg', 'audio/mp3', 'audio/x-mp3', 'audio/x-mpeg'], 'audio'),
  kind('ogg', 'Áudio OGG', ['audio/ogg', 'application/ogg', 'video/ogg', 'audio/opus'], 'audio', {
    others: ['oga', 'opus'],
    contents: ['oga', 'ogg', 'opus', 'spx'],
  }),
  kind('wav', 'Áudio WAV', ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'], 'audio'),
  kind('m4a', 'Áudio M4A', ['audio/mp4', 'audio/x-m4a', 'audio/m4a', 'video/mp4'], 'audio', {
    contents: ['m4a', 'mp4'],
  }),
  kind('mp4', 'Vídeo MP4', ['video/mp4', 'audio/mp4', 'video/x-m4v'], 'video', { contents: ['mp4', 'm4v', '3gp'] }),
  kind('webm', 'Vídeo WebM', ['video/webm', 'audio/webm'], 'video'),
  kind('mov', 'Vídeo MOV', ['video/quicktime'], 'download'),
  kind('p7s', 'Assinatura P7S', ['application/pkcs7-signature', 'application/x-pkcs7-signature'], 'download'),
  kind('dwg', 'Desenho DWG', ['image/vnd.dwg', 'application/acad', 'application/x-dwg', 'image/x-dwg'], 'download'),
  kind('zip', 'Arquivo ZIP', ['application/zip', 'application/x-zip-compressed', 'application/x-zip'], 'download'),
]

/** The kind among the given ones that an extension belongs to (any case, without the dot), or `undefined`. */
export function kindOfExtension(extension: string, permitted: readonly FileKind[] = fileKinds): FileKind | undefined {
  const sought = extension.toLowerCase()
  return permitted.find((one) => one.extension === sought || one.otherExtensions.includes(sought))
}

function kind(
  extension: string,
  label: string,
  mediaTypes: FileKind['mediaTypes'],
  show: FileKind['show'],
  { others = [], contents = [extension] }: { others?: readonly string[]; contents?: readonly string[] } = {},
): FileKind {
  return { extension, otherExtensions: others, label, mediaTypes, maxBytes: 200 * megabyte, show, contents }
}

function officeType(name: string): string {
  return `application/vnd.openxmlformats-officedocument.${name}`
}
