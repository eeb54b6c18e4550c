import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attack } from './attack.ts'
import { escapedName, type HostileFile, hostileFiles, spoiled } from './files.ts'
import { tagsOf } from './tags.ts'
import { ownOf } from './try-forms.ts'
import { multipartForm } from './wire.ts'

/** Files that somebody sends in bad faith, to every form that takes one; then whatever became of them is fetched. */
export async function tryFiles(
  attack: Attack,
  { each, deal, swollenBytes }: { each: number; deal: number; swollenBytes: number },
): Promise<void> {
  const { random, targets } = attack
  const files = hostileFiles(attack.trap.url, swollenBytes)
  const taking = targets.filter(
    ({ route, files: fields }) => route.startsWith('POST') && (fields.length > 0 || /imagem|arquivos$/.test(route)),
  )
  const kept = new Map<string, Attack['targets'][number]['by']>()
  // Every kind of file is sent somewhere, and every form gets its share of kinds.
  const dealt = files.map((file, place) => [file, taking[(place + deal) % taking.length]] as const)
  const more = taking.flatMap((target) =>
    Array.from({ length: each }, () => [spoiled(random, random.pick(files)), target] as const),
  )
  for (const [file, target] of [...dealt, ...more]) {
    if (!target) continue
    const reply = await sendFile(attack, target, file)
    const to = String(reply.headers.location ?? '')
    if (reply.status === 303 && to.startsWith('/em/')) kept.set(to, target.by)
    const told = /"src":"(\/[^"]+)"/.exec(reply.body)?.[1]
    if (told) kept.set(told, target.by)
  }
  await attack.house.workOff()
  const escaped = [join(tmpdir(), escapedName), join('/tmp', escapedName)].filter((path) => existsSync(path))
  for (const path of escaped) attack.faults.add(`uploads: something was written outside of the house: ${path}`)
  for (const [url, by] of kept) {
    const page = await attack.ask('what was kept', by, 'after sending files', { method: 'GET', url })
    const links = tagsOf(page.body).flatMap(({ attributes }) => [attributes.href, attributes.src])
    for (const link of new Set(links))
      if (link && /^\/em\/[^?]*\/(arquivo|conteudo|pdf|anexos|imagens|documentos)\b/.test(link))
        await attack.ask('what was kept', by, 'the file itself', { method: 'GET', url: link })
  }
}

function sendFile(attack: Attack, target: Attack['targets'][number], { what, file }: HostileFile) {
  const field = target.files[0] ?? 'arquivo'
  const own = Object.fromEntries(ownOf(attack, target.by))
  const { body, type } = multipartForm({ ...target.fields, ...own }, [{ field, ...file }])
  const headers = { 'content-type': type, 'x-csrf-token': attack.csrfOf(target.by) }
  return attack.ask('uploads', target.by, what, { method: 'POST', url: target.url, headers, body })
}
