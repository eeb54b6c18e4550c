import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'
import { missingForPowerCuts, startApart } from '../../tools/faults/power-cut-needs.ts'

const missing = missingForPowerCuts()
const why = missing.length === 0 ? '' : ` (left out here, for want of: ${missing.join('; ')})`

describe.skipIf(missing.length > 0)(`a power cut on a disk that forgets${why}`, () => {
  it('takes away no file, no key and no head that was promised, and brings nothing back that was eliminated', async () => {
    const { code, said } = await runApart('tools/faults/kept-after-cut.ts', [])
    expect(code, said).toBe(0)
    expect(JSON.parse(said)).toEqual({
      stored: 'intact',
      setAside: 'missing',
      broughtBack: 'intact',
      removed: 'missing',
      sameKey: true,
      heads: ['primeira cabeça', 'segunda cabeça'],
    })
  }, 60_000)

  it('under the real program at work loses nothing that it acknowledged', async () => {
    const once = ['--power-cut', '--rounds', '1', '--writers', '4', '--after', '700-1500']
    const { code, said } = await runApart('dist/faults.js', once)
    expect(code, said).toBe(0)
    expect(said).toMatch(/cortes de energia +[12]\n/)
    for (const act of ['abrir processo', 'assinar', 'enviar arquivo']) expect(said).toMatch(new RegExp(`${act} +[1-9]`))
  }, 180_000)
})

async function runApart(script: string, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = startApart(join(projectRoot, script), args, 'pipe')
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  return { code: await code, said: `${out}${err}` }
}
