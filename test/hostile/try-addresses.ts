import { parametersOf } from '../access/routes.ts'
import type { Attack } from './attack.ts'
import { withParameter } from './targets.ts'
import { type Hostile, mixture } from './values.ts'

/** Every part of every address that stands for something, and whatever a page asks after the question mark. */
export async function tryAddresses(
  attack: Attack,
  { each, queryNames }: { each: number; queryNames: readonly string[] },
) {
  const { targets, random } = attack
  for (const target of targets) {
    const names = [...parametersOf(target.route), ...(target.route.includes(':unidade') ? ['unidade'] : [])]
    if (!target.route.startsWith('GET')) continue
    for (const name of names)
      for (const value of some(attack, each)) {
        if (value.encoded.length > 6_000) continue
        const url = withParameter(target, name, value.encoded || '%20')
        await attack.ask('parameters', target.by, `${name} is ${shown(value)}`, { method: 'GET', url })
      }
    const [path = ''] = target.url.split('?')
    const own = [...new Set([...Object.keys(target.fields), ...new URLSearchParams(target.url.split('?')[1]).keys()])]
    for (const value of some(attack, each)) {
      if (value.encoded.length > 6_000) continue
      const name = own.length > 0 && random.chance(0.7) ? random.pick(own) : random.pick(queryNames)
      const fields = new URLSearchParams(target.url.split('?')[1])
      for (const [field, given] of Object.entries(target.fields)) fields.set(field, [given].flat()[0] ?? '')
      fields.delete(name)
      const url = `${path}?${fields}&${name}=${value.encoded}${random.chance(0.2) ? `&${name}=a&${name}[b]=c` : ''}`
      await attack.ask('queries', target.by, `${name} is ${shown(value)}`, { method: 'GET', url })
    }
    // All that any page of the program asks, all with the same: a name that no form shows is tried too.
    const [value] = some(attack, 1).filter(({ encoded }) => encoded.length < 100)
    const asked = queryNames.map((name) => `${name}=${value?.encoded ?? '-1'}`).join('&')
    await attack.ask('queries', target.by, `everything is ${value ? shown(value) : '-1'}`, {
      method: 'GET',
      url: `${path}?${asked}`,
    })
  }
}

export function some({ random, values }: Attack, count: number): Hostile[] {
  return Array.from({ length: count }, () => (random.chance(0.15) ? mixture(random, values) : random.pick(values)))
}

export function shown({ kind, text }: Hostile): string {
  return `${kind} ${JSON.stringify(text.slice(0, 60))}`
}
