import type { BundleFact, CaseEvent, LevelFact } from './case-event.ts'

type Sentences = { [K in CaseEvent['kind']]: (event: CaseEvent & { readonly kind: K }) => string }

const levelNames: Record<LevelFact, string> = { public: 'público', restricted: 'restrito', confidential: 'sigiloso' }

const bundleNames: Record<BundleFact, string> = {
  signature: 'bloco de assinatura',
  meeting: 'bloco de reunião',
  internal: 'bloco interno',
}

/** The sentence that people read. Total: a kind of event without a sentence does not compile. */
const sentences: Sentences = {
  'case-opened': (e) => `Processo ${levelNames[e.level]} iniciado: ${e.type}.`,
  'case-received': () => 'Processo recebido na unidade.',
  'case-sent': (e) =>
    `Processo enviado para ${e.to}${e.keptOpen ? ', mantido aberto na unidade' : ''}${e.returnDue ? `, com retorno até ${brazilianDate(e.returnDue)}` : ''}.`,
  'case-recalled': (e) => `Envio desfeito antes de ser aberto: o processo voltou de ${e.from}.`,
  'case-concluded': (e) =>
    e.automatic ? 'Processo concluído na unidade ao ser enviado.' : 'Processo concluído na unidade.',
  'case-reopened': () => 'Processo reaberto na unidade.',
  'case-assigned': (e) => `Processo atribuído a ${e.to}.`,
  'case-unassigned': () => 'Atribuição do processo removida.',
  'case-type-changed': (e) => `Tipo do processo alterado de “${e.from}” para “${e.to}”.`,
  'case-data-changed': (e) => `Dados do processo alterados: ${e.fields}.`,
  'case-classes-changed': (e) => `Classificação alterada de “${e.from}” para “${e.to}”.`,
  'case-level-changed': (e) =>
    `Nível de acesso do processo alterado de ${levelNames[e.from]} para ${levelNames[e.to]}${e.basis ? ` (${e.basis})` : ''}.`,
  'case-legal-basis-changed': (e) => `Hipótese legal do processo alterada de “${e.from}” para “${e.to}”.`,
  'effective-level-changed': (e) =>
    `Nível de acesso global do processo passou de ${levelNames[e.from]} a ${levelNames[e.to]}.`,
  'case-deleted': (e) => `Processo ${e.number} excluído.`,
  'case-suspended': (e) =>
    `Processo sobrestado${e.linkedTo ? `, vinculado ao processo ${e.linkedTo}` : ''}. Motivo: ${e.reason}`,
  'case-resumed': () => 'Sobrestamento do processo removido.',
  'case-related': (e) => `Processo relacionado ao processo ${e.other}.`,
  'case-unrelated': (e) => `Relação com o processo ${e.other} removida.`,
  'annexed-to': (e) => `Processo anexado ao processo ${e.principal}.`,
  'annexation-received': (e) => `Processo ${e.annexed} anexado a este.`,
  'annexation-undone': (e) => `Anexação com o processo ${e.other} desfeita. Motivo: ${e.reason}`,
  'case-blocked': (e) => `Processo bloqueado. Motivo: ${e.reason}`,
  'case-unblocked': () => 'Processo desbloqueado.',
  'manual-entry': (e) => e.text,
  'document-created': (e) => `Documento ${e.document} elaborado.`,
  'document-included': (e) =>
    `Documento externo ${e.document} incluído (${e.file})${e.by ? ` pela unidade ${e.by} para a unidade ${e.for}` : ''}.`,
  'email-sent': (e) =>
    `${e.document} enviado a ${e.recipients === 1 ? 'um destinatário' : `${e.recipients} destinatários`}${e.attachments === 0 ? '' : e.attachments === 1 ? ', com um anexo' : `, com ${e.attachments} anexos`}.`,
  'circular-made': (e) =>
    `Circular gerada a partir do documento ${e.document}: ${e.documents === 1 ? 'um documento' : `${e.documents} documentos`} no bloco de assinatura ${e.bundle}.`,
  'document-redacted': (e) =>
    `Documento ${e.document} elaborado como versão com tarjas do documento ${e.original}. Fundamento: ${e.basis}`,
  'file-replaced': (e) => `Arquivo do documento ${e.document} substituído (${e.file}).`,
  'document-saved': (e) => `Versão ${e.version} do documento ${e.document} salva.`,
  'version-restored': (e) => `Versão ${e.from} do documento ${e.document} recuperada como versão ${e.version}.`,
  'document-signed': (e) =>
    `Assinatura de ${e.signer}, ${e.capacity}, no documento ${e.document}${e.inSessionOf ? `, na sessão de ${e.inSessionOf}` : ''}.`,
  'signatures-withdrawn': (e) =>
    `Documento ${e.document} alterado depois de assinado: ${e.count === 1 ? 'a assinatura perdeu o efeito' : `${e.count} assinaturas perderam o efeito`}.`,
  'copy-certified': (e) =>
    `Autenticação de ${e.signer}, ${e.capacity}, no documento ${e.document}, depois de conferência com o original.`,
  'document-locked': (e) => `Documento ${e.document} não pode mais ser alterado: ${e.cause}.`,
  'document-data-changed': (e) => `Dados do documento ${e.document} alterados: ${e.fields}.`,
  'document-level-changed': (e) =>
    `Nível de acesso do documento ${e.document} alterado de ${levelNames[e.from]} para ${levelNames[e.to]}${e.basis ? ` (${e.basis})` : ''}.`,
  'document-deleted': (e) => `Documento ${e.document} excluído.`,
  'document-cancelled': (e) =>
    `Documento ${e.document} cancelado${e.term ? `, conforme o termo ${e.term}` : ''}. Motivo: ${e.reason}`,
  'document-moved-away': (e) => `Documento ${e.document} movido para o processo ${e.other}. Motivo: ${e.reason}`,
  'document-moved-here': (e) => `Documento ${e.document} recebido do processo ${e.other}. Motivo: ${e.reason}`,
  'document-recovered': (e) => `Documento ${e.document} recuperado da lixeira.`,
  'tree-reordered': () => 'Ordem dos documentos alterada.',
  'credential-granted': (e) => `Credencial de acesso concedida a ${e.to}, na unidade ${e.unit}.`,
  'credential-revoked': (e) => `Credencial de acesso de ${e.from}, na unidade ${e.unit}, cassada.`,
  'credential-renounced': () => 'Credencial de acesso renunciada.',
  'deadline-set': (e) => `Prazo da unidade para ${brazilianDate(e.due)}${e.time ? `, às ${e.time}` : ''}: ${e.text}`,
  'deadline-changed': (e) =>
    e.from === e.to
      ? `Prazo da unidade para ${brazilianDate(e.to)} alterado: ${e.text}`
      : `Prazo da unidade alterado de ${brazilianDate(e.from)} para ${brazilianDate(e.to)}: ${e.text}`,
  'deadline-concluded': (e) => `Prazo da unidade para ${brazilianDate(e.due)} cumprido: ${e.text}`,
  'deadline-reopened': (e) => `Prazo da unidade para ${brazilianDate(e.due)} reaberto: ${e.text}`,
  'deadline-deleted': (e) => `Prazo da unidade para ${brazilianDate(e.due)} excluído: ${e.text}`,
  'return-extended': (e) => `Retorno de ${e.unit} prorrogado de ${brazilianDate(e.from)} para ${brazilianDate(e.to)}.`,
  'return-excluded': (e) => `Retorno de ${e.unit} até ${brazilianDate(e.due)} dispensado.`,
  'reopening-scheduled': (e) => `Reabertura na unidade programada para ${brazilianDate(e.on)}.`,
  'reopening-cancelled': (e) => `Reabertura na unidade, programada para ${brazilianDate(e.on)}, cancelada.`,
  'case-reopened-on-schedule': (e) =>
    `Processo reaberto na unidade, como ${e.person} programou para ${brazilianDate(e.on)}.`,
  'bundle-included': (e) =>
    `${e.document ? `Documento ${e.document} incluído` : 'Processo incluído'} no ${bundleNames[e.bundleKind]} ${e.bundle}.`,
  'bundle-removed': (e) =>
    `${e.document ? `Documento ${e.document} retirado` : 'Processo retirado'} do ${bundleNames[e.bundleKind]} ${e.bundle}.`,
  'bundle-made-available': (e) => `${capital(bundleNames[e.bundleKind])} ${e.bundle} disponibilizado para ${e.to}.`,
  'bundle-cancelled': (e) => `Disponibilização do ${bundleNames[e.bundleKind]} ${e.bundle} cancelada.`,
  'bundle-returned': (e) => `${capital(bundleNames[e.bundleKind])} ${e.bundle} devolvido.`,
  'credential-transferred': (e) => `Credencial de acesso transferida a ${e.to}, na unidade ${e.unit}.`,
  'credential-renewed': (e) =>
    `Credencial de acesso de ${e.to}, na unidade ${e.unit}, renovada: processo reaberto ali.`,
  'credential-activated': (e) =>
    `Credencial de acesso ativada para ${e.to}, na unidade ${e.unit}, pelo acervo de sigilosos da unidade.`,
  'credential-cancelled': (e) =>
    `Credencial de acesso inativa de ${e.from}, na unidade ${e.unit}, cancelada pelo acervo de sigilosos da unidade.`,
  'signature-credential-granted': (e) =>
    `Credencial de assinatura do documento ${e.document} concedida a ${e.person}, na unidade ${e.unit}.`,
  'signature-credential-revoked': (e) =>
    `Credencial de assinatura do documento ${e.document}, de ${e.person} na unidade ${e.unit}, cassada.`,
  'comment-added': (e) => `Comentário escrito sobre ${aboutWhat(e)}.`,
  'comment-changed': (e) => `Comentário sobre ${aboutWhat(e)} alterado.`,
  'comment-deleted': (e) => `Comentário sobre ${aboutWhat(e)} excluído.`,
  'review-asked': (e) => `Revisão do documento ${e.document} pedida a ${e.reviewer}, na unidade ${e.unit}.`,
  'review-answered': (e) =>
    e.answer === 'approved'
      ? `Revisão do documento ${e.document}: versão ${e.version} aprovada.`
      : `Revisão do documento ${e.document}: versão ${e.version} devolvida com observações.`,
  'review-withdrawn': (e) => `Pedido de revisão do documento ${e.document} a ${e.reviewer} retirado.`,
  'review-reassigned': (e) =>
    `Revisão do documento ${e.document} passada de ${e.from} a ${e.to}, na unidade ${e.unit}.`,
  acknowledged: (e) =>
    e.annexed
      ? `Ciência do processo anexado ${e.annexed}.`
      : `Ciência ${e.document ? `do documento ${e.document}` : 'do processo'}.`,
  'case-duplicated': (e) => `Processo duplicado: a cópia é o processo ${e.other}.`,
  'duplicated-from': (e) => `Processo aberto como cópia do processo ${e.other}.`,
  'case-wrongly-opened': (e) =>
    `Processo encerrado por autuação indevida${e.term ? `, conforme o termo ${e.term}` : ''}. Motivo: ${e.reason}`,
  'awaited-resumed': (e) => `O processo ${e.other}, pelo qual este espera, deixou de estar sobrestado.`,
  'credential-moved': (e) =>
    `Credencial de acesso de ${e.to} transferida da unidade ${e.from} para ${e.unit}, que a sucedeu.`,
  'case-migrated': (e) =>
    `Processo migrado ${e.several ? 'das unidades' : 'da unidade'} ${e.from} para ${e.to} (${e.act}, processo ${e.caseNumber}).`,
  'publication-scheduled': (e) =>
    `Publicação do documento ${e.document} agendada para ${brazilianDate(e.on)}: ${e.vehicle}.`,
  'publication-changed': (e) =>
    `Agendamento da publicação do documento ${e.document} alterado: ${e.vehicle}, em ${brazilianDate(e.on)}.`,
  'document-published': (e) => `Documento ${e.document} publicado: ${e.vehicle}, em ${brazilianDate(e.on)}.`,
  'publication-prepared': (e) => `Documento ${e.document} destinado à publicação: ${e.vehicle}. A aprovar.`,
  'publication-approved': (e) => `Publicação do documento ${e.document} aprovada: ${e.vehicle}. A enviar.`,
  'publication-received': (e) => `Documento ${e.document} recebido pelo diário: ${e.vehicle}.`,
  'publication-checked': (e) =>
    e.differences === '0'
      ? `Publicação do documento ${e.document} conferida: ${e.vehicle}. Igual ao texto enviado.`
      : `Publicação do documento ${e.document} conferida: ${e.vehicle}. Pontos que diferem do texto enviado: ${e.differences}.`,
  'publication-sent': (e) => `Documento ${e.document} enviado para publicação: ${e.vehicle}.`,
  'publication-restated': (e) => `Resumo da publicação do documento ${e.document} alterado: ${e.vehicle}.`,
  'gazette-data-changed': (e) =>
    `Dados da publicação do documento ${e.document} em diário externo alterados: ${e.vehicle}.`,
  'publication-cancelled': (e) =>
    `Publicação do documento ${e.document} cancelada antes de sair: ${e.vehicle}. Motivo: ${e.reason}`,
  'publication-rejected': (e) =>
    `Publicação do documento ${e.document} devolvida pelo diário: ${e.vehicle}. Motivo: ${e.reason}`,
  'document-derived': (e) =>
    `Documento ${e.document} feito a partir do documento ${e.original}, como ${derivations[e.as]}.`,
  'case-archived': (e) =>
    `Processo arquivado nas classes ${e.classes}, conforme o termo ${e.term}. Motivo: ${e.reason}`,
  'case-unarchived': (e) => `Processo desarquivado, conforme o termo ${e.term}. Motivo: ${e.reason}`,
  'case-transferred': (e) =>
    `Processo ${e.phase === 'permanent' ? 'recolhido à guarda permanente' : 'transferido à fase intermediária'}, na unidade ${e.to}.`,
  'case-returned-from-archive': (e) => `Processo devolvido ao arquivo da unidade. Motivo: ${e.reason}`,
  'term-event-recorded': (e) => `Fato que inicia o prazo de guarda registrado: ${e.name}, em ${brazilianDate(e.on)}.`,
  'term-event-withdrawn': (e) => `Registro do fato ${e.name}, de ${brazilianDate(e.on)}, retirado.`,
  'disposal-suspended': (e) => `Destinação suspensa: o processo não pode ser eliminado. Motivo: ${e.reason}`,
  'disposal-released': (e) => `Suspensão da destinação encerrada. Motivo: ${e.reason}`,
  'case-listed': (e) => `Processo incluído na listagem de eliminação ${e.listing}.`,
  'case-unlisted': (e) =>
    `Processo retirado da listagem de eliminação ${e.listing}${e.reason ? `. Motivo: ${e.reason}` : '.'}`,
  'elimination-contested': (e) =>
    `Eliminação contestada na listagem ${e.listing}: o processo não será eliminado. Motivo: ${e.reason}`,
  'case-eliminated': (e) =>
    `Conteúdo de ${e.documents === 1 ? 'um documento eliminado' : `${e.documents} documentos eliminado`} pelo termo nº ${e.term}, conforme a listagem ${e.listing}. Ficam os dados, a árvore e este histórico.`,
  'letter-moved': (e) =>
    `Carta ${e.number}, do documento ${e.document}: ${letterSteps[e.step] ?? e.step}${letterDetails(e)}.`,
  'unmarked-file-taken': (e) => `Arquivo original do documento ${e.document} baixado sem marca de sigilo. ${e.why}`,
  'secrecy-certified': (e) => `Certidão de sigilo ${e.of ? `do documento ${e.of} ` : ''}incluída: ${e.document}.`,
  'case-exported': (e) =>
    `${e.format} do processo gerado com ${e.documents === 1 ? 'um documento' : `${e.documents} documentos`}.`,
}

const derivations = {
  rectification: 'retificação',
  republication: 'republicação',
  annotation: 'apostilamento',
  'final-version': 'versão final',
} as const

/** Tells an event as a sentence in Portuguese. */
export function tell(event: CaseEvent): string {
  const sentence = sentences[event.kind] as (event: CaseEvent) => string
  return sentence(event)
}

function aboutWhat({ document }: { readonly document?: string }): string {
  return document ? `o documento ${document}` : 'o processo'
}

function brazilianDate(localDate: string): string {
  const [year, month, day] = localDate.split('-')
  return `${day}/${month}/${year}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const letterSteps: Readonly<Record<string, string>> = {
  requested: 'postagem pedida',
  withdrawn: 'pedido de postagem retirado',
  posted: 'postada',
  delivered: 'entregue',
  returned: 'devolvida',
  lost: 'extraviada',
  'receipt-returned': 'o AR voltou',
  charged: 'o AR, que não voltou, foi cobrado dos Correios',
}

function letterDetails({ on, reason, receipt }: { on?: string; reason?: string; receipt?: string }): string {
  const day = on ? ` em ${brazilianDate(on)}` : ''
  return `${day}${reason ? ` (${reason})` : ''}${receipt ? `, juntado como documento ${receipt}` : ''}`
}
