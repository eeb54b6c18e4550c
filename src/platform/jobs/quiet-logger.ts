import { Logger } from 'graphile-worker'

/** The library's own lines are dropped: what matters of a job is logged by the task itself. */
export const quietLogger = new Logger(() => () => undefined)
