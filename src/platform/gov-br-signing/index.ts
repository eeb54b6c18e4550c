export { govBrSigningOf } from './configured.ts'
export type { GovBrAuthorization, GovBrRefusal, GovBrSigning, GovBrSigningConfig } from './gov-br-signing.ts'
export { openGovBrSigning } from './open-gov-br-signing.ts'
