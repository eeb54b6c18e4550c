import type { SavingState } from './saving.ts'

/** `às 10:42` today, `em 12/05 às 10:42` on another day: the time as people say it. */
export function sayWhen(date: Date, now: Date = new Date()): string {
  const time = `às ${date.toLocaleTimeString('pt-BR', { hour: '2-digit', minute: '2-digit' })}`
  if (date.toDateString() === now.toDateString()) return time
  return `em ${date.toLocaleDateString('pt-BR', { day: '2-digit', month: '2-digit' })} ${time}`
}

/** How the saving stands, in one line. */
export function saySaving(state: SavingState): string {
  switch (state.kind) {
    case 'saved':
      return state.at ? `Salvo ${sayWhen(state.at)}` : 'Nada a salvar'
    case 'saving':
      return 'Salvando…'
    case 'unreachable':
      return `Sem conexão – ${sayKept(state.kept)}`
    case 'signed-out':
      return `Sua sessão terminou – ${sayKept(state.kept)}`
    case 'locked':
      return `Outra pessoa assumiu a edição – ${sayKept(state.kept)}`
    case 'conflict':
      return `Há dois textos diferentes – o seu está ${sayKept(state.kept)}`
    case 'refused':
      return `Não foi salvo no servidor – ${sayKept(state.kept)}`
  }
}

const sayKept = (kept: boolean): string =>
  kept ? 'guardado neste computador' : 'não feche esta página: o texto só existe nela'
