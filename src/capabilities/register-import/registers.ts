import { caseTypesImport, documentTypesImport, recordClassesImport } from '../classification/index.ts'
import { permissionsImport, usersImport } from '../identity/index.ts'
import { agenciesImport, type RegisterImport, unitsImport } from '../organization/index.ts'
import { contactsImport } from '../people/index.ts'

/** A register that files may bring in, with its names. */
export interface ImportableRegister extends RegisterImport {
  /** In the table of imports. */
  readonly name: string
  /** In addresses and forms. */
  readonly slug: string
  readonly title: string
}

/** In the order in which an installation is filled: what others point to comes first. */
export const importableRegisters: readonly ImportableRegister[] = [
  { ...agenciesImport, name: 'agencies', slug: 'orgaos', title: 'Órgãos' },
  { ...unitsImport, name: 'units', slug: 'unidades', title: 'Unidades' },
  { ...usersImport, name: 'users', slug: 'usuarios', title: 'Usuários' },
  { ...permissionsImport, name: 'permissions', slug: 'permissoes', title: 'Permissões' },
  { ...contactsImport, name: 'contacts', slug: 'contatos', title: 'Contatos' },
  { ...recordClassesImport, name: 'record-classes', slug: 'classes', title: 'Classes (assuntos)' },
  { ...caseTypesImport, name: 'case-types', slug: 'tipos-de-processo', title: 'Tipos de processo' },
  { ...documentTypesImport, name: 'document-types', slug: 'tipos-de-documento', title: 'Tipos de documento' },
]
