import { join } from 'node:path'
import { runStep } from '../run-tests/run-step.ts'
import type { CommandProof, Proof, TestProof } from './sabotage.ts'
import { type Told, toldOfCommand, toldOfTests } from './verdict.ts'

/** Where proofs run. */
export interface Place {
  /** The copy of the program. */
  readonly copy: string
  /** For reports; it goes away with the copy. */
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

const deadlineMs = 4 * 60_000
const healthyDeadlineMs = 20 * 60_000

/** Runs a proof in the copy as it is now. */
export async function runProof(place: Place, proof: Proof): Promise<Told> {
  if ('command' in proof) return runCommand(place, proof)
  if (proof.built) {
    const built = await buildCopy(place)
    if (built) return built
  }
  const { told, problem } = await runTests(place, [proof], deadlineMs)
  const one = told(proof)
  return problem ? { ...one, broke: problem } : one
}

/** Runs all these, of the program as it is: those of tests together, since starting them costs more than they do. */
export async function runHealthy(place: Place, proofs: readonly Proof[]): Promise<ReadonlyMap<Proof, Told>> {
  const tests = proofs.filter((proof): proof is TestProof => 'file' in proof)
  const commands = proofs.filter((proof): proof is CommandProof => 'command' in proof)
  const told = new Map<Proof, Told>()
  if (tests.length > 0) {
    const run = await runTests(place, tests, healthyDeadlineMs)
    for (const proof of tests) told.set(proof, run.told(proof))
  }
  for (const proof of commands) told.set(proof, await runCommand(place, proof))
  return told
}

async function runTests(
  { copy, folder, environment }: Place,
  proofs: readonly TestProof[],
  limitMs: number,
): Promise<{ told(proof: TestProof): Told; problem: string | undefined }> {
  const report = join(folder, `relato-${++reports}.json`)
  const names = proofs.every(({ test }) => test) ? proofs.map(({ test }) => escaped(test ?? '')) : []
  const ended = await runStep(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...['--project', 'unit', '--project', 'stories', '--reporter=json', `--outputFile.json=${report}`],
      ...(names.length > 0 ? ['-t', [...new Set(names)].join('|')] : []),
      ...new Set(proofs.map(({ file }) => file)),
    ],
    environment,
    'when it ends',
    { cwd: copy, deadlineMs: limitMs },
  )
  return {
    told: (proof) => toldOfTests(report, proof),
    problem: ended.late ? `passou de ${limitMs / 60_000} minutos` : undefined,
  }
}

let reports = 0

async function runCommand(place: Place, { command, args }: CommandProof): Promise<Told> {
  const built = await buildCopy(place)
  if (built) return built
  const step = [join('dist', `${command}.js`), ...args]
  const { code, said } = await runStep(step, place.environment, 'when it ends', { cwd: place.copy, deadlineMs })
  return toldOfCommand(code, said)
}

/** A sabotage that cannot be built is no sabotage. */
async function buildCopy({ copy, environment }: Place): Promise<Told | undefined> {
  const { code, said } = await runStep([join('tools', 'build.mjs')], environment, 'when it ends', {
    cwd: copy,
    deadlineMs,
  })
  return code === 0 ? undefined : { passed: 0, failures: [], broke: `não se constrói: ${said.trim()}` }
}

function escaped(words: string): string {
  return words.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}
