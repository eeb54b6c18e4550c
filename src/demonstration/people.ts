export interface DemoPersonToRegister {
  readonly login: string
  readonly name: string
  readonly agency: string
  /** Units by acronym, the first being where the person begins. */
  readonly units: readonly string[]
  readonly profiles: readonly string[]
  /** Capacity when signing. */
  readonly capacity: string
  /** What the sign-in page says of the person; absent: not offered there. */
  readonly role?: string
}

/** Invented people, each with a role in the stories. */
export const people: readonly DemoPersonToRegister[] = [
  {
    login: 'marina.protocolo',
    name: 'Marina Dantas',
    agency: 'SET/RN',
    units: ['PROT-GS'],
    profiles: ['Básico', 'Avaliação de documentos'],
    capacity: 'Chefe do Protocolo',
    role: 'Protocolo',
  },
  {
    login: 'tadeu.gabinete',
    name: 'Tadeu Bezerra',
    agency: 'SET/RN',
    units: ['GS', 'PROT-GS'],
    profiles: ['Básico', 'Publicador', 'Presidência da CPAD'],
    capacity: 'Chefe de Gabinete',
    role: 'Chefe de Gabinete',
  },
  {
    login: 'ana.assessora',
    name: 'Ana Lúcia Freire',
    agency: 'SET/RN',
    units: ['ASSEG', 'GS'],
    profiles: ['Básico'],
    capacity: 'Assessor Técnico',
    role: 'Assessora',
  },
  {
    login: 'bento.apoio',
    name: 'Bento Cavalcanti',
    agency: 'SET/RN',
    units: ['ASSEG'],
    profiles: ['Colaborador'],
    capacity: 'Assessor Técnico',
    role: 'Colaborador, não assina',
  },
  {
    login: 'helena.secretaria',
    name: 'Helena Martins',
    agency: 'SET/RN',
    units: ['GS'],
    profiles: ['Básico', 'Autoridade do órgão'],
    capacity: 'Secretário de Estado da Tributação',
    role: 'Secretária de Estado',
  },
  {
    login: 'carlos.cofic',
    name: 'Carlos Eduardo Lima',
    agency: 'SET/RN',
    units: ['COFIC'],
    profiles: ['Básico', 'Arquivamento'],
    capacity: 'Coordenador',
    role: 'Coordenador da Cofic',
  },
  {
    login: 'joana.cofic',
    name: 'Joana Medeiros',
    agency: 'SET/RN',
    units: ['COFIC'],
    profiles: ['Básico'],
    capacity: 'Analista de Atendimento',
  },
  {
    login: 'rui.gera',
    name: 'Rui Nogueira',
    agency: 'SET/RN',
    units: ['GERA'],
    profiles: ['Básico'],
    capacity: 'Gerente',
  },
  {
    login: 'adelia.admin',
    name: 'Adélia Rocha',
    agency: 'SET/RN',
    units: ['GS'],
    profiles: ['Administrador', 'Básico'],
    capacity: 'Assessor',
    role: 'Administradora',
  },
  {
    login: 'ivo.informatica',
    name: 'Ivo Pacheco',
    agency: 'SET/RN',
    units: ['GS'],
    profiles: ['Informática'],
    capacity: 'Assessor',
    role: 'Informática',
  },
  {
    login: 'paula.mp',
    name: 'Paula Siqueira',
    agency: 'MPRN',
    units: ['PGJ-PROT'],
    profiles: ['Básico'],
    capacity: 'Servidor do Protocolo',
    role: 'Protocolo do Ministério Público',
  },
  {
    login: 'davi.mg',
    name: 'Davi Resende',
    agency: 'SEPLAG/MG',
    units: ['SEI-MG', 'APM-SEI'],
    profiles: ['Básico'],
    capacity: 'Multiplicador',
    role: 'Multiplicador em Minas Gerais',
  },
  {
    login: 'lia.mg',
    name: 'Lia Fonseca',
    agency: 'SEPLAG/MG',
    units: ['APM-SEI', 'GAB'],
    profiles: ['Básico'],
    capacity: 'Arquivista',
  },
  {
    login: 'otavio.sp',
    name: 'Otávio Prado',
    agency: 'SF/SP',
    units: ['SP156', 'GAB'],
    profiles: ['Básico'],
    capacity: 'Analista',
    role: 'Atendimento SP156',
  },
  {
    login: 'rita.rj',
    name: 'Rita Carneiro',
    agency: 'SEPLAG/RJ',
    units: ['GABSEC', 'PROTGER'],
    profiles: ['Básico'],
    capacity: 'Ponto Focal',
    role: 'Ponto focal no Rio de Janeiro',
  },
]
