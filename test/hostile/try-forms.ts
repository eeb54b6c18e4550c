import type { Attack } from './attack.ts'
import type { Fields, Target } from './targets.ts'
import { shown, some } from './try-addresses.ts'
import { encodedForm, multipartForm } from './wire.ts'

type Pairs = (readonly [name: string, encoded: string])[]
let keys = 0

/** Every form, as no browser would fill it in. */
export async function tryForms(attack: Attack, each: number): Promise<void> {
  for (const target of attack.targets) {
    if (!target.route.startsWith('POST')) continue
    for (let time = 0; time < each; time++) await tryForm(attack, target)
  }
}

async function tryForm(attack: Attack, target: Target<never> | Attack['targets'][number]): Promise<void> {
  const { random } = attack
  const [value, other] = some(attack, 2)
  if (!value || !other) return
  const names = Object.keys(target.fields)
  const name = names.length > 0 ? random.pick(names) : 'nome'
  const given = (leaveOut: (name: string) => boolean = () => false): Pairs => pairsOf(target.fields, leaveOut)
  const own = ownOf(attack, target.by)
  const ways: [what: string, pairs: () => Pairs][] = [
    [`${name} is ${shown(value)}`, () => [...given((one) => one === name), [name, value.encoded]]],
    [`${name} is ${shown(value)}`, () => [...given((one) => one === name), [name, value.encoded]]],
    [`${name} is ${shown(other)}`, () => [...given((one) => one === name), [name, other.encoded]]],
    [`everything is ${shown(value)}`, () => names.map((one) => [one, value.encoded])],
    [`without ${name}`, () => given((one) => one === name)],
    ['with nothing', () => []],
    [`${name} thrice`, () => [...given(), [name, value.encoded], [name, other.encoded], [name, '']]],
    [
      `${name} as a list and a record`,
      () => [...given((one) => one === name), [`${name}[]`, '1'], [`${name}[a]`, '2'], [`${name}.a`, '3']],
    ],
    [
      'names of what every object has',
      () => [
        ...given(),
        ['__proto__', 'a'],
        ['__proto__', 'b'],
        ['constructor', 'c'],
        ['toString', 'd'],
        ['hasOwnProperty', value.encoded],
      ],
    ],
    [
      `${name} of 300 kB`,
      () => [
        ...given((one) => one === name),
        [
          name,
          (value.encoded || 'a')
            .repeat(Math.ceil(300_000 / (value.encoded.length || 1)))
            .slice(0, 300_000)
            .replace(/%.?$/, ''),
        ],
      ],
    ],
    [
      'six hundred fields',
      () => [...given(), ...Array.from({ length: 600 }, (_, n) => [`campo${n}`, value.encoded.slice(0, 40)] as const)],
    ],
  ]
  const [what, pairs] = random.pick(ways)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const way = random.whole(0, 19)
  if (way === 0) {
    const bodies = ['{"a":', '[]', '<a/>', '\0', '{"_csrf":{"a":1}}', 'a=%']
    const types = [
      'application/json',
      'text/xml',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'x',
      'application/x-www-form-urlencoded; charset=utf-7',
    ]
    const [type, body] = [random.pick(types), random.pick(bodies)]
    await attack.ask('forms', target.by, `${type} ${JSON.stringify(body)}`, {
      method: 'POST',
      url: target.url,
      headers: { 'content-type': type, 'x-csrf-token': attack.csrfOf(target.by) },
      body,
    })
  } else if (way <= 2) {
    const parts = Object.fromEntries(
      [...pairs(), ...own].map(([one, encoded]) => [one.replace(/[^ -~]/g, ''), loosely(encoded)]),
    )
    const { body, type } = multipartForm({ ...parts, ...(way === 1 ? { __proto__x: 'a', toString: 'b' } : {}) }, [])
    await attack.ask('forms', target.by, `${what}, in parts`, {
      method: 'POST',
      url: target.url,
      headers: { 'content-type': type },
      body,
    })
  } else {
    await attack.ask('forms', target.by, what, {
      method: 'POST',
      url: target.url,
      headers,
      body: encodedForm([...pairs(), ...own]),
    })
  }
}

/** Reckons the digest of a file and keeps nothing: whoever sends it, nothing comes of it. */
const keepsNothing = new Set(['POST /autenticidade/comparacao'])

/** The same forms, well filled in, from whom they did not come: nobody's act may be done so. */
export async function tryForgedForms(attack: Attack): Promise<void> {
  const { random } = attack
  const foreign = attack.csrfOf('carla')
  const seen = new Set<string>()
  for (const target of attack.targets) {
    if (target.route.startsWith('GET') || seen.has(target.route)) continue
    seen.add(target.route)
    const by = target.by === 'carla' ? 'marina' : target.by
    const own = attack.csrfOf(by)
    const ways: [what: string, pairs: Pairs, headers: Record<string, string>][] = [
      ['without its token', [], {}],
      ["with another session's token", [['_csrf', foreign]], { 'x-csrf-token': foreign }],
      ['from another site', [['_csrf', own]], { 'x-csrf-token': own, origin: 'https://outro.example' }],
      ['from nowhere that can be named', [['_csrf', own]], { 'x-csrf-token': own, origin: 'outro' }],
      [
        'with a token thrice',
        [
          ['_csrf', ''],
          ['_csrf', own],
          ['_csrf', foreign],
        ],
        {},
      ],
    ]
    const [what, pairs, more] = random.pick(ways)
    const isJson = !target.route.startsWith('POST') || Object.keys(target.fields).length === 0
    const type = isJson && random.chance(0.5) ? 'application/json' : 'application/x-www-form-urlencoded'
    const body = type.endsWith('json')
      ? '{}'
      : encodedForm([...pairsOf(target.fields, () => false), ...pairs, ['_chave', aKey()]])
    const method = target.route.slice(0, target.route.indexOf(' '))
    const { status } = await attack.ask('forged forms', by, what, {
      method,
      url: target.url,
      headers: { ...more, 'content-type': type },
      body,
    })
    if (status < 400 && !keepsNothing.has(target.route))
      attack.faults.add(`forged forms: answered ${status} — ${method} ${target.url} by ${by}: ${what}`)
  }
}

export function ownOf(attack: Attack, by: Attack['targets'][number]['by']): Pairs {
  return [
    ['_csrf', attack.csrfOf(by)],
    ['_chave', attack.random.chance(0.05) ? '%FF%00'.repeat(200) : aKey()],
  ]
}

function aKey(): string {
  keys += 1
  return `chave-de-ma-fe-${keys}`
}

function pairsOf(fields: Fields, leaveOut: (name: string) => boolean): Pairs {
  return Object.entries(fields).flatMap(
    ([name, values]): Pairs =>
      leaveOut(name)
        ? []
        : [values].flat().map((one) => [encodeURIComponent(name), encodeURIComponent(one.toWellFormed())]),
  )
}

function loosely(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
