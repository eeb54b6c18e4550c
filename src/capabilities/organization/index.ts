export {
  AdministrationPage,
  adminHref,
  administrationCrumbs,
  RegisterPage,
  type RegisterPageProps,
  StateTag,
  stateOptions,
  stateValue,
} from './administration/administration.page.tsx'
export { goSaying, idParam, listRequest, reachOfVisit } from './administration/answers.view.ts'
export { bindFields } from './administration/bound-fields.ts'
export { type FieldRule, type FormReader, readForm } from './administration/form-reader.ts'
export { type ListOf, type ListRequest, listOf, patternsOf, rowsPerPage } from './administration/lists.ts'
export { unitWithinReach } from './administration/reach.queries.ts'
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
export { answerChanges, answerChangesAt } from './changes/answer-changes.view.tsx'
export type { ChangedRecord, ChangedRegister, Editor, FieldChange } from './changes/change.ts'
export { ChangesCard } from './changes/changes.page.tsx'
export { fieldLabel, tellValue } from './changes/changes.text.ts'
export { changesBetween } from './changes/changes-between.ts'
export { noteActive, noteChange, noteFields } from './changes/note-change.ts'
export { formatCnpj, formatCpf, maskCpf, parseCnpj, parseCpf } from './cpf.rules.ts'
export type { Holiday } from './holidays/holiday.ts'
export { addNationalHolidays, holidaysOf } from './holidays/keep-holidays.ts'
export { type AgencyToRegister, registerAgency } from './register-agency.ts'
export { registerUnit, type UnitToRegister } from './register-unit.ts'
export { organizationRoutes } from './routes.tsx'
export { agenciesImport } from './row-imports/agencies-import.view.ts'
export { fieldsOfCells, partsOf, plainWord } from './row-imports/cells.rules.ts'
export {
  type Cells,
  type ImportColumn,
  mayImport,
  type RegisterImport,
  type RowContext,
  type RowOutcome,
  refusedRow,
} from './row-imports/row-import.ts'
export { unitsImport } from './row-imports/units-import.view.ts'
export { currentUnitOf, renameUnit, succeedUnits, withPredecessors } from './succession/succeed-units.ts'
export { explainLabel, findUnitsByLabel, type LabelledUnit, unitLabels } from './units/find-by-label.ts'
