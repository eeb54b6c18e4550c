import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { Details, RadioGroup, Select, TextArea } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { ScopeOffer } from './offer-scopes.ts'

interface ScopeFieldsProps {
  readonly offer: ScopeOffer
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** To whom a text of the institution goes, as far as this person distributes. */
export function ScopeFields({ offer, fields, problems }: ScopeFieldsProps) {
  const bound = bindFields(fields, problems)
  const { level, agencies } = offer
  const units = {
    value: 'unidades',
    label: 'Unidades escolhidas',
    hint:
      level === 'local'
        ? `Uma ou várias: ${offer.ownUnit} e as que estão abaixo dela na hierarquia.`
        : 'Uma ou várias, na lista abaixo.',
  }
  return (
    <>
      <RadioGroup
        {...bound.text('alcance')}
        label="Distribuir a"
        required
        options={[
          ...(level === 'installation' ? [{ value: 'instalacao', label: 'Todas as unidades de todos os órgãos' }] : []),
          ...(level === 'local'
            ? []
            : [{ value: 'orgao', label: level === 'agency' ? 'Todas as unidades do órgão' : 'Um órgão inteiro' }]),
          units,
        ]}
      />
      {level === 'installation' ? (
        <Select
          {...bound.text('orgao')}
          label="Órgão"
          hint="Só quando o texto vai a um órgão inteiro."
          width="medium"
          emptyLabel="Escolha, se for o caso"
          options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
      ) : null}
      <TextArea
        {...bound.text('unidades')}
        label="Unidades"
        hint="Uma sigla por linha; só quando o texto vai a unidades escolhidas."
        rows={4}
      />
      <Details summary="Siglas das unidades">
        <p>{offer.unitLabels.join(' · ')}</p>
      </Details>
    </>
  )
}
