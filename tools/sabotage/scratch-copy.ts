import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Change, changed } from './sabotage.ts'

/** A copy of the last commit, in a folder of its own, with the packages and the built program of this one. */
export interface ScratchCopy {
  readonly folder: string
  readonly commit: string
  /** Something is here that is not committed, and so not in the copy. */
  readonly isBehind: boolean
  /** Puts a change in; answers what takes it out again. Undefined where its text does not stand there once. */
  change(change: Change): (() => void) | undefined
  /** Gives back the built program as it was before a sabotage was built into it. */
  restoreBuild(): void
}

/** Makes the copy. The clone shares the objects of this repository, so that it costs its files alone. */
export function makeScratchCopy(root: string, folder: string): ScratchCopy {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim()
  const commit = git('rev-parse', '--short=12', 'HEAD')
  git('clone', '--quiet', '--shared', '.', folder)
  for (const name of ['node_modules', '.runtime']) symlinkSync(join(root, name), join(folder, name), 'junction')
  const restoreBuild = () => {
    rmSync(join(folder, 'dist'), { recursive: true, force: true })
    cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
  }
  restoreBuild()
  return {
    folder,
    commit,
    isBehind: git('status', '--porcelain', '--untracked-files=no') !== '',
    restoreBuild,
    change: (change) => {
      const path = join(folder, change.file)
      const text = readFileSync(path, 'utf8')
      const spoilt = changed(text, change)
      if (spoilt === undefined) return undefined
      writeFileSync(path, spoilt)
      return () => writeFileSync(path, text)
    },
  }
}
