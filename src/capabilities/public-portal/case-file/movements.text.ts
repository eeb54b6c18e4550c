import { maskCpfs } from '../mask-cpfs.rules.ts'

/**
 * What the public reads of each kind of event. Other kinds are not shown: they name people, give reasons in free words,
 * or tell of other case files.
 */
const sentences: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'case-opened': () => 'Processo iniciado.',
  'case-sent': ({ to }) => `Processo enviado para ${String(to)}.`,
  'case-recalled': () => 'Envio desfeito antes de ser aberto no destino.',
  'case-received': () => 'Processo recebido na unidade.',
  'case-concluded': () => 'Processo concluído na unidade.',
  'case-reopened': () => 'Processo reaberto na unidade.',
  'case-suspended': () => 'Processo sobrestado.',
  'case-resumed': () => 'Processo voltou a tramitar: o sobrestamento terminou.',
  'annexed-to': () => 'Processo anexado a outro processo.',
  'annexation-received': () => 'Outro processo foi anexado a este.',
  'annexation-undone': () => 'Anexação desfeita.',
  'document-included': ({ document }) => `Documento ${String(document)} incluído.`,
  'document-signed': ({ document }) => `Assinatura registrada no documento ${String(document)}.`,
  'document-published': ({ document, vehicle }) => `Documento ${String(document)} publicado: ${String(vehicle)}.`,
  'copy-certified': ({ document }) => `Cópia ${String(document)} conferida com o original.`,
}

/** The kinds of events that the public may read. */
export const publicKinds = Object.keys(sentences)

/** An event as the public reads it: without names of people. */
export function tellPublicly(kind: string, facts: Readonly<Record<string, unknown>>): string {
  return maskCpfs(sentences[kind]?.(facts) ?? '')
}
