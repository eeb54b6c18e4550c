// Completes package-lock.json with the packages for other systems that npm left out.
//
// npm writes no entry for an optional package that the registry at hand does not offer, and then `npm ci` refuses the
// lock, saying that the package is missing from it. Versions are exact in the packages that ask for them, so the entry
// can be written without the registry. Run it after every change of the dependencies: bin/complete-lock
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type LockedPackages = Readonly<Record<string, LockedPackage>>

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Entries that the lock lacks: paths and what to write there. */
export function missingEntries(packages: LockedPackages): LockedPackages {
  const missing: Record<string, LockedPackage> = {}
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isFound(packages, path, name)) continue
      const exact = /^\d+\.\d+\.\d+[-+.\w]*$/.test(version)
      if (!exact) throw new Error(`${path} asks for ${name} ${version}: only exact versions can be completed`)
      missing[`node_modules/${name}`] = { version, ...machineOf(name), ...(dev ? { dev } : {}), optional: true }
    }
  }
  return missing
}

/** As Node looks for it: beside the one that asks, and then upwards. */
function isFound(packages: LockedPackages, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

/** Such names end in system, processor and C library, as in `binding-linux-arm64-musl`. */
function machineOf(name: string): LockedPackage {
  const words = name.replace('windows', 'win32').replaceAll('armv7', 'arm').split(/[-/]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = words.flatMap((word) => (/^musl/.test(word) ? ['musl'] : /^gnu/.test(word) ? ['glibc'] : []))
  if (os.length === 0 && cpu.length === 0) throw new Error(`the name ${name} does not tell its system`)
  return {
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 && os.includes('linux') ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: LockedPackages }
  const missing = missingEntries(lock.packages)
  // The project itself has the empty path, and so stays first.
  const entries = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} entries added`)
}
