import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, formatCount, type PageContext } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../administration/administration.page.tsx'
import type { Unit } from '../units/unit.ts'

export type HierarchyAct = keyof typeof questions

interface HierarchyConfirmProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly unit: Unit
  readonly act: HierarchyAct
}

/** Asks before a unit leaves the hierarchy, goes out of use or comes back. */
export function HierarchyConfirmPage({ page, formKeys, unit, act }: HierarchyConfirmProps) {
  const question = questions[act]
  const path = `/unidades/${unit.id}`
  const below = formatCount(unit.subunitCount, 'unidade está logo abaixo dela', 'unidades estão logo abaixo dela')
  return (
    <ConfirmPage
      page={page}
      title={question.title(unit)}
      breadcrumb={administrationCrumbs(
        page,
        [
          { label: 'Unidades', path: '/unidades' },
          { label: `Unidade ${unit.acronym}`, path },
        ],
        question.label,
      )}
      consequences={[
        ...question.consequences,
        ...(act !== 'reativacao' && unit.subunitCount > 0 ? [`${below}; isso não muda.`] : []),
      ]}
      action={adminHref(page, `${path}/${act}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={question.label}
      cancelHref={adminHref(page, path)}
    />
  )
}

const questions = {
  'hierarquia/retirada': {
    title: (unit: Unit) => `Retirar a unidade ${unit.acronym} da hierarquia?`,
    consequences: [
      'Ninguém poderá entrar na unidade a partir de agora, nem quem está trabalhando nela neste momento.',
      'Ela continua no cadastro, no histórico e na pesquisa.',
      'Posições planejadas para dias futuros são desfeitas.',
    ],
    label: 'Retirar da hierarquia',
  },
  desativacao: {
    title: (unit: Unit) => `Desativar a unidade ${unit.acronym}?`,
    consequences: [
      'Ninguém poderá entrar na unidade nem enviar processos a ela, a partir de agora.',
      'Processos abertos nela continuam abertos; mova-os antes se alguém precisa deles.',
      'Ela continua no histórico, na pesquisa e nas estatísticas, e pode ser reativada.',
    ],
    label: 'Desativar',
  },
  reativacao: {
    title: (unit: Unit) => `Reativar a unidade ${unit.acronym}?`,
    consequences: ['Quem tem permissão em vigor na unidade volta a trabalhar nela no mesmo instante.'],
    label: 'Reativar',
  },
} as const
