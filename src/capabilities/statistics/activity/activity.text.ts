/** Kinds of events of the history as activities in a report; a kind without a name here is told as another activity. */
const names: Readonly<Record<string, string>> = {
  'case-opened': 'Processo iniciado',
  'case-received': 'Processo recebido',
  'case-sent': 'Processo enviado',
  'case-recalled': 'Envio desfeito',
  'case-concluded': 'Processo concluído',
  'case-reopened': 'Processo reaberto',
  'case-assigned': 'Processo atribuído',
  'case-unassigned': 'Atribuição removida',
  'case-type-changed': 'Tipo do processo alterado',
  'case-data-changed': 'Dados do processo alterados',
  'case-classes-changed': 'Classificação alterada',
  'case-level-changed': 'Nível de acesso alterado',
  'case-legal-basis-changed': 'Hipótese legal alterada',
  'effective-level-changed': 'Nível de acesso global alterado',
  'case-suspended': 'Processo sobrestado',
  'case-resumed': 'Sobrestamento removido',
  'case-related': 'Processo relacionado',
  'case-unrelated': 'Relação removida',
  'annexed-to': 'Processo anexado',
  'annexation-received': 'Anexo recebido',
  'annexation-undone': 'Anexação desfeita',
  'case-blocked': 'Processo bloqueado',
  'case-unblocked': 'Processo desbloqueado',
  'manual-entry': 'Andamento incluído',
  'document-created': 'Documento elaborado',
  'document-included': 'Documento externo incluído',
  'file-replaced': 'Arquivo substituído',
  'document-saved': 'Versão de documento salva',
  'version-restored': 'Versão recuperada',
  'document-signed': 'Documento assinado',
  'signatures-withdrawn': 'Assinaturas sem efeito',
  'copy-certified': 'Cópia autenticada',
  'document-locked': 'Documento protegido',
  'document-data-changed': 'Dados de documento alterados',
  'document-level-changed': 'Nível de documento alterado',
  'document-deleted': 'Documento excluído',
  'document-cancelled': 'Documento cancelado',
  'tree-reordered': 'Documentos reordenados',
  'case-exported': 'Processo exportado',
}

/** What stands for all that was done in confidential case files. */
export const confidentialActivity = 'Em processos sigilosos (todas as atividades)'

/** The name of an activity; those in confidential case files come without a kind. */
export function nameActivity(kind: string | null): string {
  return kind === null ? confidentialActivity : (names[kind] ?? 'Outra atividade')
}
