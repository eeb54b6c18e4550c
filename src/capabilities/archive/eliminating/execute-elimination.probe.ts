// Run by a test as a process of its own, bundled: carries one elimination out, and dies where CARIMBO_FALHA says.
import { openDatabase } from '../../../platform/db/index.ts'
import { executeElimination } from './execute-elimination.ts'

const [url = '', listingId = '', at = '0'] = process.argv.slice(2)
const db = await openDatabase({ url, poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
await executeElimination(db, listingId, () => new Date(Number(at)))
process.exit(0)
