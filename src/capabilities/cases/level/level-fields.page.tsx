import { errorOf, type FormError, RadioGroup, Select } from '../../../ui/index.ts'
import type { AccessLevel } from '../access.rules.ts'
import type { LegalBasisChoice } from '../fields/find-choices.ts'
import type { LevelTyped } from './level.form.ts'

interface LevelFieldsProps {
  readonly typed: LevelTyped
  readonly allowedLevels: readonly AccessLevel[]
  readonly legalBases: readonly LegalBasisChoice[]
  readonly problems: readonly FormError[]
}

/** Level of access and its legal basis. */
export function LevelFields({ typed, allowedLevels, legalBases, problems }: LevelFieldsProps) {
  const options = levelOptions.filter(({ value }) => allowedLevels.includes(value))
  return (
    <>
      <RadioGroup
        name="nivel"
        label="Nível de acesso"
        hint="Público é a regra (Lei nº 12.527/2011, art. 3º, I). Com dado pessoal ou sigilo previsto em lei, escolha outro."
        required
        value={typed.level}
        options={options}
        error={errorOf(problems, 'nivel')}
      />
      {options.some(({ value }) => value !== 'public') ? (
        <Select
          name="hipotese"
          label="Hipótese legal"
          hint="Obrigatória quando o processo não é público."
          value={typed.legalBasisId}
          emptyLabel="Escolha…"
          width="long"
          error={errorOf(problems, 'hipotese')}
          options={legalBases
            .filter(({ level }) => allowedLevels.includes(level))
            .map(({ id, name, law, level }) => ({
              value: id,
              label: `${name} (${law})`,
              group: level === 'restricted' ? 'Para processo restrito' : 'Para processo sigiloso',
            }))}
        />
      ) : null}
    </>
  )
}

const levelOptions: readonly { value: AccessLevel; label: string; hint: string }[] = [
  { value: 'public', label: 'Público', hint: 'Todas as unidades podem ler e, na consulta pública, qualquer pessoa.' },
  { value: 'restricted', label: 'Restrito', hint: 'Só leem as unidades por onde o processo passa.' },
  {
    value: 'confidential',
    label: 'Sigiloso',
    hint: 'Só lê quem recebe credencial. Informação classificada como reservada, secreta ou ultrassecreta (Lei nº 12.527/2011, art. 23) não pode ser posta neste sistema.',
  },
]
