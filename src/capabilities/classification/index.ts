export { readCaseType } from './case-types/case-type.form.ts'
export { explainCaseTypeRefusal } from './case-types/case-types.text.ts'
export { type CaseTypeRequest, findBases, type SaveRefusal, saveCaseType } from './case-types/save-case-type.ts'
export { findFormInForce, findFormVersion, publishForm, saveField } from './forms/arrange-form.ts'
export { numberOf } from './forms/form-field.form.ts'
export type { FieldKind, FormField, FormVersion } from './forms/form-field.ts'
export { classificationMovers } from './migration/movers.ts'
export {
  type CaseTypeToRegister,
  type DocumentTypeToRegister,
  type RecordClassToRegister,
  registerCaseType,
  registerConferenceKind,
  registerDocumentType,
  registerLegalBasis,
  registerRecordClass,
} from './register-types.ts'
export { classificationRoutes } from './routes.tsx'
export { caseTypesImport } from './row-imports/case-types-import.view.ts'
export { documentTypesImport } from './row-imports/document-types-import.view.ts'
export { recordClassesImport } from './row-imports/record-classes-import.view.ts'
export { registerStarterSet } from './starter-set/register-starter-set.ts'
