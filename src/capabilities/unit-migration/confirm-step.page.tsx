import type { FormKeys } from '../../platform/form-keys.ts'
import { ConfirmPage, formatCount, type PageContext } from '../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../organization/index.ts'
import { migrationTitle } from './migration.page.tsx'
import type { Migration } from './migration.ts'

export type StepNoun = 'aprovacao' | 'execucao' | 'rascunho' | 'exclusao'

interface ConfirmStepProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly migration: Migration
  readonly noun: StepNoun
  readonly errors: readonly string[]
}

/** Asks before each step that weighs. */
export function ConfirmStepPage({ page, formKeys, migration, noun, errors }: ConfirmStepProps) {
  const { title, label, consequences, irreversible } = questions[noun](migration)
  const path = `/migracoes/${migration.id}`
  return (
    <ConfirmPage
      page={page}
      title={title}
      breadcrumb={administrationCrumbs(
        page,
        [
          { label: 'Migrações de unidades', path: '/migracoes' },
          { label: migrationTitle(migration), path },
        ],
        label,
      )}
      consequences={consequences}
      irreversible={irreversible}
      action={adminHref(page, `${path}/${noun}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={label}
      cancelHref={adminHref(page, path)}
      errors={errors.map((message) => ({ message }))}
    />
  )
}

interface Question {
  readonly title: string
  readonly label: string
  readonly consequences: readonly string[]
  readonly irreversible?: boolean
}

const questions: Readonly<Record<StepNoun, (migration: Migration) => Question>> = {
  aprovacao: (migration) => ({
    title: 'Aprovar a migração?',
    label: 'Aprovar',
    consequences: [
      `${migrationTitle(migration)}, pelo ato ${migration.formalAct}.`,
      `Pela simulação, ${formatCount(migration.simulation?.caseFiles ?? 0, 'processo passa', 'processos passam')} para a nova unidade.`,
      'Fica registrado que a unidade superior aprovou, por você. A execução é outro passo.',
    ],
  }),
  execucao: (migration) => ({
    title: migration.state === 'failed' ? 'Retomar a execução?' : 'Executar a migração?',
    label: migration.state === 'failed' ? 'Retomar' : 'Executar',
    irreversible: migration.mode !== 'rename',
    consequences:
      migration.mode === 'rename'
        ? [
            `A unidade passa a ser ${migration.newAcronym}, hoje.`,
            'Documentos e histórico de antes continuam com a sigla antiga.',
          ]
        : [
            'A unidade de origem deixa de receber processos, e quem trabalha nela passa só a consultar.',
            'Processos abertos, sobrestados, minutas, credenciais e retornos passam para a nova unidade, um a um.',
            'Documentos assinados continuam com a unidade que os produziu; o histórico de cada processo diz que migrou.',
            'Quem trabalha na nova unidade passa a ler o que tramitou pela antiga, inclusive processos restritos já concluídos.',
          ],
  }),
  rascunho: () => ({
    title: 'Devolver a migração a rascunho?',
    label: 'Devolver a rascunho',
    consequences: ['A simulação e a aprovação são desfeitas; será preciso simular e aprovar de novo.'],
  }),
  exclusao: () => ({
    title: 'Excluir o rascunho da migração?',
    label: 'Excluir o rascunho',
    irreversible: true,
    consequences: ['A proposta e suas regras são apagadas. Nenhum processo muda.'],
  }),
}
