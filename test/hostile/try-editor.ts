import type { Attack } from './attack.ts'
import { hostileMessages, spoiledMessage } from './editor-messages.ts'
import { withParameter } from './targets.ts'

/** JSON to every address that takes it: not the message, or a text that the editor never wrote. */
export async function tryEditor(attack: Attack, { share, spoil }: { share: number; spoil: number }): Promise<void> {
  const { random, values } = attack
  const { content, version, number } = await aText(attack)
  const bodies = hostileMessages({ content, version }, values, attack.trap.url)
  const taking = attack.targets.filter(
    ({ route, fields }) => route.startsWith('PUT') || (route.startsWith('POST') && Object.keys(fields).length === 0),
  )
  for (const target of taking) {
    const { route, by } = target
    const url = route.includes('/documentos/:numero') ? withParameter(target, 'numero', number) : target.url
    if (route.endsWith('/documentos/:numero/versao')) await trySaving(attack, url, by, bodies)
    const method = route.slice(0, route.indexOf(' '))
    const isEditor = /rascunho|versao|observacoes|envio/.test(route)
    const sent = bodies.filter(() => random.chance(isEditor ? share : share / 8))
    const more = isEditor
      ? Array.from({ length: spoil }, () => spoiledMessage(random, random.pick(bodies), values))
      : []
    for (const body of [...sent, ...more]) {
      const headers = { 'content-type': 'application/json', 'x-csrf-token': attack.csrfOf(by) }
      await attack.ask('editor', by, body.slice(0, 120), { method, url, headers, body })
    }
  }
}

/** Texts that would act, saved one after the other as if nothing had happened between, and each looked at where it is shown. */
async function trySaving(attack: Attack, url: string, by: Attack['targets'][number]['by'], bodies: readonly string[]) {
  const document = url.replace(/\/versao$/, '')
  for (const body of bodies.filter((one) => /javascript|zqatributo|"src"/.test(one))) {
    const { text } = await attack.people[by].open(`${document}/conteudo`)
    // What was sent before may have taken the document away.
    if (!text.startsWith('{')) return
    const { version } = JSON.parse(text) as { version: number }
    const headers = { 'content-type': 'application/json', 'x-csrf-token': attack.csrfOf(by) }
    const now = body.replace(/"baseVersion":\d+/, `"baseVersion":${version}`)
    const saved = await attack.ask('editor', by, body.slice(0, 400), { method: 'POST', url, headers, body: now })
    if (saved.status !== 200) continue
    for (const shown of [document, `${document}/versoes/${version + 1}`])
      await attack.ask('what was kept', by, `saved ${body.slice(0, 400)}`, { method: 'GET', url: shown })
  }
}

/** The text of a document as the editor gets it. */
async function aText({ targets, people }: Attack): Promise<{ content: unknown; version: number; number: string }> {
  for (const { route, url, by } of targets) {
    if (!route.endsWith('/documentos/:numero/editor') || !route.startsWith('GET')) continue
    const { text, status } = await people[by].open(url.replace(/\/editor.*$/, '/conteudo'))
    if (status !== 200 || !text.startsWith('{')) continue
    const { content, version } = JSON.parse(text) as { content: unknown; version: number }
    return { content, version, number: /documentos\/(\d+)/.exec(url)?.[1] ?? '' }
  }
  throw new Error('no document can be edited by anybody')
}
