import { type Outcome, refuse } from '../outcome.ts'

const mostAtOnce = 2
const mostWaiting = 20
let atWork = 0
const waiting: (() => void)[] = []

/** Drawing takes a processor: two pages at a time for everybody who looks, some wait, and more are asked to come again. */
export async function oneOfFew<Value, Refusal>(
  work: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | 'busy'>> {
  if (atWork >= mostAtOnce) {
    if (waiting.length >= mostWaiting) return refuse('busy')
    // Who ends hands its place over: the count stays.
    await new Promise<void>((begin) => waiting.push(begin))
  } else atWork += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else atWork -= 1
  }
}
