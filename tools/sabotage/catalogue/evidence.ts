import type { Sabotage } from '../sabotage.ts'

const verifier = { file: 'src/capabilities/proofs/verifier.test.ts' }
const spoiled = { file: 'src/capabilities/proofs/tampering.test.ts' }
const eachColumn = { ...spoiled, test: 'R3 changes no column of a sealed row that the audit does not name' }

/** What shows that nothing was rewritten: triggers, seals, the log and the verifier that needs no network (T-33). */
export const evidenceSabotages: readonly Sabotage[] = [
  {
    id: 'andamento-pode-mudar',
    harm: 'um andamento já escrito pode ser reescrito',
    guards: ['T-33'],
    change: {
      file: 'db/migrations/0006-history.sql',
      find: 'create trigger event_is_append_only before update or delete on history.event',
      put: 'create trigger event_is_append_only before delete on history.event',
    },
    proof: { file: 'src/capabilities/history/history.test.ts', test: 'R2 refuses to change' },
    says: /R2 refuses to change.*promise resolved/s,
  },
  {
    id: 'trilha-pode-mudar',
    harm: 'a trilha de quem leu o quê pode ser reescrita',
    guards: ['T-33'],
    change: {
      file: 'db/migrations/0046-trail-kept.sql',
      find: 'create trigger entry_is_never_changed before update on auditing.entry',
      put: 'create trigger entry_is_never_changed before update of id on auditing.entry',
    },
    proof: { file: 'src/capabilities/proofs/tampering.test.ts', test: 'is neither changed nor deleted' },
    says: /R3 of auditing\.entry.*but got 'it was done'/s,
  },
  {
    id: 'selo-sem-quem-fez',
    harm: 'o selo não cobre quem fez o andamento: trocar a pessoa não deixa nome',
    guards: ['T-33'],
    change: { file: 'src/capabilities/history/canonical-event.rules.ts', find: '      event.accountId,\n', put: '' },
    proof: eachColumn,
    says: /expected \[ 'mudar andamento \(account_id\)' \]/,
  },
  {
    id: 'selo-sem-o-texto',
    harm: 'o selo não cobre o texto das versões',
    guards: ['T-33'],
    change: {
      file: 'src/capabilities/documents/sealed-records.queries.ts',
      find: "coalesce(${residue(db, 'text_sha256')}, encode(sha256(convert_to(plain_text, 'UTF8')), 'hex')),",
      put: "''::text,",
    },
    proof: eachColumn,
    says: /expected \[ 'mudar versao \(plain_text\)' \]/,
  },
  {
    id: 'selo-por-conferir',
    harm: 'a prova do histórico não refaz a conta dos selos',
    guards: ['T-33'],
    change: {
      file: 'src/capabilities/history/verify-history.ts',
      find: 'if (!follows || !isWhole(seal))',
      put: 'if (!follows)',
    },
    proof: eachColumn,
    says: /expected \[ 'mudar selo /,
  },
  {
    id: 'fora-do-banco-por-olhar',
    harm: 'as cabeças escritas fora do banco não são olhadas: um registro cortado no fim parece inteiro',
    guards: ['T-33'],
    change: {
      file: 'src/capabilities/history/verify-history.ts',
      find: '...(await treeAgainst(db, log, witnesses)),',
      put: '...(await treeAgainst(db, log, undefined)),',
    },
    proof: { ...spoiled, test: 'R3 changes, deletes, reorders, cuts or slips in nothing' },
    says: /nothing that the audit does not name: AssertionError: expected \[ …/,
  },
  {
    id: 'verificador-aceita-assinatura',
    harm: 'o verificador aceita a assinatura de qualquer chave',
    guards: ['T-33'],
    change: {
      file: 'bin/verify.mjs',
      find: "return publicKey.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(words), publicKey, signature)",
      put: "return publicKey.asymmetricKeyType === 'ed25519' && Boolean(verify) && signature.length > 0",
    },
    proof: verifier,
    says: /AssertionError/,
  },
  {
    id: 'verificador-sem-inclusao',
    harm: 'o verificador não confere que a linha está no selo, nem o selo no registro',
    guards: ['T-33'],
    change: {
      file: 'bin/verify.mjs',
      find: 'return last === 0 && node.equals(root)',
      put: 'return last >= 0 && node.length === root.length',
    },
    proof: verifier,
    says: /AssertionError/,
  },
  {
    id: 'verificador-sem-continuidade',
    harm: 'o verificador diz que um registro refeito continua o antigo',
    guards: ['T-33'],
    change: {
      file: 'bin/verify.mjs',
      find: 'function isPrefix(first, second, path) {\n',
      put: 'function isPrefix(first, second, path) {\n  if (second.size >= first.size) return Array.isArray(path)\n',
    },
    proof: { file: 'src/capabilities/proofs/proofs.test.ts', test: 'proves that a head goes on an older one' },
    says: /AssertionError/,
  },
]
