/** What of a lock file (version 3) is read. */
export interface Lock {
  readonly name: string
  readonly version: string
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * A bill of materials in CycloneDX 1.6. Nothing in it is of the moment or the machine: no time, and a serial number made
 * of the lock file's hash. Packages for development alone have the scope `excluded`.
 */
export function sbomOf(lock: Lock, lockSha256: string) {
  const paths = Object.keys(lock.packages)
    .filter((path) => path !== '' && lock.packages[path]?.link !== true)
    .sort()
  const own = lock.packages['']
  const ownRef = `pkg:npm/${lock.name}@${lock.version}`
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(lockSha256)}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ownRef,
        name: lock.name,
        version: lock.version,
        licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
      },
    },
    components: unique(paths.map((path) => componentOf(path, lock.packages[path] ?? {}))),
    dependencies: [
      { ref: ownRef, dependsOn: dependsOn(lock, '', own ?? {}) },
      ...unique(
        paths.map((path) => ({
          'bom-ref': refOf(path, lock.packages[path] ?? {}),
          dependsOn: dependsOn(lock, path, lock.packages[path] ?? {}),
        })),
      ).map(({ 'bom-ref': ref, dependsOn: on }) => ({ ref, dependsOn: on })),
    ],
  }
}

function componentOf(path: string, { version = '', license, integrity, dev, optional }: LockedPackage) {
  const [group, name] = nameOf(path)
  const ref = refOf(path, { version })
  return {
    type: 'library',
    'bom-ref': ref,
    ...(group ? { group } : {}),
    name,
    version,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(integrity ? { hashes: hashesOf(integrity) } : {}),
    ...(license ? { licenses: [licenseOf(license)] } : {}),
    purl: ref,
  }
}

/** `a/node_modules/@b/c` → `@b` and `c`. */
function nameOf(path: string): [string | undefined, string] {
  const parts = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/')
  return parts.length === 2 ? [parts[0], parts[1] ?? ''] : [undefined, parts[0] ?? '']
}

function refOf(path: string, { version = '' }: LockedPackage): string {
  const [group, name] = nameOf(path)
  return `pkg:npm/${group ? `${group.replace('@', '%40')}/` : ''}${name}@${version}`
}

/** As npm finds them: beside the package, then beside each of those around it. */
function dependsOn(lock: Lock, path: string, { dependencies, optionalDependencies }: LockedPackage): string[] {
  const wanted = Object.keys({ ...dependencies, ...optionalDependencies })
  const refs = wanted.flatMap((name) => {
    for (let around = path; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
      const place = around === '' ? `node_modules/${name}` : `${around}/node_modules/${name}`
      const found = lock.packages[place]
      if (found) return [refOf(place, found)]
      if (around === '') return []
    }
  })
  return [...new Set(refs)].sort()
}

const algorithms: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

function hashesOf(integrity: string) {
  return integrity.split(' ').map((one) => {
    const dash = one.indexOf('-')
    const content = Buffer.from(one.slice(dash + 1), 'base64').toString('hex')
    return { alg: algorithms[one.slice(0, dash)] ?? one.slice(0, dash), content }
  })
}

function licenseOf(license: string) {
  if (/ (OR|AND|WITH) /.test(license)) return { expression: license }
  return { license: /^[A-Za-z0-9.+-]+$/.test(license) ? { id: license } : { name: license } }
}

/** The same package in two places is one component. */
function unique<Component extends { readonly 'bom-ref': string }>(components: readonly Component[]): Component[] {
  return [...new Map(components.map((one) => [one['bom-ref'], one])).values()]
}

/** A UUID (version 8: of one's own making) from the first half of a SHA-256. */
function uuidOf(sha256: string): string {
  const variant = ((Number.parseInt(sha256[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    variant + sha256.slice(17, 20),
    sha256.slice(20, 32),
  ].join('-')
}
