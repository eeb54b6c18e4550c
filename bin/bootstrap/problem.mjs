/** An expected failure of the preparation. The message is one whole sentence in Portuguese for the person at the console. */
export class StartupProblem extends Error {
  name = 'StartupProblem'
}

/**
 * The sentence for a failure of the machine while `doing` (an infinitive, such as `preparar o programa`), or undefined
 * where the error is not one that the person at the console can mend.
 */
export function sentenceOfSystemError(text, doing) {
  if (/ENOSPC|no space left on device/i.test(text)) {
    return `O disco está cheio: libere espaço para ${doing} e tente de novo.`
  }
  if (/EROFS|EACCES|EPERM|permission denied|read-only file system/i.test(text)) {
    return `Sem permissão de escrita para ${doing}: rode como o dono da pasta do programa ou ajuste as permissões dela.`
  }
  if (/EDQUOT/.test(text)) return `A cota de disco deste usuário acabou: libere espaço para ${doing} e tente de novo.`
  if (/EMFILE|ENFILE/.test(text))
    return `O limite de arquivos abertos do sistema impede ${doing}: aumente-o (ulimit -n).`
  return undefined
}

/** Says the problem on standard error, in one line, and ends the process with a non-zero code. */
export function failWith(error, doing) {
  const known = error instanceof StartupProblem ? error.message : sentenceOfSystemError(describe(error), doing)
  process.stderr.write(`\n${known ?? `Não foi possível ${doing}: ${firstLine(describe(error))}`}\n`)
  if (process.env.CARIMBO_DEPURAR === 'sim') console.error(error)
  process.exit(1)
}

function describe(error) {
  return error instanceof Error ? `${error.code ?? ''} ${error.message}`.trim() : String(error)
}

function firstLine(text) {
  return text.split('\n')[0]
}
