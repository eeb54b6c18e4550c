// Verificador de comprovantes do Carimbo. Um arquivo só; precisa apenas do Node 18 ou mais novo; não usa a rede.
//
//   node verificador.mjs comprovante.json [documento] [--chave CHAVE] [--ancoras PASTA]
//
// Licença: AGPL-3.0-or-later. Formatos: docs/proof.md.
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const usage = `Uso: node verificador.mjs COMPROVANTE.json [DOCUMENTO] [--chave CHAVE] [--ancoras PASTA] [--extrair ARQUIVO]

  COMPROVANTE.json   o comprovante baixado do Carimbo, ou uma prova de continuidade do registro
  DOCUMENTO          o arquivo que você tem, para comparar com o que foi assinado ou recebido
  --chave CHAVE      a chave pública da instalação (base64), obtida por outro caminho; sem ela, o
                     verificador mostra a impressão digital da chave que veio no comprovante
  --ancoras PASTA    certificados das autoridades em que você confia (raízes e intermediárias da ICP-Brasil, em
                     PEM, DER ou P7B) e, se quiser, as listas de revogados; sem isso a cadeia não é conferida
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
  let anchors
  try {
    anchors = given.anchors === undefined ? undefined : readAnchorFolder(given.anchors)
    const problem = anchors && problemOfAnchors(anchors)
    if (problem) throw new Error(`pasta de âncoras: ${problem}`)
    document = given.document === undefined ? undefined : readFileSync(given.document)
    const bytes = readFileSync(given.receipt)
    if (bytes.length > 200_000_000) throw new Error('grande demais')
    proof = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    process.stderr.write(`Não foi possível ler: ${error.message}\n`)
    process.exitCode = 3
    return
  }
  const result = checkProof(proof, { document, key: given.key, anchors })
  const marks = { ok: 'CONFERE     ', bad: 'NÃO CONFERE ', note: '            ' }
  for (const { mark, text } of result.lines) process.stdout.write(`${marks[mark]}${printable(text)}\n`)
  process.stdout.write(`\n${result.verdict}\n`)
  if (result.exit === 0 && given.extract && result.content) writeFileSync(given.extract, result.content)
  process.exitCode = result.exit
}

/** What a receipt says, on one line and without orders to the terminal: it must not write lines of its own. */
export function printable(words) {
  return words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
}

/** Checks a receipt or a proof of consistency. Never throws: whatever is given is answered. */
export function checkProof(proof, { document, key, anchors } = {}) {
  const report = openReport()
  try {
    if (proof?.formato === 'carimbo-comprovante-1') return checkReceipt(proof, { document, key, anchors }, report)
    if (proof?.formato === 'carimbo-consistencia-1') return checkConsistency(proof, { key }, report)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    report.bad(`O arquivo está malformado: ${error.message}.`)
    return report.close()
  }
  return { lines: [], exit: 3, verdict: 'Este arquivo não é um comprovante do Carimbo.' }
}

function checkReceipt(receipt, { document, key, anchors }, report) {
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
  checkSignatures(receipt, records, content, anchors, report)
  checkDocument(document, content, report)
  checkStamp(receipt.carimbo_do_tempo, receipt.cabeca.nota, anchors, report)
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

function checkSignatures(receipt, records, content, anchors, report) {
  const sealed = records.filter(({ kind }) => kind === 'assinatura')
  const signatures = list(receipt.assinaturas, 'assinaturas')
  const statements = []
  for (const { declaracao, crc, cms } of signatures) {
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
      `${deed} por ${said.assinante}, ${said.cargo}, ${said.unidade}/${said.orgao}, em ${moment(said.em)}, por ${wayOf(said.metodo)} (CRC ${crc}).`,
      `A assinatura de ${String(said.assinante)} não confere com o registro.`,
    )
    if (['certificado', 'govbr'].includes(said.metodo) || cms !== undefined) checkCms(said, cms, anchors, report)
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

function checkStamp(stamp, note, anchors, report) {
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
  if (whole) sayChain(checkChain(read.certificate, read.certificates, anchors, new Date(read.at), 'time-stamp'), report)
}

const wayOf = (way) => (way === 'govbr' ? 'gov.br (assinatura eletrônica avançada)' : String(way))

/** The CMS of a signature by certificate: of this very declaration, whole, and of the certificate that it says. */
function checkCms(said, cms, anchors, report) {
  const bytes = base64(cms, 'assinaturas.cms')
  const read = readSignature(bytes, Buffer.from(declarationOf(said)))
  const same =
    read.problem === undefined &&
    sha256(bytes).toString('hex') === said.certificado?.cms &&
    read.name === said.certificado?.titular &&
    read.issuer === said.certificado.emissor &&
    read.serial === said.certificado.serie
  report.say(
    same,
    `O CMS da assinatura confere: resumo e assinatura são do certificado de ${read.name}, emitido por ${read.issuer}.`,
    'O CMS da assinatura com certificado não confere com a declaração.',
  )
  if (same) sayChain(checkChain(read.certificate, read.certificates, anchors, new Date(said.em), 'signing'), report)
}

function sayChain(chain, report) {
  if (chain.kind === 'unchecked') {
    report.note(
      '(A cadeia do certificado não foi conferida: informe com --ancoras a pasta das autoridades em que confia.)',
    )
    return
  }
  report.say(chain.kind === 'trusted', `Cadeia do certificado conferida até ${chain.root}.`, tellChain(chain))
  if (chain.kind === 'trusted') {
    report.note(
      chain.revocation === 'checked' ? '(Revogação conferida nas listas da pasta.)' : '(Revogação não conferida.)',
    )
  }
}

/**
 * The words that a signer by certificate signs, from those of the statement kept of the signature: all but the moment
 * and what was known only once the CMS had come.
 */
export function declarationOf({ em: _moment, certificado, ...said }) {
  return canonicalJson({ ...said, formato: 'carimbo-declaracao-1', tentativa: certificado?.tentativa ?? '' })
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
    const [kind, wrapped] = parts[2].children()
    const eContent = wrapped.child(0)
    const info = der(eContent.content()).children()
    const imprint = info[2].children()
    const certificates = parts.find(({ tag }) => tag === 0xa0)?.children() ?? []
    const signers = parts.at(-1).children()
    const signerInfo = signers[0].children()
    const attributes = signerInfo.find(({ tag }) => tag === 0xa0)
    const place = signerInfo.indexOf(attributes)
    const digestName = digestNames[signerInfo[2].child(0).content().toString('hex')]
    const signature = signerInfo[place + 2].content()
    const signedBytes = Buffer.concat([Buffer.of(0x31), attributes.whole().subarray(1)])
    const attribute = attributesIn(attributes)
    // A signature over other words than a time-stamp's must never pass for one, nor one signer's for another's.
    const isStamp = [hex(kind), hex(attribute(oids.contentType))].every((oid) => oid === oids.timeStampInfo)
    const digest = createHash(digestName).update(eContent.content()).digest()
    const isOfContent = attribute('2a864886f70d010904').content().equals(digest)
    const signer = certificates
      .filter((certificate) => isNamed(certificate.whole(), attribute))
      .map((certificate) => new X509Certificate(certificate.whole()))
      .find(({ publicKey }) => {
        if (!isStrong(publicKey)) return false
        const algorithm = signerInfo[place + 1]
        return isOfKey(algorithm, digestName, signedBytes, publicKey, signature) === 'holds'
      })
    const nonce = info.slice(5).find(({ tag }) => tag === 0x02)
    return {
      imprint: imprint[0].child(0).content().toString('hex') === sha256Oid ? imprint[1].content().toString('hex') : '',
      at: generalizedTime(info[4].content().toString('latin1')),
      nonce: nonce?.content().toString('hex'),
      signer: signer?.subject ?? '',
      intact: isStamp && signers.length === 1 && isOfContent && signer !== undefined,
      certificate: signer?.raw,
      certificates: certificates.map((one) => one.whole()),
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

/**
 * One value of DER, or of BER with an open length: its tag, and where it stands. Nothing within is read before it is
 * asked for; `budget` bounds what reading may cost, whatever the bytes are.
 */
function der(bytes, at = 0, limit = bytes.length, budget = { left: 20_000 }) {
  const { tag, start, end, next } = span(bytes, at, limit, budget, 0)
  const children = () => {
    const found = []
    for (let place = start; place < end; place = found.at(-1).next) found.push(der(bytes, place, end, budget))
    return found
  }
  return {
    tag,
    next,
    children,
    child: (place) => children()[place],
    content: () => bytes.subarray(start, end),
    whole: () => bytes.subarray(at, next),
    isOpen: bytes[at + 1] === 0x80,
  }
}

function span(bytes, at, limit, budget, depth) {
  if (--budget.left < 0 || depth > 40 || at + 2 > limit) throw new RangeError('DER')
  const tag = bytes[at]
  let length = bytes[at + 1]
  let start = at + 2
  if ((tag & 0x1f) === 0x1f) throw new RangeError('DER')
  if (length === 0x80) {
    if ((tag & 0x20) === 0) throw new RangeError('DER')
    let place = start
    while (bytes[place] !== 0 || bytes[place + 1] !== 0) place = span(bytes, place, limit, budget, depth + 1).next
    if (place + 2 > limit) throw new RangeError('DER')
    return { tag, start, end: place, next: place + 2 }
  }
  if (length > 0x80) {
    const count = length - 0x80
    if (count > 4) throw new RangeError('DER')
    length = bytes.readUIntBE(start, count)
    start += count
  }
  const end = start + length
  if (end > limit) throw new RangeError('DER')
  return { tag, start, end, next: end }
}

function generalizedTime(words) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z$/.exec(words)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

const oids = {
  signedData: '2a864886f70d010702',
  data: '2a864886f70d010701',
  timeStampInfo: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificate: '2a864886f70d010910020c',
  signingCertificateV2: '2a864886f70d010910022f',
  pss: '2a864886f70d01010a',
  rsa: '2a864886f70d010101',
  commonName: '550403',
  basicConstraints: '551d13',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  alternativeNames: '551d11',
  timeStamping: '2b06010505070308',
  /** ICP-Brasil: date of birth, CPF and more of the holder. */
  holder: '604c010301',
}

/** Algorithms of signing: the kind of key, and the digest; `own` where it is the one that the signer names. */
const signing = {
  [oids.rsa]: ['rsa', 'own'],
  '2a864886f70d01010b': ['rsa', 'sha256'],
  '2a864886f70d01010c': ['rsa', 'sha384'],
  '2a864886f70d01010d': ['rsa', 'sha512'],
  '2a8648ce3d040302': ['ec', 'sha256'],
  '2a8648ce3d040303': ['ec', 'sha384'],
  '2a8648ce3d040304': ['ec', 'sha512'],
  '2b6570': ['ed25519', null],
  '2b6571': ['ed448', null],
}

/** Extensions that are understood here; another one that is critical forbids the use of its certificate. */
const understood = new Set([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.alternativeNames,
  '551d20',
  '551d23',
  '551d0e',
  '551d1f',
])

const mostCertificates = 30
const textOf = { 12: 'utf8', 19: 'latin1', 20: 'latin1', 22: 'latin1', 26: 'latin1' }
const hex = (node) => node.content().toString('hex')

/**
 * Reads a detached signature (CMS, RFC 5652, DER or PEM) and checks that it is of these bytes. Answers who signed with
 * which certificate, or a `problem`. Whether the certificate deserves trust is `checkChain`'s question. Never throws.
 */
export function readSignature(given, bytes) {
  try {
    return readCms(fromPem(given), bytes)
  } catch {
    return { problem: 'malformed' }
  }
}

/** Whose a certificate is (DER or PEM); undefined where it is none. Whether it deserves trust is `checkChain`'s question. */
export function readHolder(given) {
  try {
    const one = readCertificate(fromPem(Buffer.from(given)))
    return { name: one.name, cpf: cpfOf(one), certificate: one.raw }
  } catch {
    return undefined
  }
}

function readCms(cms, bytes) {
  const outer = der(cms)
  if (outer.next !== cms.length || hex(outer.child(0)) !== oids.signedData) return { problem: 'malformed' }
  const parts = outer.child(1).child(0).children()
  const content = parts[2].children()
  if (content.length > 1) return { problem: 'attached' }
  const certificates = (
    parts
      .slice(3)
      .find(({ tag }) => tag === 0xa0)
      ?.children() ?? []
  ).map((one) => one.whole())
  const signers = parts.at(-1).children()
  if (signers.length !== 1) return { problem: 'several-signers' }
  if (certificates.length > mostCertificates) return { problem: 'malformed' }
  const [, sid, digestAlgorithm, attributes, algorithm, signature] = signers[0].children()
  if (attributes.tag !== 0xa0 || attributes.isOpen) return { problem: 'malformed' }
  const digestName = digestNames[hex(digestAlgorithm.child(0))]
  if (digestName === undefined) return { problem: 'weak-digest' }
  const certificate = certificates.map(readCertificate).find((one) => isMeant(one, sid))
  if (!certificate) return { problem: 'no-certificate' }
  const attribute = attributesIn(attributes)
  const stated = attribute(oids.messageDigest)
  if (hex(attribute(oids.contentType)) !== oids.data || hex(content[0]) !== oids.data) return { problem: 'malformed' }
  if (!stated.content().equals(createHash(digestName).update(bytes).digest())) return { problem: 'other-bytes' }
  if (!isStrong(certificate.x509.publicKey)) return { problem: 'weak-key' }
  const covered = Buffer.concat([Buffer.of(0x31), attributes.whole().subarray(1)])
  const verdict = isOfKey(algorithm, digestName, covered, certificate.x509.publicKey, signature.content())
  if (verdict !== 'holds') return { problem: verdict }
  const isStated = attribute(oids.signingCertificateV2) ?? attribute(oids.signingCertificate)
  if (isStated && !isNamed(certificate.raw, attribute)) return { problem: 'other-certificate' }
  return {
    problem: undefined,
    name: certificate.name,
    issuer: certificate.issuerName,
    serial: certificate.serial,
    cpf: cpfOf(certificate),
    certificate: certificate.raw,
    certificates,
  }
}

/** Reads signed attributes by their kind. One that stands twice, or with several values, could be read in two ways. */
function attributesIn(attributes) {
  const listed = attributes.children()
  return (oid) => {
    const found = listed.filter((one) => hex(one.child(0)) === oid)
    if (found.length > 1 || (found[0] && found[0].child(1).children().length !== 1)) throw new RangeError('CMS')
    return found[0]?.child(1).child(0)
  }
}

/** The certificate that the signer names, by issuer and serial number or by the identifier of its key. */
function isMeant({ issuer, serial, keyId }, sid) {
  if (sid.tag === 0x80) return keyId !== undefined && hex(sid) === keyId
  const [name, number] = sid.children()
  return name.whole().toString('hex') === issuer && hex(number) === serial
}

/**
 * `holds`, `broken`, or `weak-digest` where the algorithm is an old one or unknown. Broken too where the algorithm is of
 * another kind of key: what is stated must be what was done, for every program that reads it.
 */
function isOfKey(algorithm, own, data, key, signature) {
  const [oid, parameters] = algorithm.children()
  const name = hex(oid)
  if (name === oids.pss) {
    const digest = parameters?.children().find(({ tag }) => tag === 0xa0)
    const digestName = digest && digestNames[hex(digest.child(0).child(0))]
    if (!digestName) return 'weak-digest'
    if (!key.asymmetricKeyType?.startsWith('rsa')) return 'broken'
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    return verify(digestName, data, pss, signature) ? 'holds' : 'broken'
  }
  const [kind, stated] = signing[name] ?? []
  const digest = stated === 'own' ? own : stated
  if (digest === undefined) return 'weak-digest'
  if (key.asymmetricKeyType !== kind) return 'broken'
  return verify(digest, data, key, signature) ? 'holds' : 'broken'
}

const curves = /^(prime256v1|secp384r1|secp521r1|brainpoolP(256|384|512)[rt]1)$/

/** RSA of 2048 bits or more (and no more than a computer can check at once), curves of 256 or more. */
function isStrong(key) {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType?.startsWith('rsa')) return modulusLength >= 2048 && modulusLength <= 8192
  if (key.asymmetricKeyType === 'ec') return curves.test(namedCurve ?? '')
  return key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448'
}

function readCertificate(raw) {
  const [signed, algorithm, signature] = der(raw).children()
  const fields = signed.children()
  const [serial, within, issuer, validity, subject] = fields[0].tag === 0xa0 ? fields.slice(1) : fields
  // The algorithm stands twice, and only the one within is signed (RFC 5280, 4.1.1.2).
  if (!within.whole().equals(algorithm.whole())) throw new RangeError('certificate')
  const [from, until] = validity.children().map(timeOf)
  const listed =
    fields
      .find(({ tag }) => tag === 0xa3)
      ?.child(0)
      .children() ?? []
  const extensions = new Map(listed.map((one) => [hex(one.child(0)), extensionOf(one)]))
  if (extensions.size !== listed.length) throw new RangeError('certificate')
  const keyId = extensions.get('551d0e')
  return {
    raw: Buffer.from(raw),
    x509: new X509Certificate(raw),
    signed: signed.whole(),
    algorithm,
    signature: signature.content().subarray(1),
    serial: hex(serial),
    issuer: issuer.whole().toString('hex'),
    subject: subject.whole().toString('hex'),
    issuerName: commonName(issuer),
    name: commonName(subject),
    from,
    until,
    extensions,
    keyId: keyId && hex(der(keyId.value)),
  }
}

function extensionOf(one) {
  const parts = one.children()
  return { critical: parts.length > 2 && !parts[1].content().equals(Buffer.of(0)), value: parts.at(-1).content() }
}

/** The name in a certificate, without the CPF that ICP-Brasil puts after it. */
function commonName(name) {
  const found = name
    .children()
    .flatMap((set) => set.children())
    .filter((one) => hex(one.child(0)) === oids.commonName)
    .at(-1)
  const words = found ? stringOf(found.child(1)) : ''
  const shown = [...words.replace(/:\d{11,14}$/, '')].filter((sign) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(sign))
  return shown.join('').trim().slice(0, 200) || 'sem nome'
}

function stringOf(node) {
  if (node.tag === 0x1e)
    return Buffer.from(node.content().subarray(0, node.content().length & ~1))
      .swap16()
      .toString('utf16le')
  return node.content().toString(textOf[node.tag] ?? 'latin1')
}

function timeOf(node) {
  const words = node.content().toString('latin1')
  const century = Number(words.slice(0, 2)) < 50 ? '20' : '19'
  const date = new Date(generalizedTime(node.tag === 0x17 ? `${century}${words}` : words))
  if (Number.isNaN(date.getTime())) throw new RangeError('DER')
  return date
}

/** The CPF of the holder in a certificate of ICP-Brasil for people: birth in eight figures, CPF in eleven, and more. */
function cpfOf({ extensions }) {
  const names = extensions.get(oids.alternativeNames)
  const others = names
    ? der(names.value)
        .children()
        .filter(({ tag }) => tag === 0xa0)
    : []
  const holder = others.map((one) => one.children()).find(([oid]) => hex(oid) === oids.holder)
  const words = holder ? stringOf(holder[1].child(0)) : ''
  return /^\d{8}(\d{11})/.exec(words)?.[1]
}

/**
 * Trust anchors: of files in PEM, DER or P7B, the certificates that are their own issuers (roots) and all others
 * (intermediates), and the lists of revoked certificates. `unreadable` names the files that are none of these.
 */
export function readAnchors(files) {
  const anchors = { roots: [], intermediates: [], lists: [], unreadable: [], weak: [] }
  for (const { name, bytes } of files) {
    try {
      for (const one of blocksOf(bytes)) take(one, anchors, name)
    } catch {
      anchors.unreadable.push(name)
    }
  }
  return anchors
}

const anchorFile = /\.(pem|crt|cer|der|p7b|p7c|crl)$/i

/** The anchors in the files of a folder with one of the usual endings. */
export function readAnchorFolder(folder) {
  const names = readdirSync(folder)
    .filter((name) => anchorFile.test(name))
    .sort()
  return readAnchors(names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })))
}

/** Why these anchors cannot be used, in one sentence; undefined where they can. */
export function problemOfAnchors({ roots, unreadable, weak }) {
  if (unreadable.length > 0) return `o arquivo ${unreadable[0]} não é um certificado nem uma lista de revogados`
  if (weak.length > 0)
    return `o certificado em ${weak[0]} não é aceito: a chave é fraca ou a assinatura dele não confere`
  if (roots.length === 0)
    return 'não há nela nenhum certificado de autoridade raiz (arquivos .pem, .crt, .cer, .der ou .p7b)'
  return undefined
}

function blocksOf(bytes) {
  const words = bytes.toString('latin1')
  if (!words.includes('-----BEGIN ')) return [bytes]
  const found = [...words.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g)]
  if (found.length === 0) throw new RangeError('PEM')
  return found.map(([, , base]) => Buffer.from(base, 'base64'))
}

function fromPem(bytes) {
  const first = bytes[0] === 0x30 ? bytes : blocksOf(bytes)[0]
  return Buffer.from(first)
}

function take(bytes, anchors, name) {
  const parts = der(bytes).children()
  if (parts[0].tag === 0x06) {
    const inside = parts[1].child(0).children().slice(3)
    const certificates = inside.find(({ tag }) => tag === 0xa0)?.children() ?? []
    const lists = inside.find(({ tag }) => tag === 0xa1)?.children() ?? []
    for (const one of [...certificates, ...lists]) take(one.whole(), anchors, name)
    return
  }
  const list = readList(bytes)
  if (list) {
    anchors.lists.push(list)
    return
  }
  const one = readCertificate(bytes)
  const isRoot = one.issuer === one.subject
  const isFit = isStrong(one.x509.publicKey) && (!isRoot || one.x509.verify(one.x509.publicKey))
  if (!isFit) anchors.weak.push(name)
  else (isRoot ? anchors.roots : anchors.intermediates).push(one)
}

/** A list of revoked certificates (RFC 5280, 5); undefined where the bytes are something else. */
function readList(bytes) {
  const budget = { left: 20_000_000 }
  const [signed, algorithm, signature] = der(bytes, 0, bytes.length, budget).children()
  const fields = signed.children()
  const at = fields[0].tag === 0x02 ? 1 : 0
  const [, issuer, thisUpdate, next, ...rest] = fields.slice(at)
  // A certificate has another value where a list has its moment.
  if (thisUpdate?.tag !== 0x17 && thisUpdate?.tag !== 0x18) return undefined
  const hasNext = next?.tag === 0x17 || next?.tag === 0x18
  const after = hasNext ? rest : [next, ...rest]
  const revoked = after.find((one) => one?.tag === 0x30)?.children() ?? []
  const extensions =
    after
      .find((one) => one?.tag === 0xa0)
      ?.child(0)
      .children() ?? []
  return {
    signed: signed.whole(),
    algorithm,
    signature: signature.content().subarray(1),
    issuer: issuer.whole().toString('hex'),
    from: timeOf(thisUpdate),
    until: hasNext ? timeOf(next) : undefined,
    revoked: new Map(revoked.map((one) => one.children()).map(([serial, moment]) => [hex(serial), timeOf(moment)])),
    // Of part of the certificates only, or of changes only: it proves who is revoked, and nobody else's good standing.
    isPartial: extensions.map(extensionOf).some(({ critical }) => critical),
  }
}

const longestPath = 8
const mostPaths = 30

/**
 * Whether the certificate was worthy of trust at a moment: a chain of signatures up to one of the roots, every
 * certificate in force, every issuer allowed to issue, the first fit for the purpose (`signing` or `time-stamp`), and none
 * revoked in the lists at hand. Never throws.
 */
export function checkChain(certificate, others, anchors, at, purpose) {
  if (anchors === undefined) return { kind: 'unchecked' }
  // A moment that is none is neither before nor after anything: every comparison with it would hold.
  if (Number.isNaN(at.getTime())) return { kind: 'refused', why: 'malformed' }
  try {
    const first = readCertificate(certificate)
    const helpers = [...anchors.intermediates, ...others.slice(0, mostCertificates).flatMap(readable)]
    let best
    for (const path of pathsFrom(first, helpers, anchors.roots)) {
      const judged = judge(path, anchors.lists, at, purpose)
      if (judged.kind === 'trusted') return judged
      best ??= judged
    }
    return best ?? { kind: 'refused', why: 'no-anchor' }
  } catch {
    return { kind: 'refused', why: 'malformed' }
  }
}

function readable(raw) {
  try {
    return [readCertificate(raw)]
  } catch {
    return []
  }
}

/** All chains of names up to a root, the certificate itself first. Signatures are looked at when a chain is judged. */
function pathsFrom(first, helpers, roots) {
  const found = []
  let left = mostPaths
  const climb = (path) => {
    if (--left < 0) return
    const last = path.at(-1)
    for (const root of roots) if (root.subject === last.issuer) found.push([...path, root])
    if (path.length >= longestPath) return
    for (const next of helpers) {
      if (next.subject === last.issuer && !path.some((one) => one.raw.equals(next.raw))) climb([...path, next])
    }
  }
  climb([first])
  return found.slice(0, mostPaths)
}

function judge(path, lists, at, purpose) {
  const refuse = (why) => ({ kind: 'refused', why })
  const root = path.at(-1)
  // From the root downwards: what hangs below a broken link costs nothing, however long somebody made it.
  for (let place = path.length - 1; place >= 0; place--) {
    const one = path[place]
    const issuer = path[place + 1]
    if (!isStrong(one.x509.publicKey)) return refuse('weak-key')
    if (issuer) {
      const verdict = isOfKey(one.algorithm, undefined, one.signed, issuer.x509.publicKey, one.signature)
      if (verdict !== 'holds') return refuse(verdict)
    }
    if ([...one.extensions].some(([oid, { critical }]) => critical && !understood.has(oid)))
      return refuse('unknown-extension')
    // Certificates issued by themselves for a change of keys do not count for the length of the path.
    const below = path.slice(1, place).filter(({ issuer: by, subject }) => by !== subject).length
    if (place > 0 && !mayIssue(one, below)) return refuse('not-an-authority')
    if (at < one.from) return refuse('not-yet')
    if (at > one.until) return refuse('expired')
  }
  if (!isFitFor(path[0], purpose)) return refuse('purpose')
  const states = path.slice(0, -1).map((one, place) => revocationOf(one, path[place + 1], lists, at))
  if (states.includes('revoked')) return refuse('revoked')
  return {
    kind: 'trusted',
    root: root.name,
    revocation: states.every((one) => one === 'good') ? 'checked' : 'unchecked',
  }
}

/** Whether it is one of an authority, and how many authorities it lets stand below it. */
function authorityOf(extensions) {
  const constraints = extensions.get(oids.basicConstraints)
  const parts = constraints ? der(constraints.value).children() : []
  const isAuthority = parts[0]?.tag === 0x01 && parts[0].content().length === 1 && parts[0].content()[0] !== 0
  return { isAuthority, longest: parts.find(({ tag }) => tag === 0x02) }
}

function mayIssue({ extensions }, below) {
  const { isAuthority, longest } = authorityOf(extensions)
  if (!isAuthority || (longest && below > Number.parseInt(hex(longest), 16))) return false
  return hasUsage(extensions, 5)
}

/** Bit of the key's usage; where the certificate limits nothing, everything is allowed. */
function hasUsage(extensions, ...bits) {
  const usage = extensions.get(oids.keyUsage)
  if (!usage) return true
  const value = der(usage.value).content().subarray(1)
  return bits.some((bit) => ((value[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

/** Purposes that go with a person's signature: any, mail, being known to a server, documents (RFC 9336 and older names). */
const signingPurposes = new Set([
  '551d2500',
  '2b06010505070304',
  '2b06010505070302',
  '2b06010505070324',
  '2b0601040182370a030c',
  '2a864886f72f010105',
])

/** A certificate of an authority, a server or a time-stamping authority signs no document, whoever holds its key. */
function isFitFor({ extensions }, purpose) {
  if (authorityOf(extensions).isAuthority) return false
  const limited = extensions.get(oids.extendedKeyUsage)
  const purposes = limited && der(limited.value).children().map(hex)
  if (purpose === 'signing') {
    return hasUsage(extensions, 0, 1) && (purposes?.some((one) => signingPurposes.has(one)) ?? true)
  }
  return purposes?.includes(oids.timeStamping) === true && hasUsage(extensions, 0, 1)
}

/**
 * `unknown` where no list of this issuer, signed by it, speaks of the moment. Lists made after the end of a certificate say
 * nothing good of it: authorities leave out what is over (RFC 5280, 3.3).
 */
function revocationOf({ serial, until: end }, issuer, lists, at) {
  const own = lists.filter((list) => list.issuer === issuer.subject && isIssued(list, issuer))
  const since = own.flatMap(({ revoked }) => revoked.get(serial) ?? [])
  if (since.some((moment) => moment <= at)) return 'revoked'
  const speaks = own.some(
    ({ from, until, isPartial }) => !isPartial && from <= end && (from >= at || (until !== undefined && at <= until)),
  )
  return speaks ? 'good' : 'unknown'
}

function isIssued(list, issuer) {
  list.issuedBy ??= new Map()
  const key = sha256(issuer.raw).toString('hex')
  if (!list.issuedBy.has(key)) {
    const verdict = isOfKey(list.algorithm, undefined, list.signed, issuer.x509.publicKey, list.signature)
    list.issuedBy.set(key, verdict === 'holds' && hasUsage(issuer.extensions, 6))
  }
  return list.issuedBy.get(key)
}

/** What is wrong with a chain, in plain Portuguese. */
export function tellChain({ why }) {
  switch (why) {
    case 'no-anchor':
      return 'O certificado não foi emitido sob nenhuma das autoridades em que esta instalação confia.'
    case 'expired':
      return 'O certificado, ou o de uma autoridade acima dele, já estava vencido.'
    case 'not-yet':
      return 'O certificado, ou o de uma autoridade acima dele, ainda não estava em vigor.'
    case 'revoked':
      return 'O certificado, ou o de uma autoridade acima dele, foi revogado.'
    case 'purpose':
      return 'O certificado não foi emitido para este uso.'
    case 'weak-key':
      return 'Um certificado da cadeia tem chave fraca (RSA com menos de 2048 bits, por exemplo).'
    case 'weak-digest':
      return 'Um certificado da cadeia foi assinado com um algoritmo que não é aceito, como o SHA-1.'
    default:
      return 'A cadeia do certificado está quebrada: uma autoridade dela não podia emitir, ou uma assinatura não confere.'
  }
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
    if (['--chave', '--extrair', '--ancoras'].includes(args[at])) options[args[at]] = args[++at]
    else if (args[at].startsWith('--')) return undefined
    else files.push(args[at])
  }
  if (files.length < 1 || files.length > 2 || Object.values(options).includes(undefined)) return undefined
  return {
    receipt: files[0],
    document: files[1],
    key: options['--chave'],
    extract: options['--extrair'],
    anchors: options['--ancoras'],
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
