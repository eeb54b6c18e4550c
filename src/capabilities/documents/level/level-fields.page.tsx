import type { FieldProblem } from '../../../platform/form-fields.ts'
import { errorOf, RadioGroup, Select } from '../../../ui/index.ts'
import type { LevelOffer } from './check-level.ts'
import type { LevelTyped } from './level.form.ts'

const words = {
  publico: {
    label: 'Público',
    hint: 'Todas as unidades podem ler e, na consulta pública, qualquer pessoa; o que se escreve aqui, só depois de assinado.',
  },
  restrito: { label: 'Restrito', hint: 'Só as unidades por onde o processo passou podem ler.' },
  sigiloso: { label: 'Sigiloso', hint: 'O processo inteiro passa a ser lido só por quem tem credencial.' },
} as const

type LevelFieldsProps = {
  offer: LevelOffer
  typed: LevelTyped
  problems: readonly FieldProblem[]
}

/** Access level and legal basis. Both are always in sight, so that the form works without script. */
export function LevelFields({ offer, typed, problems }: LevelFieldsProps) {
  const groups = new Set(offer.legalBases.map(({ level }) => level)).size > 1
  return (
    <>
      <RadioGroup
        name="nivel"
        label="Nível de acesso"
        required
        value={typed.level}
        options={offer.levels.map((value) => ({ value, ...words[value] }))}
        error={errorOf(problems, 'nivel')}
      />
      <Select
        name="hipotese"
        label="Hipótese legal"
        hint="Obrigatória quando o nível não é público."
        emptyLabel="Nenhuma"
        value={typed.legalBasisId}
        options={offer.legalBases.map(({ id, label, level }) => ({
          value: id,
          label,
          ...(groups ? { group: level } : {}),
        }))}
        error={errorOf(problems, 'hipotese')}
      />
    </>
  )
}
