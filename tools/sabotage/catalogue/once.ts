import type { Sabotage } from '../sabotage.ts'

/** Locks and keys: each act once, each number once, no signature over other words (T-14, T-15, T-16). */
export const onceSabotages: readonly Sabotage[] = [
  {
    id: 'numero-de-bloco-sem-trava',
    harm: 'o número seguinte é lido sem esperar por quem toma o seu: dois blocos querem o mesmo',
    guards: ['T-15'],
    change: {
      file: 'src/capabilities/bundles/bundles.queries.ts',
      find: "values ('installation', 1)\n    on conflict (scope) do update set last = number_counter.last + 1 returning last::text",
      put: "select 'installation', coalesce((select c.last from bundles.number_counter c), 0) + 1\n    on conflict (scope) do update set last = excluded.last returning last::text",
    },
    proof: { file: 'src/capabilities/bundles/keeping/keeping.test.ts', test: 'R1 numbers have neither gap nor twin' },
    says: /R1 numbers have neither gap nor twin.*bundle_number_key/s,
  },
  {
    id: 'numero-de-documento-sem-trava',
    harm: 'dois ofícios feitos ao mesmo tempo saem com o mesmo número',
    guards: ['T-15'],
    change: {
      file: 'src/capabilities/documents/drafting/numbering.queries.ts',
      find: 'values (${typeId}, ${counter.scopeId}, ${counter.year}, 1)\n    on conflict (document_type_id, scope_id, year) do update set last = c.last + 1 returning last',
      put: 'select ${typeId}::bigint, ${counter.scopeId}::bigint, ${counter.year}::int, coalesce((select o.last from classification.document_counter o where o.document_type_id = ${typeId} and o.scope_id = ${counter.scopeId} and o.year = ${counter.year}), 0) + 1\n    on conflict (document_type_id, scope_id, year) do update set last = excluded.last returning last',
    },
    proof: {
      file: 'src/capabilities/documents/drafting/type-number.test.ts',
      test: 'without gap and without twin to those who come at once',
    },
    says: /expected \[ 1, .* to deeply equal \[ 1, 2, 3, 4, 5, 6 \]/,
  },
  {
    id: 'processo-sem-trava',
    harm: 'dois atos no mesmo processo decidem ao mesmo tempo, cada um sem ver o outro',
    guards: ['T-16'],
    change: {
      file: 'src/capabilities/cases/gate.queries.ts',
      find: 'where ${isAskedFor(db, keys)} order by c.id for update`',
      put: 'where ${isAskedFor(db, keys)} order by c.id`',
    },
    proof: { file: 'src/capabilities/cases/annexation/annexation.test.ts', test: 'R2 to two principals at once' },
    says: /R2 to two principals at once.*(annexed_once|AssertionError)/s,
  },
  {
    id: 'assina-o-que-mudou',
    harm: 'a assinatura cobre um texto trocado depois de mostrado a quem assina',
    guards: ['T-16'],
    change: {
      file: 'src/capabilities/signatures/signing/gather-to-sign.ts',
      find: 'text !== undefined && (text.version !== shown.version || text.sha256 !== shown.sha256)',
      put: 'text === undefined && shown.version < 0',
    },
    proof: {
      file: 'test/faults/duplicates-and-races.test.ts',
      test: 'never carries a signature over words that its signer was not shown',
    },
    says: /AssertionError: expected (3 to be 2|.* to contain)/,
  },
  {
    id: 'salva-por-cima',
    harm: 'quem salva por último apaga, sem saber, o que outro salvou',
    guards: ['T-16'],
    change: {
      file: 'src/capabilities/documents/editing/save-version.ts',
      find: '...(request.baseVersion === document.version ? [] : [conflictWith(base)]),',
      put: '...(request.baseVersion === document.version ? [] : [conflictWith(base)].slice(1)),',
    },
    proof: { file: 'test/faults/duplicates-and-races.test.ts', test: 'takes one of twenty texts' },
    says: /AssertionError: expected \[.*\] to have a length of (1|19)/s,
  },
  {
    id: 'chave-ignorada',
    harm: 'o mesmo formulário apertado cinco vezes abre cinco processos',
    guards: ['T-14'],
    change: {
      file: 'src/platform/http/answered-once.ts',
      find: 'const earlier = key.length >= 8 ? await claim(trx, visit, key) : undefined',
      put: 'const earlier = key.length >= 800 ? await claim(trx, visit, key) : undefined',
    },
    proof: { file: 'test/faults/duplicates-and-races.test.ts', test: 'opens one case file' },
    says: /AssertionError: expected \d to be 1/,
  },
  {
    id: 'outras-palavras-aceitas',
    harm: 'a mesma chave com outras palavras é dada por feita, e o que se digitou some',
    guards: ['T-14'],
    change: {
      file: 'src/platform/http/answered-once.ts',
      find: 'return row?.same === false ? sentBefore(visit, location) :',
      put: 'return row?.same === undefined ? sentBefore(visit, location) :',
    },
    proof: {
      file: 'src/platform/http/answered-once.test.ts',
      test: 'refuses other words with its key',
    },
    says: /expected 200 to be 409/,
  },
  {
    id: 'chave-esquecida-cedo',
    harm: 'a chave de um formulário vale uma hora em vez de dois dias: a aba que volta no dia seguinte repete o ato',
    guards: ['T-14'],
    change: {
      file: 'src/capabilities/operations/read-system.ts',
      find: 'new Date(now.getTime() - 2 * dayMs)',
      put: 'new Date(now.getTime() - dayMs / 24)',
    },
    proof: { file: 'src/capabilities/operations/operations.test.ts' },
    says: /to deeply equal \[ 'de ontem' \]/,
  },
  {
    id: 'recusa-que-fica',
    harm: 'um ato recusado deixa gravado o que fez até ali',
    guards: ['T-07', 'T-14'],
    change: {
      file: 'src/platform/http/answered-once.ts',
      find: "if (answer.kind !== 'redirect') throw undo",
      put: "if (answer.kind === 'not-found') throw undo\n      if (answer.kind !== 'redirect') return",
    },
    proof: { file: 'src/platform/http/answered-once.test.ts' },
    says: /expected 409 to be 200/,
  },
  {
    id: 'chave-ignorada-entre-mortes',
    harm: 'o que ficou sem resposta numa queda é feito outra vez quando o navegador o repete',
    guards: ['T-01', 'T-02', 'T-14'],
    change: {
      file: 'src/platform/http/answered-once.ts',
      find: 'const earlier = key.length >= 8 ? await claim(trx, visit, key) : undefined',
      put: 'const earlier = key.length >= 800 ? await claim(trx, visit, key) : undefined',
    },
    proof: { file: 'test/faults/kills.test.ts', built: true },
    says: /em dobro: /,
  },
]
