// Verificador de comprovantes do Carimbo. Um arquivo só; precisa apenas do Node 18 ou mais novo; não usa a rede.
//
//   node verificador.mjs comprovante.json [documento] [--chave CHAVE]
//
// Licença: AGPL-3.0-or-later. Formatos: docs/proof.md.
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const usage = `Uso: node verificador.mjs COMPROVANTE.json [DOCUMENTO] [--chave CHAVE] [--extrair ARQUIVO]

  COMPROVANTE.json   o comprovante baixado do Carimbo, ou uma prova de continuidade do registro
  DOCUMENTO          o arquivo que você tem, para comparar com o que foi assinado ou recebido
  --chave CHAVE      a chave pública da instalação (base64), obtida por outro caminho; sem ela, o
                     verificador mostra a impressão digital da chave que veio no comprovante
  --extrair ARQUIVO  grava os dados assinados que vêm no comprovante

Saída: 0 tudo confere; 1 uso errado; 2 algo não confere; 3 o arquivo não é um comprovante.
`

/** Runs the command; sets the exit code. */
export function main(args) {
  const given = readArguments(args)
  if (!given) {
    process.stderr.write(usage)
    process.exitCode = 1
    return
  }
  let proof
  let document
  try {
    document = given.document === undefined ? undefined : readFileSync(given.document)
    const bytes = readFileSync(given.receipt)
    if (bytes.length > 200_000_000) throw new Error('grande demais')
    proof = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    process.stderr.write(`Não foi possível ler: ${error.message}\n`)
    process.exitCode = 3
    return
  }
  const result = checkProof(proof, { document, key: given.key })
  const marks = { ok: 'CONFERE     ', bad: 'NÃO CONFERE ', note: '            ' }
  for (const { mark, text } of result.lines) process.stdout.write(`${marks[mark]}${text}\n`)
  process.stdout.write(`\n${result.verdict}\n`)
  if (result.exit === 0 && given.extract && result.content) writeFileSync(given.extract, result.content)
  process.exitCode = result.exit
}

/** Checks a receipt or a proof of consistency. Never throws: whatever is given is answered. */
export function checkProof(proof, { document, key } = {}) {
  const report = openReport()
  try {
    if (proof?.formato === 'carimbo-comprovante-1') return checkReceipt(proof, { document, key }, report)
    if (proof?.formato === 'carimbo-consistencia-1') return checkConsistency(proof, { key }, report)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    report.bad(`O arquivo está malformado: ${error.message}.`)
    return report.close()
  }
  return { lines: [], exit: 3, verdict: 'Este arquivo não é um comprovante do Carimbo.' }
}

function checkReceipt(receipt, { document, key }, report) {
  const head = checkHead(
    text(receipt.cabeca?.nota, 'cabeca.nota'),
    base64(receipt.cabeca?.chave, 'cabeca.chave'),
    report,
  )
  checkKey(head.key, key, report)
  const { assinatura, ...rest } = receipt
  report.say(
    isSigned(head.key, `carimbo-comprovante-1\n${canonicalJson(rest)}`, base64(assinatura, 'assinatura')),
    'O comprovante está inteiro, como a instalação o emitiu.',
    'O comprovante foi alterado depois de emitido, ou não foi emitido com esta chave.',
  )
  const seals = list(receipt.selos, 'selos').map((seal) => checkSeal(seal, head, report))
  const records = list(receipt.registros, 'registros').map((record) => checkRecord(record, seals, report))
  const content = checkContent(receipt, records, report)
  checkSignatures(receipt, records, content, report)
  checkDocument(document, content, report)
  checkStamp(receipt.carimbo_do_tempo, receipt.cabeca.nota, report)
  const stamped = receipt.carimbo_do_tempo !== null
  report.note('')
  report.note('O que isto prova: os dados acima estavam no registro da instalação quando a cabeça foi assinada,')
  report.note('e nenhum deles foi alterado desde então.')
  report.note('O que isto não prova: que a chave é mesmo do órgão (compare a impressão digital com a que ele publica);')
  report.note('que quem usou a senha é quem a assinatura diz; e que o documento não foi cancelado depois.')
  if (!stamped) {
    report.note('Sem carimbo do tempo de terceiro, a data é a do relógio da própria instalação.')
  }
  return { ...report.close(), content: content.bytes }
}

/** The signed note of C2SP checkpoints: text, empty line, signature line. */
function checkHead(note, key, report) {
  const end = note.indexOf('\n\n')
  const body = note.slice(0, end + 1)
  const [origin, size, root, at, ...others] = body.split('\n')
  const line = /^— (\S+) ([A-Za-z0-9+/=]+)\n$/.exec(note.slice(end + 2))
  const signature = Buffer.from(line?.[2] ?? '', 'base64')
  const expectedOrigin = `carimbo/${sha256(key).toString('hex').slice(0, 32)}`
  const keyHash = sha256(Buffer.concat([Buffer.from(`${expectedOrigin}\n`), Buffer.of(1), key.subarray(-32)]))
  const whole =
    end > 0 &&
    origin === expectedOrigin &&
    line?.[1] === origin &&
    /^[1-9]\d{0,14}$/.test(size ?? '') &&
    others.join('') === '' &&
    signature.length === 68 &&
    signature.subarray(0, 4).equals(keyHash.subarray(0, 4)) &&
    isSigned(key, body, signature.subarray(4))
  const when = /^em (\S+)$/.exec(at ?? '')?.[1] ?? ''
  report.say(
    whole,
    `Cabeça do registro: ${size} selos em ${moment(when)}, assinada com a chave da instalação.`,
    'A cabeça do registro não está assinada com a chave que a acompanha.',
  )
  return { key, size: Number(size), root: Buffer.from(root ?? '', 'base64') }
}

function checkKey(key, expected, report) {
  const print = sha256(key).toString('hex').match(/.{4}/g).join(' ')
  if (expected === undefined) {
    report.note(`Impressão digital da chave: ${print}`)
    return
  }
  report.say(
    Buffer.from(expected, 'base64').equals(key),
    'A chave é a que você informou.',
    `A chave do comprovante não é a que você informou. Impressão digital da que veio: ${print}`,
  )
}

function checkSeal(seal, head, report) {
  const words = text(seal?.texto, 'selos.texto')
  const [form, id, , , at, size, , root] = list(parse(words, 'selos.texto'), 'selos.texto')
  const leaf = leafHash(sha256(Buffer.from(words)))
  const found = form === 'selo-2' && includes(leaf, id - 1, head.size, hashes(seal.caminho, 'selos.caminho'), head.root)
  report.say(
    found,
    `Selo ${id}, de ${moment(at)}, está no registro.`,
    `O selo ${String(id)} não está no registro desta cabeça.`,
  )
  return { id, size, root: hash(root, 'selos.texto') }
}

const kinds = {
  versao: 'a versão do texto',
  arquivo: 'o arquivo do documento',
  imagem: 'a imagem do documento',
  conteudo: 'o conteúdo assinado',
  assinatura: 'a assinatura',
}

function checkRecord(record, seals, report) {
  const words = text(record?.texto, 'registros.texto')
  const values = list(parse(words, 'registros.texto'), 'registros.texto')
  const seal = seals.find(({ id }) => id === record.selo)
  const leaf = leafHash(Buffer.from(words))
  const found =
    seal !== undefined &&
    includes(leaf, record.posicao, seal.size, hashes(record.caminho, 'registros.caminho'), seal.root)
  const name = `${kinds[values[0]] ?? 'o registro'} (${String(values[1]).slice(0, 16)})`
  report.say(found, `O selo ${record.selo} cobre ${name}.`, `Nenhum selo do comprovante cobre ${name}.`)
  return { kind: values[0], values }
}

/** What the receipt is about: the signed text, which it carries, or a file, of which it has the hash. */
function checkContent(receipt, records, report) {
  const { conteudo, documento } = receipt
  const digest = hash(conteudo?.sha256, 'conteudo.sha256').toString('hex')
  if (conteudo.especie === 'arquivo') {
    const record = records.find(({ kind, values }) => kind === 'arquivo' && values[3] === digest)
    const same = record?.values[4] === String(conteudo.tamanho) && record?.values[7] === conteudo.nome
    report.say(
      same,
      `O arquivo “${conteudo.nome}” tem o resumo ${digest}.`,
      'O arquivo que o comprovante descreve não é o que está no registro.',
    )
    return { digest, bytes: undefined }
  }
  if (conteudo.especie !== 'texto') throw new Malformed('conteudo.especie')
  const bytes = base64(conteudo.bytes, 'conteudo.bytes')
  const sealed = records.some(({ kind, values }) => kind === 'conteudo' && values[1] === digest && values[2] === digest)
  report.say(
    sealed && sha256(bytes).toString('hex') === digest,
    `O texto que vem no comprovante é o que foi assinado (resumo ${digest}).`,
    'O texto que vem no comprovante não é o que foi assinado.',
  )
  const signed = parse(bytes.toString('utf8'), 'conteudo.bytes')
  report.say(
    signed?.numero === documento?.numero && signed?.processo === documento?.processo,
    `É o documento ${documento?.numero} (${signed?.tipo}) do processo ${documento?.processo}, ${signed?.unidade}, ${signed?.orgao}.`,
    'O texto assinado é de outro documento.',
  )
  return { digest, bytes }
}

function checkSignatures(receipt, records, content, report) {
  const sealed = records.filter(({ kind }) => kind === 'assinatura')
  const signatures = list(receipt.assinaturas, 'assinaturas')
  const statements = []
  for (const { declaracao, crc } of signatures) {
    const words = text(declaracao, 'assinaturas.declaracao')
    const said = parse(words, 'assinaturas.declaracao')
    const digest = sha256(Buffer.from(words)).toString('hex')
    statements.push(digest)
    const code = crc32Hex(Buffer.from([content.digest, ...statements].join(''), 'hex'))
    const record = sealed.find(({ values }) => values[15] === digest)
    const whole =
      record !== undefined &&
      record.values[13] === content.digest &&
      said.resumo === content.digest &&
      said.documento === receipt.documento?.numero &&
      record.values[16] === crc &&
      code === crc
    const deed = said.especie === 'autenticacao' ? 'Autenticado' : 'Assinado'
    report.say(
      whole,
      `${deed} por ${said.assinante}, ${said.cargo}, ${said.unidade}/${said.orgao}, em ${moment(said.em)}, por ${said.metodo} (CRC ${crc}).`,
      `A assinatura de ${String(said.assinante)} não confere com o registro.`,
    )
  }
  report.say(
    sealed.length === signatures.length,
    signatures.length === 0
      ? 'O documento não tem assinatura: o comprovante é só do arquivo.'
      : 'Não falta assinatura.',
    'O comprovante não traz todas as assinaturas que diz cobrir.',
  )
  const last = signatures.at(-1)?.crc ?? null
  report.say(
    receipt.documento?.crc === last,
    'O código CRC do documento confere.',
    'O código CRC não é o das assinaturas.',
  )
}

function checkDocument(document, content, report) {
  if (document === undefined) return
  const digest = sha256(document).toString('hex')
  if (digest === content.digest) {
    report.say(true, 'O arquivo que você tem é, byte a byte, o do comprovante.')
    return
  }
  const isPrint = content.bytes !== undefined && document.subarray(0, 5).toString('latin1') === '%PDF-'
  report.say(
    false,
    '',
    isPrint
      ? 'O PDF que você tem é uma impressão do documento: não é ele que foi assinado, e sim o texto do comprovante. Extraia-o com --extrair e compare.'
      : `O arquivo que você tem não é o do comprovante (resumo ${digest}).`,
  )
}

function checkStamp(stamp, note, report) {
  if (stamp === null) {
    report.note('Não há carimbo do tempo de terceiro.')
    return
  }
  const read = readTimeStamp(base64(stamp, 'carimbo_do_tempo'))
  const whole = read?.intact === true && read.imprint === sha256(Buffer.from(note)).toString('hex')
  report.say(
    whole,
    `Carimbo do tempo de ${read?.signer.replaceAll('\n', ', ')}: a cabeça existia em ${moment(read?.at)}.`,
    'O carimbo do tempo não é desta cabeça ou foi alterado.',
  )
  if (whole)
    report.note('(A cadeia do certificado de quem carimbou não é conferida aqui: isso pede a lista da ICP-Brasil.)')
}

function checkConsistency(proof, { key }, report) {
  const own = base64(proof.chave, 'chave')
  checkKey(own, key, report)
  const first = checkHead(text(proof.de, 'de'), own, report)
  const second = checkHead(text(proof.ate, 'ate'), own, report)
  const path = hashes(proof.caminho, 'caminho')
  report.say(
    isPrefix(first, second, path),
    `O registro de ${second.size} selos continua o de ${first.size}: nada do que havia foi mudado.`,
    'O registro mais novo não continua o mais antigo: ele foi refeito.',
  )
  return report.close()
}

/**
 * Reads a time-stamp token (RFC 3161) and checks its own signature: `intact` says that the certificate in it signed these
 * very words. Undefined where it is no token. Whether the certificate deserves trust is not asked.
 */
export function readTimeStamp(token) {
  try {
    const signedData = der(token).child(1).child(0)
    const parts = signedData.children()
    const eContent = parts[2].child(1).child(0)
    const info = der(eContent.content()).children()
    const imprint = info[2].children()
    const certificates = parts.find(({ tag }) => tag === 0xa0)?.children() ?? []
    const signerInfo = parts.at(-1).child(0).children()
    const attributes = signerInfo.find(({ tag }) => tag === 0xa0)
    const place = signerInfo.indexOf(attributes)
    const digestName = digestNames[signerInfo[2].child(0).content().toString('hex')]
    const signature = signerInfo[place + 2].content()
    const signedBytes = Buffer.concat([Buffer.of(0x31), attributes.whole().subarray(1)])
    const attribute = (oid) =>
      attributes
        .children()
        .find((one) => one.child(0).content().toString('hex') === oid)
        ?.child(1)
        .child(0)
    const digest = createHash(digestName).update(eContent.content()).digest()
    const isOfContent = attribute('2a864886f70d010904').content().equals(digest)
    const signer = certificates
      .filter((certificate) => isNamed(certificate.whole(), attribute))
      .map((certificate) => new X509Certificate(certificate.whole()))
      .find(({ publicKey }) => {
        const name = publicKey.asymmetricKeyType?.startsWith('ed') ? null : digestName
        return verify(name, signedBytes, publicKey, signature)
      })
    const nonce = info.slice(5).find(({ tag }) => tag === 0x02)
    return {
      imprint: imprint[0].child(0).content().toString('hex') === sha256Oid ? imprint[1].content().toString('hex') : '',
      at: generalizedTime(info[4].content().toString('latin1')),
      nonce: nonce?.content().toString('hex'),
      signer: signer?.subject ?? '',
      intact: isOfContent && signer !== undefined,
    }
  } catch {
    return undefined
  }
}

/** RFC 5816: what is signed names the certificate by its hash, so that it cannot be exchanged for another of the same key. */
function isNamed(certificate, attribute) {
  const newer = attribute('2a864886f70d010910022f')
  const named = (newer ?? attribute('2a864886f70d010910020c'))?.child(0).child(0).children()
  const stated = named?.[0].tag === 0x30 ? digestNames[named[0].child(0).content().toString('hex')] : undefined
  const name = newer ? (stated ?? 'sha256') : 'sha1'
  const digest = named?.find(({ tag }) => tag === 0x04)?.content()
  return digest?.equals(createHash(name).update(certificate).digest()) === true
}

const sha256Oid = '608648016503040201'
const digestNames = { [sha256Oid]: 'sha256', '608648016503040202': 'sha384', '608648016503040203': 'sha512' }

/** One value of DER: its tag, and where it stands. */
function der(bytes, at = 0, limit = bytes.length) {
  const tag = bytes[at]
  let length = bytes[at + 1]
  let start = at + 2
  if (length > 0x80) {
    const count = length - 0x80
    if (count > 4) throw new RangeError('DER')
    length = bytes.readUIntBE(start, count)
    start += count
  }
  const end = start + length
  if (tag === undefined || length === 0x80 || Number.isNaN(end) || end > limit) throw new RangeError('DER')
  const children = () => {
    const found = []
    for (let next = start; next < end; next = found.at(-1).end) found.push(der(bytes, next, end))
    return found
  }
  return {
    tag,
    end,
    children,
    child: (place) => children()[place],
    content: () => bytes.subarray(start, end),
    whole: () => bytes.subarray(at, end),
  }
}

function generalizedTime(words) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z$/.exec(words)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

/** Inclusion (RFC 6962, 2.1.1): the leaf at `index` among `size`, with the hashes from below upwards. */
function includes(leaf, index, size, path, root) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let node = leaf
  let place = index
  let last = size - 1
  for (const sibling of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = branch(sibling, node)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      node = branch(node, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && node.equals(root)
}

/** Consistency (RFC 9162, 2.1.4.2): the first log is the beginning of the second. */
function isPrefix(first, second, path) {
  if (!(first.size > 0 && first.size <= second.size)) return false
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root)
  let place = first.size - 1
  let last = second.size - 1
  while (place % 2 === 1) {
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  const steps = place === 0 ? [first.root, ...path] : [...path]
  let older = steps.shift()
  let newer = older
  if (!older) return false
  for (const sibling of steps) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      older = branch(sibling, older)
      newer = branch(sibling, newer)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      newer = branch(newer, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && older.equals(first.root) && newer.equals(second.root)
}

function leafHash(bytes) {
  return sha256(Buffer.concat([Buffer.of(0), bytes]))
}

function branch(left, right) {
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest()
}

function isSigned(key, words, signature) {
  try {
    const publicKey = createPublicKey({ key, type: 'spki', format: 'der' })
    return publicKey.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(words), publicKey, signature)
  } catch {
    return false
  }
}

/** CRC-32 as ZIP and PNG reckon it, in eight hexadecimal figures. */
function crc32Hex(bytes) {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).toUpperCase().padStart(8, '0')
}

/** RFC 8785 for what receipts hold: keys in order, no space. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.keys(value).sort()
  return `{${entries.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`
}

class Malformed extends Error {}

function text(value, name) {
  if (typeof value !== 'string') throw new Malformed(`falta ${name}`)
  return value
}

function list(value, name) {
  if (!Array.isArray(value)) throw new Malformed(`${name} não é uma lista`)
  return value
}

function base64(value, name) {
  const bytes = Buffer.from(text(value, name), 'base64')
  if (bytes.toString('base64') !== value) throw new Malformed(`${name} não é base64`)
  return bytes
}

function hash(value, name) {
  if (!/^[0-9a-f]{64}$/.test(String(value))) throw new Malformed(`${name} não é um resumo SHA-256`)
  return Buffer.from(value, 'hex')
}

function hashes(value, name) {
  return list(value, name).map((one) => hash(one, name))
}

function parse(words, name) {
  try {
    return JSON.parse(words)
  } catch {
    throw new Malformed(`${name} não é JSON`)
  }
}

function moment(words) {
  const date = new Date(words)
  if (Number.isNaN(date.getTime())) return 'momento desconhecido'
  return `${date.toISOString().replace('T', ' ').slice(0, 19)} UTC`
}

function openReport() {
  const lines = []
  let broken = 0
  const bad = (words) => {
    broken++
    lines.push({ mark: 'bad', text: words })
  }
  return {
    bad,
    note: (words) => lines.push({ mark: 'note', text: words }),
    say: (holds, yes, no) => (holds ? lines.push({ mark: 'ok', text: yes }) : bad(no)),
    close: () => ({
      lines,
      exit: broken === 0 ? 0 : 2,
      verdict:
        broken === 0
          ? 'TUDO CONFERE.'
          : `NÃO CONFIE: ${broken === 1 ? '1 ponto não confere' : `${broken} pontos não conferem`}.`,
    }),
  }
}

function readArguments(args) {
  const files = []
  const options = {}
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--chave' || args[at] === '--extrair') options[args[at]] = args[++at]
    else if (args[at].startsWith('--')) return undefined
    else files.push(args[at])
  }
  if (files.length < 1 || files.length > 2 || Object.values(options).includes(undefined)) return undefined
  return { receipt: files[0], document: files[1], key: options['--chave'], extract: options['--extrair'] }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
