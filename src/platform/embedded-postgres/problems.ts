import { StartupProblem } from '../startup-problem.ts'

/** Turns what the operating system refused into one sentence in Portuguese; anything else comes back as it was. */
export function explainSystemError(error: unknown, doing: string): unknown {
  if (error instanceof StartupProblem) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const sentence = sentenceFor(`${code} ${message}`, doing)
  return sentence === undefined ? error : new StartupProblem(sentence, { cause: error })
}

/** The sentence for a known reason found in an error or in the last lines of a log; undefined when none is known. */
export function sentenceFor(text: string, doing: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(text))?.[1](doing)
}

const reasons: readonly [RegExp, (doing: string) => string][] = [
  [/ENOSPC|No space left on device/, (doing) => `O disco está cheio: libere espaço para ${doing} e tente de novo.`],
  [/EDQUOT|quota exceeded/i, (doing) => `A cota de disco acabou: libere espaço para ${doing} e tente de novo.`],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system|has wrong ownership/,
    (doing) =>
      `Sem permissão para ${doing}: a pasta de dados pertence a outro usuário ou só permite leitura. Rode como o dono dela.`,
  ],
  [
    /ENOTDIR|EEXIST|ENAMETOOLONG|ENOENT.*mkdir/,
    (doing) => `Não dá para ${doing}: a pasta de dados não pode ser criada no caminho indicado em CARIMBO_DADOS.`,
  ],
  [
    /could not (create|map|resize) .*shared memory|Cannot allocate memory|ENOMEM/,
    (doing) => `Falta memória para ${doing}: feche outros programas ou aumente a memória desta máquina.`,
  ],
  [
    /pre-existing shared memory block/,
    () => 'Um PostgreSQL anterior desta pasta ainda está terminando: espere um minuto e tente de novo.',
  ],
  [
    /database files are incompatible|is not compatible with this version/,
    () => 'Os dados desta pasta são de outra versão do PostgreSQL: use a versão do Carimbo que os gravou e migre-os.',
  ],
  [
    /error while loading shared libraries|ENOENT .*(postgres|initdb)/,
    () =>
      'O PostgreSQL embutido não roda neste sistema (ele precisa de um Linux com glibc): instale um PostgreSQL 15 ou mais novo e informe DATABASE_URL.',
  ],
]
