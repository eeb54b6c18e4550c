import type { Tampering } from './verify-history.ts'

/** What is broken, in plain Portuguese. */
export function tellTampering(tampering: Tampering): string {
  switch (tampering.kind) {
    case 'event-changed':
      return `O andamento ${tampering.eventId} foi alterado depois de selado (selo ${tampering.sealId}).`
    case 'event-missing':
      return `O andamento ${tampering.eventId} foi apagado depois de selado (selo ${tampering.sealId}).`
    case 'event-slipped-in':
      return `O andamento ${tampering.eventId} foi incluído por fora no período do selo ${tampering.sealId}.`
    case 'seal-changed':
      return `O selo ${tampering.sealId} foi alterado.`
    case 'seal-missing':
      return `O selo ${tampering.sealId} foi apagado.`
  }
}
