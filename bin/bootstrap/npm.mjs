import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartupProblem, sentenceOfSystemError } from './problem.mjs'
import { projectRoot } from './root.mjs'

const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=1500', '--fetch-retry-maxtimeout=8000']
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=warn']

/**
 * Runs npm to the end. Install scripts of packages never run: nothing here needs them (the database's links are put in
 * place by its launcher) and they are the usual way in for hostile packages.
 */
export async function runNpm(args, { cwd, doing }) {
  const { code, output } = await run([...args, ...quiet, ...patience], cwd)
  // With the disk full npm only warns, leaves files cut short, and ends as if all were well.
  const cutShort = /TAR_ENTRY_ERROR/.test(output)
  if (code !== 0 || cutShort) throw Object.assign(new StartupProblem(sentence(output, doing)), { output })
}

function run(args, cwd) {
  const [command, before] = npmCommand()
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm.cmd',
    })
    let output = ''
    const gather = (chunk) => {
      output = (output + chunk).slice(-200_000)
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => {
      reject(
        error.code === 'ENOENT'
          ? new StartupProblem(
              'O npm não foi encontrado: instale o Node.js com o npm (https://nodejs.org) e tente de novo.',
            )
          : error,
      )
    })
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** The npm that is running us, else the one beside this Node, else the one on the PATH. */
function npmCommand() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const running = process.env.npm_execpath ?? ''
  for (const script of [running, beside]) {
    if (/npm-cli\.c?js$/.test(script) && existsSync(script)) return [process.execPath, [script]]
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

function sentence(output, doing) {
  const system = sentenceOfSystemError(output, doing)
  if (system) return system
  if (
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      output,
    )
  ) {
    return `Sem acesso à rede para ${doing}: confira a conexão (ou o proxy do npm) e tente de novo.`
  }
  if (/EINTEGRITY/.test(output)) {
    return `Um pacote baixado não confere com a versão registrada; por segurança não dá para ${doing} com ele.`
  }
  return `Não foi possível ${doing}: o npm falhou; o relato completo está em ${keepLog(output)}.`
}

function keepLog(output) {
  const path = join(projectRoot, '.runtime', 'npm.log')
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, output)
    return path
  } catch {
    process.stderr.write(output)
    return 'linhas acima'
  }
}
