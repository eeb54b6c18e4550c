import { typeIdOf } from '../support/builders-documents.ts'
import type { Attack } from './attack.ts'
import { mutatedFile } from './mutated-files.ts'
import { tagsOf } from './tags.ts'
import { ownOf } from './try-forms.ts'
import { multipartForm } from './wire.ts'

/** After so many the files are read and indexed, and looked at where they are served. */
const batch = 50

export interface Mutated {
  readonly forms: number
  readonly taken: number
  readonly served: number
}

/** Files made by chance, to every form that takes one; then whatever became of them is fetched. */
export async function tryMutated(attack: Attack, uploads: number): Promise<Mutated> {
  const { random, house } = attack
  const taking = attack.targets.filter(
    ({ route, files }) => route.startsWith('POST') && (files.length > 0 || /imagem|arquivos$/.test(route)),
  )
  // The form that includes a file at once is filled in well, so that most of what it is sent stays.
  const including = taking.filter(({ route }) => route.endsWith('/documentos/externo'))
  const asIncluded = { tipo: await typeIdOf(house, 'Requerimento'), data: '2026-01-02', formato: 'nato-digital' }
  let [taken, served] = [0, 0]
  for (let sent = 0; sent < uploads; sent++) {
    const kept = new Map<string, (typeof taking)[number]['by']>()
    for (let place = 0; place < batch && sent < uploads; place++, sent++) {
      const target = random.chance(0.6) && including.length > 0 ? random.pick(including) : random.pick(taking)
      const { what, file } = mutatedFile(random)
      const own = Object.fromEntries(ownOf(attack, target.by))
      const field = target.files[0] ?? 'arquivo'
      const { body, type } = multipartForm(
        { ...target.fields, ...(including.includes(target) ? asIncluded : {}), ...own },
        [{ field, ...file }],
      )
      const headers = { 'content-type': type, 'x-csrf-token': attack.csrfOf(target.by) }
      const sending = { method: 'POST', url: target.url, headers, body }
      const reply = await attack.ask('uploads', target.by, `file ${sent}: ${what}`, sending)
      const to = reply.status === 303 ? String(reply.headers.location ?? '') : ''
      const url = /"src":"(\/[^"]+)"/.exec(reply.body)?.[1] ?? to
      if (url.startsWith('/em/') || url.startsWith('/arquivos/')) kept.set(url, target.by)
    }
    sent -= 1
    taken += kept.size
    await house.workOff()
    for (const [url, by] of kept) {
      const page = await attack.ask('what was kept', by, 'after sending files', { method: 'GET', url })
      const links = tagsOf(page.body).flatMap(({ attributes }) => [attributes.href, attributes.src])
      for (const link of new Set(links)) {
        if (!link || !/^\/em\/[^?]*\/(arquivo|conteudo|pdf|anexos|imagens)\b/.test(link)) continue
        served += 1
        await attack.ask('what was kept', by, 'the file itself', { method: 'GET', url: link })
      }
    }
  }
  return { forms: taking.length, taken, served }
}
