import type { MailKind } from '../../../platform/outbox/index.ts'
import type { Exporter } from './exporter.ts'
import { type Matter, textOfMatter } from './matter.ts'

/** A matter on its way to the e-mail of a gazette. */
export const gazetteMatterMail: MailKind<'documento' | 'edicao' | 'unidade' | 'texto' | 'resumo'> = {
  name: 'gazette-matter',
  title: 'Matéria para publicação em diário',
  reason: 'matéria para o diário',
  about: 'Vai para o e-mail do diário, quando quem envia uma matéria escolhe mandar por e-mail.',
  variables: {
    documento: { about: 'Tipo e número do documento', example: 'Portaria 12/2026 (0000123)' },
    edicao: { about: 'Dia da edição pretendida', example: '25/11/2026' },
    unidade: { about: 'Sigla da unidade do documento', example: 'GS' },
    texto: { about: 'O texto assinado e quem assinou', example: 'O SECRETÁRIO DE ESTADO DA TRIBUTAÇÃO…' },
    resumo: { about: 'SHA-256 do texto enviado', example: '9f86d081884c7d65…' },
  },
  subject: 'Matéria para publicação: @documento@ (@unidade@)',
  body: [
    'Solicitamos a publicação da matéria abaixo na edição de @edicao@.',
    ...['', '##ATO @documento@', '##TEX', '@texto@', '##FIM', '', 'Resumo SHA-256 do texto: @resumo@'],
  ].join('\n'),
  needs: ['texto'],
  mayBeOff: false,
}

/** The text between marks, in the body of an e-mail. */
export const mailExporter: Exporter = {
  format: 'email',
  label: 'E-mail ao diário',
  hint: 'O texto vai no corpo da mensagem, entre marcas.',
  mediaType: 'text/plain; charset=utf-8',
  delivery: 'mail',
  make: async (matter) => new TextEncoder().encode(mailTextOf(matter)),
  read: (body) => body.slice(body.indexOf('##TEX\n') + 6, body.lastIndexOf('\n##FIM')),
}

/** The words of the matter as they stand in the message. */
export const mailTextOf = (matter: Pick<Matter, 'lines' | 'signers'>): string => textOfMatter(matter)
