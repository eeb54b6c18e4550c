import type { Omission } from './conversion.rules.ts'

/** Why a document is not in a copy, as a sentence. */
export const omissionSentences: { readonly [reason in Omission]: string } = {
  audio: 'É um arquivo de áudio.',
  video: 'É um arquivo de vídeo.',
  archive: 'É um arquivo compactado.',
  cancelled: 'O documento foi cancelado.',
  'draft-of-another-unit': 'É minuta de outra unidade.',
  'no-access': 'Esta unidade não tem acesso ao conteúdo.',
  unsupported: 'O formato do arquivo não pode virar PDF.',
  damaged: 'O arquivo está danificado e não pôde ser lido.',
  missing: 'O arquivo não foi encontrado no acervo.',
  encrypted: 'O arquivo está protegido por senha.',
  'too-large': 'O arquivo é grande demais para caber nesta cópia.',
}
