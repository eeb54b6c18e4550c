import { errorOf, RadioGroup } from '../../../ui/index.ts'
import type { FileOffer } from './offer-upload.ts'

type OriginFieldsProps = {
  offer: FileOffer
  typed: { readonly origin: string; readonly conferenceKindId: string }
  problems: readonly { field: string; message: string }[]
}

/** Born digital or scanned and, when scanned, against what it was checked (DOC-041, DOC-042). */
export function OriginFields({ offer, typed, problems }: OriginFieldsProps) {
  return (
    <>
      <RadioGroup
        name="formato"
        label="Formato"
        required
        value={typed.origin}
        error={errorOf(problems, 'formato')}
        options={[
          { value: 'nato-digital', label: 'Nato-digital', hint: 'O documento foi feito em computador.' },
          { value: 'digitalizado', label: 'Digitalizado nesta unidade', hint: 'O documento era de papel.' },
        ]}
      />
      <RadioGroup
        name="conferencia"
        label="Tipo de conferência"
        hint="Só para digitalizados: com o que a cópia foi conferida."
        value={typed.conferenceKindId}
        error={errorOf(problems, 'conferencia')}
        options={offer.conferenceKinds.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
