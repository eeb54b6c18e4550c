import { type Category, resources } from './resources.rules.ts'

export const categoryWords: Readonly<Record<Category, string>> = {
  general: 'Geral',
  access: 'Acessos e usuários externos',
  'case-files': 'Visualização de processos',
  documents: 'Visualização de documentos',
}

/** The name of a resource, also of one that an earlier program had. */
export function resourceName(key: string): string {
  return resources.find((resource) => resource.key === key)?.name ?? key
}
