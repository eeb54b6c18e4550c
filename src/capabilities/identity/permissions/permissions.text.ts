import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { GrantRefusal } from './grant-profile.rules.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainGrant(refusal: GrantRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'already-granted':
      return { field: 'perfil', message: 'A pessoa já tem este perfil neste lugar em parte desses dias.' }
    case 'ends-before-start':
      return { field: 'ate', message: 'O último dia vem antes do primeiro. Corrija um dos dois.' }
    case 'over-already':
      return { field: 'ate', message: 'O último dia já passou: a permissão não teria efeito.' }
    case 'beyond-reach':
      return {
        field: 'alcance',
        message: 'O alcance é maior do que o seu, e ninguém dá mais do que tem. Escolha um alcance menor.',
      }
  }
}

/** A grant in one line, for the history of who has it: `Básico em GS (SET/RN), desde 22/11/2026`. */
export function tellGrant(
  { profile, place, tellsReach }: { readonly profile: string; readonly place: string; readonly tellsReach: boolean },
  grant: {
    readonly extendsToSubunits: boolean
    readonly administers: 'unit' | 'agency' | 'installation'
    readonly from: LocalDate
    readonly until: LocalDate | undefined
  },
): string {
  const day = (date: LocalDate) => date.split('-').reverse().join('/')
  return [
    `${profile} em ${place}${grant.extendsToSubunits ? ' e subunidades' : ''}`,
    `desde ${day(grant.from)}${grant.until ? ` até ${day(grant.until)}` : ''}`,
    ...(grant.administers === 'installation' ? ['alcance em toda a instalação'] : []),
    ...(tellsReach && grant.administers === 'unit' ? ['alcance na unidade e nas que estão abaixo dela'] : []),
  ].join(', ')
}
