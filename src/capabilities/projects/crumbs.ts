import type { Crumb } from '../../ui/index.ts'

/** The way to a page of the projects. */
export function projectCrumbs(href: (path: string) => string, ...further: readonly Crumb[]): readonly Crumb[] {
  return [{ label: 'Mesa', href: href('/mesa') }, { label: 'Projetos', href: href('/projetos') }, ...further]
}
