import type { MailKind } from '../../../platform/outbox/index.ts'

/** The e-mail that tells a unit that what its case file waits for goes on (PRO-172). It never names what is awaited. */
export const awaitedResumedMail: MailKind<'numero'> = {
  name: 'awaited-resumed',
  title: 'Fim de sobrestamento',
  reason: 'fim de sobrestamento',
  about: 'Vai para os e-mails da unidade cujo processo espera por outro, quando o outro deixa de estar sobrestado.',
  variables: { numero: { about: 'Número do processo que espera', example: '00110.000123/2027-45' } },
  subject: 'Processo @numero@: o processo que ele espera deixou de estar sobrestado',
  body: [
    'O processo @numero@ está sobrestado nesta unidade, à espera de outro processo, que deixou de estar sobrestado.',
    '',
    'O sobrestamento não foi removido: veja em “Sobrestados” se já é o caso.',
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}
