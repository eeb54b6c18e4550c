import type { Kept, SavingState } from './saving.ts'

/** The clock of the pages around the editor, wherever the computer believes to be. */
const timeZone = 'America/Sao_Paulo'
const clock = new Intl.DateTimeFormat('pt-BR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('pt-BR', { timeZone, day: '2-digit', month: '2-digit' })
const wholeDay = new Intl.DateTimeFormat('pt-BR', { timeZone, dateStyle: 'short' })

/** `às 10:42` today, `em 12/05 às 10:42` on another day: the time as people say it. */
export function sayWhen(date: Date, now: Date = new Date()): string {
  const time = `às ${clock.format(date)}`
  return wholeDay.format(date) === wholeDay.format(now) ? time : `em ${day.format(date)} ${time}`
}

/** How the saving stands, in one line. */
export function saySaving(state: SavingState): string {
  switch (state.kind) {
    case 'saved':
      return saySaved(state.as, state.at)
    case 'saving':
      return 'Guardando…'
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

/** A draft is not yet in the document: only a version is, and only a version can be signed. */
function saySaved(as: Kept, at: Date | undefined): string {
  if (!at) return 'Nada a salvar'
  if (as.kind === 'version') return `${sayVersion(as.number)} ${sayWhen(at)}`
  const rest = as.after === undefined ? '' : `; a versão ${as.after} continua salva`
  return `Rascunho guardado ${sayWhen(at)}${rest}`
}

/** `Versão 3 salva`. */
export function sayVersion(number: string | undefined): string {
  return number === undefined ? 'Versão salva' : `Versão ${number} salva`
}

const sayKept = (kept: boolean): string =>
  kept ? 'guardado neste computador' : 'não feche esta página: o texto só existe nela'
