import { h } from './elements.ts'
import type { Frame } from './frame.ts'
import type { SavingState } from './saving.ts'
import type { Settings } from './settings.ts'

/** The messages that stay while the text is not safe on the server, each with the way out. */
export function showWarnings(frame: Frame, settings: Settings, state: SavingState, settle: () => void): void {
  const signIn = h(
    'a',
    { href: settings.signInUrl, target: '_blank', rel: 'noopener' },
    'Entrar de novo (abre outra aba)',
  )
  const choose = h(
    'button',
    { type: 'button', class: 'button button--secondary button--small', onclick: settle },
    'Ver os dois textos e escolher',
  )
  const isUnsafe = 'kept' in state && !state.kept
  frame.warn(
    'signed-out',
    state.kind === 'signed-out'
      ? {
          text: 'Sua sessão terminou. O que você escreveu não se perdeu: entre de novo e continue aqui.',
          actions: [signIn],
        }
      : undefined,
  )
  frame.warn(
    'conflict',
    state.kind === 'conflict'
      ? { text: 'Outra pessoa salvou este documento enquanto você escrevia. Nada foi apagado.', actions: [choose] }
      : undefined,
  )
  frame.warn('refused', state.kind === 'refused' ? { text: state.message } : undefined)
  frame.warn(
    'unsafe',
    isUnsafe
      ? { text: 'Este navegador não pôde guardar o texto. Não feche a página antes de aparecer “Rascunho guardado”.' }
      : undefined,
  )
}
