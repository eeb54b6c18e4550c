/**
 * How long a connection waits before it asks a server that did not answer again, in seconds. The driver counts refusals
 * of the whole pool together and by itself waits up to 20 s, long after the server is back; here it is asked again
 * within half a second, a little sooner or later each, so that they do not all knock at once.
 */
export function waitToReconnect(refusals: number, random: () => number = Math.random): number {
  const longest = Math.min(0.02 * 2 ** Math.min(refusals, 10), 0.5)
  return longest * (0.5 + random() / 2)
}
