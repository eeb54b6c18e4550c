export interface LockOptions {
  readonly onWait?: () => void
  readonly deadlineMs?: number
}

export function holdLock(path: string, options?: LockOptions): Promise<() => void>
export function processMark(pid: number): string | undefined
