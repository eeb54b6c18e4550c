import { trailRecords } from '../auditing/index.ts'
import { documentRecords } from '../documents/index.ts'
import type { RecordSource } from '../history/index.ts'
import { signatureRecords } from '../signatures/index.ts'

/** Everything that is sealed beside the history, in the order of its leaves. */
export const sealedRecords: readonly RecordSource[] = [...documentRecords, ...signatureRecords, ...trailRecords]
