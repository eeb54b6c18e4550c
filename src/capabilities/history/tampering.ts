/** Something that is not as it was sealed, with a name. */
export type Tampering =
  | { readonly kind: 'event-changed' | 'event-missing'; readonly eventId: string; readonly sealId: number }
  | { readonly kind: 'event-slipped-in'; readonly eventId: string; readonly sealId: number }
  /** A row of another capability, as `kind:key`. */
  | { readonly kind: 'record-changed' | 'record-missing'; readonly record: string; readonly sealId: number }
  | { readonly kind: 'record-slipped-in'; readonly record: string; readonly sealId: number }
  | { readonly kind: 'seal-changed' | 'seal-missing'; readonly sealId: number }
  | { readonly kind: 'node-changed' | 'node-missing' | 'node-slipped-in'; readonly node: string }
  | { readonly kind: 'head-changed' | 'head-missing' | 'head-slipped-in'; readonly size: number }
  | { readonly kind: 'stamp-changed'; readonly size: number }
  /** A head that was written outside the database is not (any more) one of this log. */
  | { readonly kind: 'log-cut' | 'log-rewritten'; readonly size: number }
