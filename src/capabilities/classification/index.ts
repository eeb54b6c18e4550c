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
export { registerStarterSet } from './starter-set/register-starter-set.ts'
