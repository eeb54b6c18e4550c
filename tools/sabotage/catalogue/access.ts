import type { Sabotage } from '../sabotage.ts'

const worlds = { file: 'test/access/surfaces.test.ts', test: 'P1 in any world' }
const same = { file: 'test/access/identifiers.test.ts' }

/** The gate, and what it must not even hint at (T-29, T-30, T-34; P1 to P3). */
export const accessSabotages: readonly Sabotage[] = [
  {
    id: 'porta-sem-nivel',
    harm: 'um documento sigiloso não torna sigiloso o processo em que está',
    guards: ['T-29', 'P2'],
    change: {
      file: 'src/capabilities/cases/access.rules.ts',
      find: 'return facts.perDocumentInternal ? facts.baseLevel : higher(facts.baseLevel, facts.effectiveLevel)',
      put: 'return facts.baseLevel',
    },
    proof: { file: 'src/capabilities/cases/access.rules.test.ts' },
    says: /in every one of the 110,592 combinations: AssertionError/,
  },
  {
    id: 'porta-sem-credencial',
    harm: 'quem conhece o número de um processo sigiloso entra com a própria senha, sem credencial',
    guards: ['T-29', 'P1'],
    change: {
      file: 'src/capabilities/cases/gate.queries.ts',
      find: 'cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}) as "hasCredential"',
      put: 'true as "hasCredential"',
    },
    proof: same,
    says: /cannot be told apart.*AssertionError: expected \[/s,
  },
  {
    id: 'porta-sem-senha',
    harm: 'o processo sigiloso se abre a quem tem credencial sem que dê de novo a senha',
    guards: ['T-29', 'P1'],
    change: {
      file: 'src/capabilities/cases/access.rules.ts',
      find: "return facts.hasCredential && facts.passwordConfirmed ? 'full' : 'no'",
      put: "return facts.hasCredential ? 'full' : 'no'",
    },
    proof: { file: 'src/capabilities/cases/gate/gate.test.ts' },
    says: /to be 'Processo sigiloso'/,
  },
  {
    id: 'porta-sem-unidade',
    harm: 'documentos restritos se abrem a unidades por onde o processo nunca passou',
    guards: ['T-29', 'P1'],
    change: {
      file: 'src/capabilities/cases/gate.queries.ts',
      find: 'cases.passed(c.id, ${actor.unitId}) as "passedHere"',
      put: 'true as "passedHere"',
    },
    proof: {
      file: 'test/access/mended.test.ts',
      test: 'comments on a case file restricted to other units are not for who comes by its number alone',
    },
    says: /not to contain/,
  },
  {
    id: 'lista-sem-credencial',
    harm: 'a lista de prazos de uma unidade nomeia processos sigilosos a quem não tem credencial',
    guards: ['T-29', 'P1'],
    change: {
      file: 'src/capabilities/deadlines/keeping/deadline.queries.ts',
      find: "and c.state <> 'deleted'\n   and ${mayKnow(db, actor)}\n",
      put: "and c.state <> 'deleted'\n",
    },
    proof: worlds,
    says: /exactly what the oracle says they may read: Error: Property failed/,
  },
  {
    id: 'regra-do-banco-sem-unidade',
    harm: 'a pesquisa lê documentos restritos de outras unidades',
    guards: ['T-29', 'P3'],
    change: {
      file: 'db/migrations/0028-reviewing.sql',
      find: "when 'restricted' then documents.is_draft(d) or cases.passed(c.id, unit)",
      put: "when 'restricted' then true or cases.passed(c.id, unit)",
    },
    proof: { file: 'src/capabilities/cases/access-oracle.test.ts' },
    says: /told the same by the rule in SQL.*Error: Property failed/s,
  },
  {
    id: 'permissao-por-pedir',
    harm: 'páginas e atos de uma permissão se abrem a quem não a tem',
    guards: ['T-29'],
    change: {
      file: 'src/platform/http/router.ts',
      find: 'if (!actor || (options.permission && !actor.permissions.has(options.permission))) {',
      put: 'if (!actor) {',
    },
    proof: {
      file: 'src/capabilities/cases/opening/open-case-file.test.ts',
      test: 'without the permission there is no such page',
    },
    says: /expected 200 to be 404/,
  },
  {
    id: 'endereco-sem-celula',
    harm: 'um endereço novo mostra um processo, e prova nenhuma o conhece',
    guards: ['T-29'],
    change: {
      file: 'src/capabilities/workbench/routes.tsx',
      find: "  router.page('/processos/:numero/historico', {}, async (visit) => {",
      put: "  router.page('/processos/:numero/tudo', {}, async (visit) => {\n    const caseFile = await openCase(visit)\n    return caseFile ? html(await summaryPage(visit, caseFile)) : passwordOrNothing(visit)\n  })\n  router.page('/processos/:numero/historico', {}, async (visit) => {",
    },
    proof: { file: 'test/access/surfaces.test.ts', test: 'has its row in the table of surfaces' },
    says: /has its row in the table of surfaces.*AssertionError: expected \[/s,
  },
  {
    id: 'existe-mas-nao-e-seu',
    harm: 'o que existe e não é para você responde 403, e o que não existe, 404',
    guards: ['T-30'],
    change: {
      file: 'src/capabilities/cases/find-case-file.ts',
      find: '  noteShown(\n    actor,',
      put: "  if (rows.length > 0 && found.length === 0) throw Object.assign(new Error('não é para você'), { statusCode: 403 })\n  noteShown(\n    actor,",
    },
    proof: { file: 'src/capabilities/cases/gate/gate.test.ts' },
    says: /expected 403 to be 404/,
  },
  {
    id: 'uma-pergunta-a-mais',
    harm: 'o que existe e não é para você custa um comando a mais ao banco, e o relógio o conta',
    guards: ['T-30'],
    change: {
      file: 'src/capabilities/cases/find-case-file.ts',
      find: '  noteShown(\n    actor,',
      put: '  if (rows.length > 0 && found.length === 0) await db`select 1`\n  noteShown(\n    actor,',
    },
    proof: same,
    says: /cannot be told apart.*AssertionError: expected \[/s,
  },
  {
    id: 'pagina-maior',
    harm: 'a página do que não é para você tem umas letras a mais que a do que não existe',
    guards: ['T-30'],
    change: {
      file: 'src/capabilities/cases/find-case-file.ts',
      find: '  noteShown(\n    actor,',
      put: "  noteShown(\n    actor,\n    rows.map(({ id, digits }) => ({ id, digits, level: 'confidential', byPassword: true })),\n  )\n  noteShown(\n    actor,",
    },
    proof: same,
    says: /cannot be told apart.*AssertionError: expected \[/s,
  },
  {
    id: 'segredo-no-registro-de-execucao',
    harm: 'o registro de execução repete as linhas que o PostgreSQL cita nos seus erros',
    guards: ['T-34'],
    change: {
      file: 'src/platform/log/tell-error.ts',
      find: 'message: quotesData(error, code) ? withheld : message,',
      put: 'message,',
    },
    proof: { file: 'test/access/logs.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'linha-citada-no-registro-de-execucao',
    harm: 'o registro de execução guarda a linha inteira que o banco recusou',
    guards: ['T-34'],
    change: {
      file: 'src/platform/log/tell-error.ts',
      find: "...['severity', 'schema_name',",
      put: "...['detail', 'severity', 'schema_name',",
    },
    proof: { file: 'test/access/logs.test.ts' },
    says: /AssertionError/,
  },
]
