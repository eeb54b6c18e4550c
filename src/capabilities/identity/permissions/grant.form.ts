import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'

export interface TypedGrant {
  readonly profileId: string
  readonly where: 'unit' | 'agency'
  /** As typed; resolved against the register. */
  readonly unitLabel: string
  readonly agencyId: string | undefined
  readonly extendsToSubunits: boolean
  readonly administers: 'unit' | 'agency' | 'installation'
  readonly from: LocalDate
  readonly until: LocalDate | undefined
}

export function readGrant(fields: FormFields): {
  request: TypedGrant | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const profileId = form.id('perfil', { label: 'o perfil', required: true })
  const where = form.choice('onde', 'onde a permissão vale', ['unidade', 'orgao'])
  const isUnit = where === 'unidade'
  const unitLabel = form.line('unidade', { label: 'a unidade', most: 80, required: isUnit })
  const agencyId = form.id('orgao', { label: 'o órgão', required: where === 'orgao' })
  const extendsToSubunits = isUnit && form.flag('subunidades')
  const [asked] = form.choices('alcance', ['orgao', 'sim'])
  // What is not said is the narrowest.
  const administers = asked === 'sim' ? 'installation' : asked === 'orgao' ? 'agency' : 'unit'
  const from = form.day('desde', { label: 'o primeiro dia', required: true })
  const until = form.day('ate', { label: 'o último dia' })
  if (form.problems.length > 0 || !profileId || !from) return { request: undefined, problems: form.problems }
  return {
    request: {
      profileId,
      where: isUnit ? 'unit' : 'agency',
      unitLabel,
      agencyId,
      extendsToSubunits,
      administers,
      from,
      until,
    },
    problems: [],
  }
}
