import type { FileKindRefusal } from './detect-kind.ts'
import { type FileKind, fileKinds } from './file-kind.ts'

/** The reason in plain Portuguese: what is wrong and, where there is one, the way out. */
export function explainFileKind(refusal: FileKindRefusal): string {
  switch (refusal.reason) {
    case 'empty-file':
      return 'O arquivo está vazio. Confira se ele foi salvo e escolha-o de novo.'
    case 'executable':
      return 'Programas e arquivos que contêm programas não são aceitos.'
    case 'active-image':
      return 'Imagens SVG não são aceitas, porque podem conter comandos. Salve a imagem em PNG ou PDF e envie de novo.'
    case 'macros':
      return 'O arquivo contém macros. Salve-o sem macros (DOCX, XLSX, PPTX ou PDF) e envie de novo.'
    case 'mixed-content':
      return 'Há outro conteúdo antes do início do PDF. Gere o PDF novamente e envie de novo.'
    case 'no-extension':
      return `O nome do arquivo não tem extensão. Extensões permitidas: ${permittedList(refusal.permitted)}.`
    case 'extension-not-permitted':
      return `Arquivos .${refusal.extension} não são aceitos. Extensões permitidas: ${permittedList(refusal.permitted)}.`
    case 'content-differs':
      return explainContent(refusal.extension, refusal.found)
    case 'declared-otherwise':
      return `O nome termina em .${refusal.extension}, mas o navegador informou outro tipo: ${refusal.declared.label}. Confira o arquivo e envie de novo.`
  }
}

/** The permitted extensions in alphabetical order, for help texts: “csv, docx, gif e htm”. */
export function permittedList(permitted: readonly FileKind[] = fileKinds): string {
  const extensions = permitted.flatMap((kind) => [kind.extension, ...kind.otherExtensions])
  return new Intl.ListFormat('pt-BR', { type: 'conjunction' }).format(extensions.sort())
}

function explainContent(extension: string, found: FileKind | undefined): string {
  return found
    ? `O nome termina em .${extension}, mas o conteúdo é outro: ${found.label}. Corrija a extensão ou salve o arquivo no formato .${extension}.`
    : `O nome termina em .${extension}, mas o conteúdo não é desse formato, ou o arquivo está danificado ou protegido por senha. Salve-o de novo e tente outra vez.`
}
