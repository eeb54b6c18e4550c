export { type CommissionMember, commissionOf } from './commission.queries.ts'
export { type AnotherRefused, confirmAnother, explainAnotherRefused } from './confirm-another.ts'
export {
  confirmCaseAccess,
  confirmPassword,
  explainPasswordRefused,
  type PasswordRefused,
} from './confirm-password.ts'
export { type FoundVisitor, findVisitor } from './find-visitor.ts'
export { firstAdministratorLink } from './first-administrator/first-administrator-link.ts'
export { newPasswordMail } from './new-password/recovery.text.ts'
export { appointHolder } from './offices/hold-office.ts'
export { findOffice, openOffice } from './offices/keep-offices.ts'
export { appointSubstitute } from './offices/substitute.ts'
export { hashPassword } from './password-hash.ts'
export { permissionsImport } from './permissions/permissions-import.view.ts'
export {
  type AccountToRegister,
  grantProfile,
  type ProfileGrant,
  registerAccount,
  registerProfile,
} from './register-account.ts'
export { identityRoutes } from './routes.tsx'
export { typedLogin } from './sign-in.form.ts'
export { standardProfiles } from './standard-profiles.ts'
export { unitPeople } from './unit-people.ts'
export { usersImport } from './users/users-import.view.ts'
