interface Unpublished {
  readonly document: { readonly signatureCount: number; readonly level: 'public' | 'restricted' | 'confidential' }
  /** Where it would be published first. */
  readonly vehicle: string
  readonly unit: string
  readonly mayPublish: boolean
}

/** In one sentence: what is missing for the document to be published, and who publishes. */
export function tellUnpublished({ document, vehicle, unit, mayPublish }: Unpublished): string {
  const missing = [
    ...(document.signatureCount === 0 ? ['assinar o documento'] : []),
    ...(document.level === 'public' ? [] : ['deixar público o nível de acesso dele']),
  ]
  const who = mayPublish
    ? 'você'
    : `quem tem o perfil Publicador na unidade ${unit}. Para pedir, atribua o processo a essa pessoa`
  if (missing.length === 0) {
    return mayPublish
      ? `Ainda não publicado: você pode publicar este documento (${vehicle}).`
      : `Ainda não publicado: quem publica este documento (${vehicle}) é ${who}.`
  }
  return `Ainda não publicado: falta ${missing.join(' e ')}; depois, quem publica (${vehicle}) é ${who}.`
}
