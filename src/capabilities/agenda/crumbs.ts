import type { Crumb } from '../../ui/index.ts'

/** The way to a page of the agenda. */
export function agendaCrumbs(href: (path: string) => string, ...further: readonly Crumb[]): readonly Crumb[] {
  return [{ label: 'Mesa', href: href('/mesa') }, { label: 'Agenda', href: href('/agenda') }, ...further]
}
