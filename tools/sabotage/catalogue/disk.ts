import type { Sabotage } from '../sabotage.ts'

const cut = {
  file: 'test/faults/power-cut.test.ts',
  test: 'takes away no file, no key and no head that was promised',
}

/** What has to be on the disk, and in what order; what the disk spoils; backup and the other server (T-03 … T-07, T-13). */
export const diskSabotages: readonly Sabotage[] = [
  {
    id: 'conteudo-sem-fsync',
    harm: 'o arquivo enviado é dado por guardado antes de chegar ao disco',
    guards: ['T-03'],
    change: { file: 'src/platform/files/receive-file.ts', find: 'await file.sync()', put: '' },
    proof: cut,
    says: /expected \{ stored: 'changed'/,
  },
  {
    id: 'nome-sem-fsync',
    harm: 'o arquivo chega ao disco, mas não o nome pelo qual se acha',
    guards: ['T-03'],
    change: {
      file: 'src/platform/files/keep-under-its-name.ts',
      find: 'for (const one of [inner, outer, folder]) await syncFolder(one)',
      put: 'if (folder === inner + outer) await syncFolder(folder)',
    },
    proof: cut,
    says: /expected \{ stored: 'missing'/,
  },
  {
    id: 'eliminado-sem-fsync',
    harm: 'um conteúdo eliminado volta ao seu lugar depois de uma queda de energia',
    guards: ['T-03'],
    change: {
      file: 'src/platform/files/set-aside.ts',
      find: 'await syncFolder(place.folders[1]).catch(onlyIfMissing)',
      put: '',
    },
    proof: { file: 'test/faults/synced.test.ts', test: 'a file set aside, brought back and removed' },
    says: /AssertionError: expected \[ '\.', 'eliminados' \]/,
  },
  {
    id: 'cabeca-sem-fsync',
    harm: 'a cabeça do registro, que testemunha fora do banco, some com a energia',
    guards: ['T-03'],
    change: { file: 'src/capabilities/history/witness.ts', find: 'fsyncSync(file)', put: '' },
    proof: cut,
    says: /no key and no head that was promised.*AssertionError: expected \{ stored/s,
  },
  {
    id: 'chave-do-registro-sem-fsync',
    harm: 'a chave que assina o registro some com a energia, e o que ela assinou fica sem chave',
    guards: ['T-03'],
    change: { file: 'src/capabilities/history/log-key.ts', find: 'syncNamesNow(path)', put: '' },
    proof: cut,
    says: /no key and no head that was promised.*AssertionError: expected \{ stored/s,
  },
  {
    id: 'linha-antes-do-arquivo',
    harm: 'a linha que nomeia um arquivo é gravada antes de ele estar no seu lugar',
    guards: ['T-07'],
    change: {
      file: 'src/platform/files/keep-under-its-name.ts',
      find: '  await takeItsPlace(temporaryPath, path, sha256)',
      put: "  await rename(temporaryPath, path + '.tarde')\n  setTimeout(() => takeItsPlace(path + '.tarde', path, sha256).catch(() => undefined), 500)",
    },
    proof: {
      file: 'src/platform/files/files.test.ts',
      test: 'the same content stored by many at once is one file',
    },
    says: /is one file, whole, with a single name: AssertionError/,
  },
  {
    id: 'passo-sem-morte',
    harm: 'um passo da assinatura deixa de ser experimentado pelas mortes',
    guards: ['T-07'],
    change: {
      file: 'src/capabilities/signatures/signing/sign-documents.ts',
      find: "  failpoint('signing.covered')\n",
      put: '',
    },
    proof: { file: 'src/platform/failpoints/failpoints.test.ts' },
    says: /expected \[ 'act\.carried-out'.*to deeply equal/s,
  },
  {
    id: 'disco-cheio-sem-palavras',
    harm: 'o disco cheio aparece como “Algo deu errado”, em vez de dizer o que houve',
    guards: ['T-06'],
    change: {
      file: 'src/platform/files/receive-file.ts',
      find: "['ENOSPC', 'EDQUOT', 'EFBIG']",
      put: "['EDQUOT', 'EFBIG']",
    },
    proof: { file: 'src/platform/files/files.test.ts', test: 'a file that fills the disk' },
    says: /ENOSPC: no space left on device/,
  },
  {
    id: 'bit-do-arquivo-por-conferir',
    harm: 'um arquivo que o disco estragou é dado por inteiro',
    guards: ['T-04'],
    change: {
      file: 'src/platform/files/folder-file-store.ts',
      find: "return found === sha256 ? 'intact' : 'changed'",
      put: "return found.length === sha256.length ? 'intact' : 'changed'",
    },
    proof: {
      file: 'src/capabilities/operations/scrubbing/scrub.test.ts',
      test: 'R4 names a file of which one bit was turned',
    },
    says: /AssertionError: expected 'MesaSituação.* to contain/s,
  },
  {
    id: 'indices-por-conferir',
    harm: 'a releitura da noite salta os índices do banco',
    guards: ['T-04'],
    change: {
      file: 'src/capabilities/operations/scrubbing/scrub.queries.ts',
      find: "if (checker === 'amcheck' && kind === 'index') await inner`select bt_index_check(${id}::oid, false)`",
      put: "if (checker === 'amcheck' && kind === 'index') return []",
    },
    proof: { file: 'test/faults/bit-flips.test.ts' },
    says: /to match object \{ kind: 'relation'/,
  },
  {
    id: 'servidor-antigo-entre-dois',
    harm: 'de dois servidores que aceitam gravações, usa-se o que já foi trocado',
    guards: ['T-05'],
    change: {
      file: 'src/platform/db/servers.ts',
      find: 'const best = fit.filter(({ timeline }) => timeline === newest)',
      put: 'const best = fit.filter(({ timeline }) => timeline <= newest)',
    },
    proof: { file: 'src/platform/db/servers.test.ts' },
    says: /expected \{ url: 'a'.*to be \{ url: 'b'/s,
  },
  {
    id: 'servidor-antigo-sozinho',
    harm: 'o servidor que já foi trocado volta a ser usado quando o novo não responde',
    guards: ['T-05'],
    change: {
      file: 'src/platform/db/servers.ts',
      find: '      known,\n      place,\n    )',
      put: '      undefined,\n      place,\n    )',
    },
    proof: { file: 'src/platform/db/servers.test.ts' },
    says: /alone, the old one is still the old one: AssertionError/,
  },
  {
    id: 'linhagem-esquecida',
    harm: 'a troca de servidor não é anotada: depois de reiniciado, o programa aceita o antigo',
    guards: ['T-05'],
    change: { file: 'src/platform/db/servers.ts', find: '      memory.write(known)\n', put: '' },
    proof: { file: 'src/platform/db/servers.test.ts' },
    says: /expected \[\] to deeply equal \[ \{/,
  },
  {
    id: 'servidor-antigo-na-troca',
    harm: 'o servidor que já foi trocado volta, o novo se cala, e os atos vão ao antigo',
    guards: ['T-05'],
    change: {
      file: 'src/platform/db/servers.ts',
      find: '      known,\n      place,\n    )',
      put: '      undefined,\n      place,\n    )',
    },
    proof: { file: 'test/faults/failover.test.ts', built: true },
    says: /o novo emudeceu, e o programa usou o servidor antigo/,
  },
  {
    id: 'copia-sem-uma-tabela',
    harm: 'a cópia deixa uma tabela para trás',
    guards: ['T-13'],
    change: {
      file: 'src/safekeeping/tables/tables.queries.ts',
      find: "and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')",
      put: "and (n.nspname, c.relname) not in (('graphile_worker', 'migrations'), ('cases', 'observation'))",
    },
    proof: { file: 'src/safekeeping/tables/tables.test.ts', test: 'the same row for row, and lives on' },
    says: /to deeply equal \[ 'agenda\.calendar'/,
  },
  {
    id: 'restauracao-sem-comparar',
    harm: 'uma casa restaurada com menos do que se copiou é dada por igual',
    guards: ['T-13'],
    change: {
      file: 'src/safekeeping/compare-house.ts',
      find: 'const isSame = JSON.stringify([found.counts, found.head]) === JSON.stringify([promised.counts, promised.head])',
      put: 'const isSame = promised !== undefined',
    },
    proof: { file: 'src/safekeeping/tables/tables.test.ts', test: 'the same row for row, and lives on' },
    says: /where something else was promised/,
  },
  {
    id: 'restauracao-sem-provar',
    harm: 'palavras trocadas na cópia voltam como verdadeiras',
    guards: ['T-13', 'T-33'],
    change: {
      file: 'src/safekeeping/compare-house.ts',
      find: 'seals: proof.seals, broken: proof.broken }',
      put: 'seals: proof.seals, broken: [] }',
    },
    proof: { file: 'src/safekeeping/tables/tables.test.ts' },
    says: /AssertionError: expected 0 to be greater than 0/,
  },
]
