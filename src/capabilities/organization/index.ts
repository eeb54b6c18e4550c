export {
  AdministrationPage,
  adminHref,
  administrationCrumbs,
  RegisterPage,
  type RegisterPageProps,
} from './administration/administration.page.tsx'
export { goSaying, idParam, listRequest, reachOfVisit } from './administration/answers.view.ts'
export { bindFields } from './administration/bound-fields.ts'
export { type FieldRule, type FormReader, readForm } from './administration/form-reader.ts'
export { type ListOf, type ListRequest, listOf, patternsOf, rowsPerPage } from './administration/lists.ts'
export { type Reach, reaches, reachOf } from './administration/reach.ts'
export { federalMask } from './agencies/agency.form.ts'
export { listAgenciesWithin } from './agencies/find-agencies.ts'
export {
  digitsOf,
  formatCaseNumber,
  hasValidCheckDigits,
  type Mask,
  type MaskRefusal,
  matchesMask,
  type NumberParts,
  type NumberRefusal,
  numberScope,
  parseMask,
} from './case-numbers/case-number.rules.ts'
export { formatCnpj, formatCpf, maskCpf, parseCnpj, parseCpf } from './cpf.rules.ts'
export type { Holiday } from './holidays/holiday.ts'
export { addNationalHolidays, holidaysOf } from './holidays/keep-holidays.ts'
export { type AgencyToRegister, registerAgency } from './register-agency.ts'
export { registerUnit, type UnitToRegister } from './register-unit.ts'
export { organizationRoutes } from './routes.tsx'
export { explainLabel, findUnitsByLabel, type LabelledUnit, unitLabels } from './units/find-by-label.ts'
