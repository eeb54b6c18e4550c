import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'

export const publicFolder = join(projectRoot, 'dist', 'public')

/** Logical name of a built file (`main.css`) to the address that serves it, with its content's hash in the name. */
export function openAssets(folder: string = publicFolder): (name: string) => string {
  const manifestFile = join(folder, 'manifest.json')
  const manifest: Record<string, string> = existsSync(manifestFile)
    ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>)
    : {}
  return (name) => `/estatico/${manifest[name] ?? name}`
}
