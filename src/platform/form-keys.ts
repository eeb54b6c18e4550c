/** What every form carries: `<Form {...formKeys} action=…>`. */
export interface FormKeys {
  readonly csrf: string
  /** The same form sent twice is one act. */
  readonly idempotencyKey: string
}
