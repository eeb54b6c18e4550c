import type { Attack } from './attack.ts'
import { ownOf } from './try-forms.ts'
import { hardForPatterns, harmless } from './values.ts'
import { encodedForm } from './wire.ts'

/** How much longer a string may take than a harmless one of its length. */
const mostMs = 200

/** Long strings made for careless patterns, in all fields of a form at once. */
export async function tryPatterns(
  attack: Attack,
  { forms, strings }: { forms: number; strings: number },
): Promise<void> {
  const { random } = attack
  const taking = attack.targets.filter(({ route, fields }) => Object.keys(fields).length > 0 && !/sair/.test(route))
  for (let time = 0; time < forms; time++) {
    const target = random.pick(taking)
    const isForm = target.route.startsWith('POST')
    // An address may be as long as a head: eight thousand is what is left for its words.
    const length = isForm ? 50_000 : Math.floor(7_000 / (3 * Object.keys(target.fields).length))
    const benign = await least(attack, target, harmless(length))
    for (let chosen = 0; chosen < strings; chosen++) {
      const text = random.pick(hardForPatterns(length))
      const took = await least(attack, target, text, benign + mostMs)
      if (took > benign + mostMs)
        attack.faults.add(
          `patterns: ${Math.round(took)} ms, and ${Math.round(benign)} ms for harmless words — ${target.route} ${JSON.stringify(text.slice(0, 20))}`,
        )
    }
  }
}

/** The least of some times, unless the first is short enough: what a machine with other work adds is no pattern's fault. */
async function least(attack: Attack, target: Attack['targets'][number], text: string, enough = 0): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < (enough ? 4 : 2) && best > enough; time++)
    best = Math.min(best, await once(attack, target, text))
  return best
}

async function once(attack: Attack, target: Attack['targets'][number], text: string): Promise<number> {
  const pairs = Object.keys(target.fields).map((name) => [encodeURIComponent(name), encodeURIComponent(text)] as const)
  const what = `all of ${JSON.stringify(text.slice(0, 12))}`
  if (!target.route.startsWith('POST')) {
    const url = `${target.url.split('?')[0]}?${encodedForm(pairs)}`
    return (await attack.ask('patterns', target.by, what, { method: 'GET', url })).ms
  }
  const body = encodedForm([...pairs, ...ownOf(attack, target.by)])
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return (await attack.ask('patterns', target.by, what, { method: 'POST', url: target.url, headers, body })).ms
}
