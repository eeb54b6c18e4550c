/** Why dictating ended, or did not begin. */
export type Ending =
  | 'asked'
  | 'locked'
  | 'not-mine'
  | 'left'
  | 'refused'
  | 'no-microphone'
  | 'silence'
  | 'gone'
  | 'not-installed'
  | 'failed'

const sentences: Readonly<Record<Ending, string>> = {
  asked: 'O ditado parou.',
  locked: 'O ditado parou: este trecho é fixo do modelo e não pode ser alterado.',
  'not-mine': 'O ditado parou: agora você não pode escrever neste documento.',
  left: 'O ditado parou porque você saiu desta página.',
  refused:
    'O navegador não permitiu o microfone. Para ditar, permita o microfone para este endereço nas configurações do navegador e acione “Ditar” de novo.',
  'no-microphone': 'Nenhum microfone foi encontrado neste computador. Ligue um microfone e acione “Ditar” de novo.',
  silence: 'O ditado parou porque nada foi ouvido. Acione “Ditar” para continuar.',
  gone: 'Este navegador não oferece agora o reconhecimento de voz em português neste computador.',
  'not-installed':
    'O navegador não conseguiu instalar o reconhecimento de voz neste computador. Tente de novo mais tarde.',
  failed: 'O ditado parou por uma falha do navegador. O que já foi escrito continua no texto.',
}

export const explainEnding = (ending: Ending): string => sentences[ending]

/** What the browser calls its trouble, in our words. What is not known here is a failure like others. */
export function endingOf(error: string): Ending {
  const endings: Readonly<Record<string, Ending>> = {
    'not-allowed': 'refused',
    'service-not-allowed': 'refused',
    'audio-capture': 'no-microphone',
    'no-speech': 'silence',
    'language-not-supported': 'gone',
    aborted: 'asked',
  }
  return endings[error] ?? 'failed'
}

export const installing =
  'O navegador está instalando o reconhecimento de voz em português. Isto acontece uma vez só neste computador.'
export const listening = 'Ditando: pode falar. Esc ou “Ditar” encerra.'
export const finishing = 'Terminando de escrever…'
