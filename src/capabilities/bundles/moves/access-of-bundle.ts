import type { Database } from '../../../platform/db/index.ts'
import { beginReading, endReading } from '../../cases/index.ts'
import { beginCoSigning, endCoSigning } from '../../documents/index.ts'
import type { Bundle } from '../bundle.ts'
import { selectItems } from '../items/items.queries.ts'

type Holding = Pick<Bundle, 'id' | 'kind'>

/**
 * Lets units have what is in the bundle, through the front doors of those who keep the gate: documents to be signed, or
 * case files to be read.
 */
export async function openToUnits(db: Database, bundle: Holding, unitIds: readonly string[], now: Date): Promise<void> {
  const items = await selectItems(db, bundle.id)
  if (bundle.kind === 'signature') {
    const documentIds = items.flatMap(({ documentId }) => documentId ?? [])
    await beginCoSigning(db, { documentIds, unitIds, source: bundle.id }, now)
  } else if (bundle.kind === 'meeting') {
    const caseFileIds = items.flatMap(({ caseFileId }) => caseFileId ?? [])
    await beginReading(db, { caseFileIds, unitIds, source: bundle.id }, now)
  }
}

/** Takes it from one unit, or from all: exactly what the bundle gave, at once (BLO-005, BLO-041). */
export async function closeToUnits(
  db: Database,
  bundle: Holding,
  unitId: string | undefined,
  now: Date,
): Promise<void> {
  if (bundle.kind === 'signature') await endCoSigning(db, { source: bundle.id, unitId }, now)
  else if (bundle.kind === 'meeting') await endReading(db, { source: bundle.id, unitId }, now)
}
