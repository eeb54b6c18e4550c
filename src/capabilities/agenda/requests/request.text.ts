import type { IconName, Tone } from '../../../ui/index.ts'
import type { Channel, RequestState } from './request.ts'

export const channelWords: Readonly<Record<Channel, string>> = {
  phone: 'Telefone',
  'in-person': 'Presencial',
  email: 'E-mail',
}

export const requestStateWords: Readonly<Record<RequestState, { word: string; tone: Tone; icon: IconName }>> = {
  requested: { word: 'Solicitado', tone: 'warning', icon: 'receive' },
  'under-analysis': { word: 'Em análise', tone: 'info', icon: 'search' },
  accepted: { word: 'Aceito', tone: 'success', icon: 'check' },
  redirected: { word: 'Encaminhado a outra unidade', tone: 'neutral', icon: 'send' },
  refused: { word: 'Recusado', tone: 'neutral', icon: 'cancel' },
}
