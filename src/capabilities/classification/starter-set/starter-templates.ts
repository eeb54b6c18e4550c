import { doc, p, type RichText, section } from '../../../rich-text/index.ts'

/** The first text of common kinds of documents: the letterhead above, the address below, and a body to be filled in. */
export function starterTemplate(
  body: string,
  options: { readonly place?: boolean; readonly addressee?: boolean } = {},
): RichText {
  const place = options.place ? [section('local', 'body', [p('@cidade@, @data_por_extenso@.', 'right')])] : []
  const addressee = options.addressee
    ? [
        section('destinatario', 'body', [
          p('@destinatario_tratamento@', 'addressee'),
          p('@destinatario_nome@', 'addressee'),
          p('@destinatario_cargo@', 'addressee'),
          p('@destinatario_endereco@', 'addressee'),
        ]),
      ]
    : []
  return doc(
    section('cabecalho', 'header', [p('@orgao@', 'letterhead'), p('@unidade@', 'letterhead')], { locked: true }),
    section('titulo', 'title', [p('@tipo_documento@ @numero_documento@', 'documentTitle')], { locked: true }),
    ...place,
    ...addressee,
    section('corpo', 'body', body),
    section('rodape', 'footer', [p('@endereco_unidade@', 'smallPrint')], { locked: true }),
  )
}
