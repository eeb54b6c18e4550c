/** Password of everybody in the test world. */
export const password = 'uma senha de teste'

/** The units: two agencies, one with a hierarchy. `slug` follows from agency and acronym. */
export const units = [
  { agency: 'SET/RN', acronym: 'GS', name: 'Gabinete do Secretário', numberCode: '00110', parent: undefined },
  { agency: 'SET/RN', acronym: 'PROT', name: 'Protocolo', numberCode: '00111', parent: 'GS', isMailroom: true },
  { agency: 'SET/RN', acronym: 'ASSES', name: 'Assessoria', numberCode: '00112', parent: 'GS' },
  {
    agency: 'SET/RN',
    acronym: 'COFIC',
    name: 'Coordenadoria de Integração Fisco-Contribuinte',
    numberCode: '00113',
    parent: 'GS',
  },
  { agency: 'SEPLAG/RJ', acronym: 'GABSEC', name: 'Gabinete', numberCode: '0001', parent: undefined },
] as const

/** Slugs of the units in addresses. */
export const at = {
  gs: 'set-rn-gs',
  prot: 'set-rn-prot',
  asses: 'set-rn-asses',
  cofic: 'set-rn-cofic',
  rj: 'seplag-rj-gabsec',
} as const

/** The people, named by what they are. All have the same password. */
export const people = [
  { login: 'marina', name: 'Marina Protocolista', agency: 'SET/RN', units: ['PROT'], profiles: ['Básico'] },
  { login: 'paulo', name: 'Paulo Protocolista', agency: 'SET/RN', units: ['PROT'], profiles: ['Básico'] },
  { login: 'ana', name: 'Ana Assessora', agency: 'SET/RN', units: ['ASSES', 'GS'], profiles: ['Básico'] },
  { login: 'beto', name: 'Beto Colaborador', agency: 'SET/RN', units: ['ASSES'], profiles: ['Colaborador'] },
  { login: 'secretaria', name: 'Sônia Secretária de Estado', agency: 'SET/RN', units: ['GS'], profiles: ['Básico'] },
  { login: 'carla', name: 'Carla Coordenadora', agency: 'SET/RN', units: ['COFIC'], profiles: ['Básico'] },
  { login: 'rita', name: 'Rita do Rio', agency: 'SEPLAG/RJ', units: ['GABSEC'], profiles: ['Básico'] },
  {
    login: 'admin',
    name: 'Adão Administrador',
    agency: 'SET/RN',
    units: ['GS'],
    profiles: ['Administrador', 'Básico'],
  },
  { login: 'ivo', name: 'Ivo da Informática', agency: 'SET/RN', units: ['GS'], profiles: ['Informática'] },
  {
    login: 'acervo',
    name: 'Alice do Acervo',
    agency: 'SET/RN',
    units: ['GS'],
    profiles: ['Acervo de Sigilosos da Unidade'],
  },
] as const

export type Login = (typeof people)[number]['login']
