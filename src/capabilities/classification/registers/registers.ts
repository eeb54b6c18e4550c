/** The registers of this capability, as addresses, titles and confirmations name them. */
export const registers = {
  caseTypes: {
    table: 'classification.case_type',
    changes: 'case-type',
    path: '/tipos-de-processo',
    title: 'Tipos de processo',
    name: 'tipo de processo',
    off: 'Ninguém mais abre processos deste tipo. Os que existem continuam como estão.',
  },
  documentTypes: {
    table: 'classification.document_type',
    changes: 'document-type',
    path: '/tipos-de-documento',
    title: 'Tipos de documento',
    name: 'tipo de documento',
    off: 'Ninguém mais inclui documentos deste tipo. Os que existem continuam como estão.',
  },
  recordClasses: {
    table: 'classification.record_class',
    changes: 'record-class',
    path: '/classes',
    title: 'Classes (assuntos)',
    name: 'classe',
    off: 'A classe não é mais oferecida. Processos classificados nela continuam nela.',
  },
  legalBases: {
    table: 'classification.legal_basis',
    changes: 'legal-basis',
    path: '/hipoteses-legais',
    title: 'Hipóteses legais',
    name: 'hipótese legal',
    off: 'A hipótese não é mais oferecida. Onde foi usada, continua valendo.',
  },
  conferenceKinds: {
    table: 'classification.conference_kind',
    changes: 'conference-kind',
    path: '/especies-de-conferencia',
    title: 'Espécies de conferência',
    name: 'espécie de conferência',
    off: 'A espécie não é mais oferecida. Documentos conferidos assim continuam como estão.',
  },
} as const

export type Register = keyof typeof registers
