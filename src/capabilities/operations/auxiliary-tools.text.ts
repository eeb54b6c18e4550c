interface Found {
  readonly pdftotext: boolean
  readonly pdftoppm: boolean
  readonly tesseract: boolean
}

/** Programs that the system uses where they are found, and what is lost without each. */
export function auxiliaryTools(found: Found): readonly { name: string; present: boolean; without: string }[] {
  return [
    { name: 'pdftotext', present: found.pdftotext, without: 'O texto dos PDFs é lido por um meio mais lento.' },
    {
      name: 'pdftoppm',
      present: found.pdftoppm,
      without:
        'De PDFs digitalizados só se reconhece o texto que está em imagens, e não se faz versão com tarjas de PDF.',
    },
    {
      name: 'tesseract',
      present: found.tesseract,
      without:
        'O texto de imagens e digitalizações é reconhecido por um meio mais lento, e o de imagens TIFF não é lido.',
    },
  ]
}
