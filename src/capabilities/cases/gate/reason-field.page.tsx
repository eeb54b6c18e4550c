import { errorOf, type FormError, TextArea } from '../../../ui/index.ts'

interface ReasonFieldProps {
  readonly value: string
  readonly problems: readonly FormError[]
}

/** The reason of an act, which history keeps. */
export function ReasonField({ value, problems }: ReasonFieldProps) {
  return (
    <TextArea
      name="motivo"
      label="Motivo"
      hint="Fica no histórico, à vista de todos que leem o processo. Até 500 caracteres."
      rows={3}
      maxLength={500}
      required
      value={value}
      error={errorOf(problems, 'motivo')}
    />
  )
}
