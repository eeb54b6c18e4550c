import { splitKey } from './canonical-record.rules.ts'
import type { Tampering } from './tampering.ts'

/** What is broken, in plain Portuguese. */
export function tellTampering(tampering: Tampering): string {
  switch (tampering.kind) {
    case 'event-changed':
      return `O andamento ${tampering.eventId} foi alterado depois de selado (selo ${tampering.sealId}).`
    case 'event-missing':
      return `O andamento ${tampering.eventId} foi apagado depois de selado (selo ${tampering.sealId}).`
    case 'event-slipped-in':
      return tampering.sealId === 0
        ? `O andamento ${tampering.eventId} diz ser de um momento que ainda não veio: foi incluído por fora.`
        : `O andamento ${tampering.eventId} foi incluído por fora no período do selo ${tampering.sealId}.`
    case 'record-changed':
      return `${nameOf(tampering.record)}: alterado depois de selado (selo ${tampering.sealId}).`
    case 'record-missing':
      return `${nameOf(tampering.record)}: apagado depois de selado (selo ${tampering.sealId}).`
    case 'record-slipped-in':
      return tampering.sealId === 0
        ? `${nameOf(tampering.record)}: diz ser de um momento que ainda não veio; foi incluído por fora.`
        : `${nameOf(tampering.record)}: incluído por fora no período do selo ${tampering.sealId}.`
    case 'seal-changed':
      return `O selo ${tampering.sealId} foi alterado.`
    case 'seal-missing':
      return `O selo ${tampering.sealId} foi apagado.`
    case 'node-changed':
      return `O ramo ${tampering.node} da árvore de selos foi alterado.`
    case 'node-missing':
      return `O ramo ${tampering.node} da árvore de selos foi apagado.`
    case 'node-slipped-in':
      return `O ramo ${tampering.node} da árvore de selos não corresponde a nenhum selo.`
    case 'head-changed':
      return `A cabeça assinada ${tampering.size} do registro não confere com os selos ou com a chave.`
    case 'head-missing':
      return `A cabeça assinada ${tampering.size} do registro foi apagada.`
    case 'head-slipped-in':
      return `A cabeça assinada ${tampering.size} do registro não corresponde a nenhum selo.`
    case 'stamp-changed':
      return `O carimbo do tempo da cabeça ${tampering.size} foi alterado.`
    case 'log-cut':
      return `O registro foi cortado: o selo ${tampering.size}, anotado fora do banco de dados, não está mais nele.`
    case 'log-rewritten':
      return tampering.size === 0
        ? 'As cabeças anotadas fora do banco de dados foram alteradas: uma linha não está assinada com a chave.'
        : `O registro foi refeito: até o selo ${tampering.size} ele não é mais o que foi anotado fora do banco de dados.`
  }
}

const names: Readonly<Record<string, string>> = {
  versao: 'Versão de texto',
  arquivo: 'Arquivo de documento',
  imagem: 'Imagem de documento',
  conteudo: 'Conteúdo assinado',
  assinatura: 'Assinatura',
  trilha: 'Maço da trilha de auditoria',
  retirada: 'Retirada de registros da auditoria',
}

function nameOf(record: string): string {
  const { kind, key } = splitKey(record)
  return `${names[kind] ?? kind} ${key}`
}
