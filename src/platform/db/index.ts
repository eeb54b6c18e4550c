export { dump } from './dump.ts'
export { migrate, migrationsFolder } from './migrate.ts'
export { type Database, type DatabaseOptions, openDatabase, type Pool, type Transaction, together } from './pool.ts'
export { inTransaction, retryable, TransactionLost } from './transaction.ts'
