import type { Sabotage } from '../sabotage.ts'

const statements = 'test/journeys/statements.test.ts'

/** Days, jobs, crowds, and what keeps the program quick and in its parts (T-08, T-11, T-12, T-17). */
export const workSabotages: readonly Sabotage[] = [
  {
    id: 'um-feriado-a-menos',
    harm: 'um prazo vence no dia de Tiradentes',
    guards: ['T-17'],
    change: {
      file: 'src/platform/calendar/national-holidays.ts',
      find: "  { day: '04-21', name: 'Tiradentes' },\n",
      put: '',
    },
    proof: { file: 'test/deadlines/counted-by-hand.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'oficio-duas-vezes',
    harm: 'um documento por e-mail é entregue outra vez depois que um trabalhador morreu',
    guards: ['T-08'],
    change: {
      file: 'src/capabilities/operations/deliver-official.ts',
      find: 'if (!(await claimOfficial(db, message.id))) {',
      put: 'if (!(await claimOfficial(db, message.id)) && message.body === undefined) {',
    },
    proof: { file: 'src/capabilities/issuing/emails/emails.test.ts', test: 'R2 is never handed over twice' },
    says: /AssertionError/,
  },
  {
    id: 'trabalho-tomado-de-vivo',
    harm: 'um trabalho que alguém está fazendo é dado a outro, e feito duas vezes',
    guards: ['T-08'],
    change: {
      file: 'src/platform/jobs/orphaned-jobs.ts',
      find: 'select id from taken where pg_try_advisory_xact_lock(${lockBase} + id)',
      put: 'select id from taken',
    },
    proof: { file: 'src/platform/jobs/orphaned-jobs.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'porta-sem-limite',
    harm: 'todos entram ao mesmo tempo, e ninguém é atendido',
    guards: ['T-12'],
    change: {
      file: 'src/platform/http/admission.ts',
      find: 'underWay.writing + underWay.reading + underWay.visiting < roomFor(standing) &&',
      put: 'underWay.writing < 1e6 && roomFor(standing) > 0 &&',
    },
    proof: { file: 'test/load/overload.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'fila-sem-fim',
    harm: 'quem chega a uma casa cheia espera para sempre, em vez de saber que deve voltar',
    guards: ['T-12'],
    change: {
      file: 'src/platform/http/admission.ts',
      find: '(waiting() < limits.waiting || giveWay(standing) !== undefined)',
      put: '(waiting() < 1e6 || giveWay(standing) !== undefined)',
    },
    proof: { file: 'src/platform/http/admission.test.ts' },
    says: /AssertionError/,
  },
  {
    id: 'comandos-a-mais',
    harm: 'a página do processo pergunta ao banco uma vez por linha',
    guards: ['T-11'],
    change: {
      file: 'src/capabilities/workbench/routes.tsx',
      find: "  router.page('/processos/:numero', {}, async (visit) => {\n",
      put: "  router.page('/processos/:numero', {}, async (visit) => {\n    for (let n = 0; n < 6; n++) await visit.db`select 1`\n",
    },
    proof: { file: statements, test: 'no page asks more than' },
    says: /AssertionError/,
  },
  {
    id: 'indice-a-menos',
    harm: 'a árvore de um processo lê todos os documentos da instalação',
    guards: ['T-11'],
    change: {
      file: 'db/migrations/0007-documents.sql',
      find: 'create index document_in_tree on documents.document (case_file_id, position, id);\n',
      put: '',
    },
    proof: { file: statements, test: 'reads a table that grows from end to end' },
    says: /AssertionError/,
  },
  {
    id: 'por-tras-da-porta',
    harm: 'uma parte do programa usa o que outra guarda para si, e as regras da porta não valem mais',
    guards: ['T-29'],
    change: {
      file: 'src/capabilities/news/read-news.ts',
      find: "import type { Database } from '../../platform/db/index.ts'\n",
      put: "import type { Database } from '../../platform/db/index.ts'\nimport { selectForGate } from '../cases/gate.queries.ts'\n\nvoid selectForGate\n",
    },
    proof: { file: 'tools/boundaries.test.ts' },
    says: /AssertionError/,
  },
]
