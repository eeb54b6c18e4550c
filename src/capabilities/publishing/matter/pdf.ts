import type { Exporter } from './exporter.ts'

/** The house's own PDF of the document, as it stands: with letterhead, signatures and codes. */
export const pdfExporter: Exporter = {
  format: 'pdf',
  label: 'PDF do documento',
  hint: 'Com as assinaturas e os códigos de autenticidade, para conferência ou protocolo.',
  mediaType: 'application/pdf',
  delivery: 'file',
  make: (_, { pdf }) => pdf(),
}
