/** What the page tells the editor, in `data-` attributes of the form. */
export interface Settings {
  readonly contentUrl: string
  /** Without it the text can be read, not changed. */
  readonly draftUrl: string | undefined
  readonly versionUrl: string | undefined
  readonly signUrl: string | undefined
  readonly presenceUrl: string | undefined
  readonly takeOverUrl: string | undefined
  readonly imageUrl: string | undefined
  readonly textsUrl: string | undefined
  /** The page of the review of this text; without it there is no panel. */
  readonly reviewUrl: string | undefined
  /** Words of the button that makes a version, where it makes something else of the text. */
  readonly versionLabel: string
  /** The part that writes what is said; without it nothing is dictated. */
  readonly dictationUrl: string | undefined
  readonly signInUrl: string
  /** Whose text is kept in this browser: the key is made of document and user. */
  readonly documentKey: string
  readonly userKey: string
  readonly title: string
  readonly csrf: string
}

export function readSettings(form: HTMLFormElement): Settings | undefined {
  const { dataset } = form
  if (dataset.conteudoUrl === undefined) return undefined
  return {
    contentUrl: dataset.conteudoUrl,
    draftUrl: dataset.rascunhoUrl,
    versionUrl: dataset.versaoUrl,
    signUrl: dataset.assinarUrl,
    presenceUrl: dataset.presencaUrl,
    takeOverUrl: dataset.assumirUrl,
    imageUrl: dataset.imagemUrl,
    textsUrl: dataset.textosUrl,
    reviewUrl: dataset.revisaoUrl,
    versionLabel: dataset.versaoRotulo ?? 'Salvar versão',
    dictationUrl: dataset.ditadoUrl,
    signInUrl: dataset.entrarUrl ?? '/entrar',
    documentKey: dataset.documento ?? dataset.conteudoUrl,
    userKey: dataset.usuario ?? '',
    title: dataset.titulo ?? 'Documento',
    csrf: dataset.csrf ?? form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '',
  }
}
