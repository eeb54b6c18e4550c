/** Somebody whom the sign-in page of the demonstration offers with one click. */
export interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly unit: string
}
