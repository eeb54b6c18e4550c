const unreachable = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  // The server is shutting down, has crashed, or is still recovering.
  '57P01',
  '57P02',
  '57P03',
])
/** No turn or no connection in time; a statement was given up; who asked is gone. Nothing was changed. */
const tooBusy = new Set(['TOO_BUSY', 'CLIENT_GONE', '57014'])
// Full, or no longer able to write: in both cases nothing was kept, and reading goes on.
const diskFull = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/**
 * What an error that nobody took means for who asked: 4xx as it is, 503 where the database is away and comes back by
 * itself or is too busy, 507 where the disk is full or fails, and 500 for every fault of our own.
 */
export function statusOfError(error: { readonly statusCode?: number | undefined; readonly code?: unknown }): number {
  const { statusCode, code } = error
  if (statusCode && statusCode >= 400 && statusCode < 500) return statusCode
  if (diskFull.has(String(code))) return 507
  return unreachable.has(String(code)) || isTooBusy(error) ? 503 : 500
}

/** Whether it is 503 because more was asked than can be done in time. */
export function isTooBusy({ code }: { readonly code?: unknown }): boolean {
  return tooBusy.has(String(code))
}
