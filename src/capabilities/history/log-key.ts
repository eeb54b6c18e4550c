import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../../platform/config/index.ts'
import { StartupProblem } from '../../platform/startup-problem.ts'
import { syncNamesNow } from '../../platform/sync-folder.ts'

/** The key with which the installation signs the heads of its log (Ed25519). It is never in the database. */
export interface LogKey {
  /** The log's name in signed notes: made of the key, so that it says nothing else and needs no choosing. */
  readonly origin: string
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Buffer
  sign(text: string): Buffer
}

const opened = new Map<string, LogKey>()

/** The installation's key, created at its first use with access for its owner alone. */
export function logKeyOf(config: Pick<Config, 'dataFolder' | 'logKeyFile'>): LogKey {
  const path = keyFileOf(config)
  const known = opened.get(path)
  if (known) return known
  const key = readKey(path) ?? createKey(path)
  opened.set(path, key)
  return key
}

/** The key of an installation that has one already; looking at a house makes none. */
export function existingLogKey(config: Pick<Config, 'dataFolder' | 'logKeyFile'>): LogKey | undefined {
  return readKey(keyFileOf(config))
}

/** `carimbo/` and the first half of the SHA-256 of the public key. */
export function originOf(publicKey: Uint8Array): string {
  return `carimbo/${createHash('sha256').update(publicKey).digest('hex').slice(0, 32)}`
}

function keyFileOf(config: Pick<Config, 'dataFolder' | 'logKeyFile'>): string {
  return config.logKeyFile ?? join(config.dataFolder, 'chaves', 'registro.pem')
}

function readKey(path: string): LogKey | undefined {
  let pem: string
  try {
    pem = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
    return logKey(key)
  } catch (error) {
    throw new StartupProblem(`A chave do registro em ${path} não é uma chave Ed25519 em PEM (PKCS #8).`, {
      cause: error,
    })
  }
}

/** Written whole and flushed under another name first; of two processes at their first start, one gives the key. */
function createKey(path: string): LogKey {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const fresh = `${path}.${process.pid}`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(fresh, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(fresh)
  }
  // Before anything is signed: heads outlive a power cut in the database, and so must the key that signed them.
  syncNamesNow(path)
  const key = readKey(path)
  if (!key) throw new Error(`the key in ${path} went away while it was made`)
  return key
}

function logKey(key: KeyObject): LogKey {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return { origin: originOf(publicKey), publicKey, sign: (text) => sign(null, Buffer.from(text), key) }
}
