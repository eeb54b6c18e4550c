import { gzipSync } from 'node:zlib'
import type { Attack } from './attack.ts'
import { marks } from './values.ts'

/** Requests that no client sends: headers, methods, lengths and encodings. */
export async function tryRequests(attack: Attack): Promise<void> {
  const { wire, judge, people } = attack
  const cookie = people.marina
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  const odd: [what: string, headers: Record<string, string>][] = [
    ['a cookie of nothing', { cookie: ';;=;carimbo=;carimbo=%;a' }],
    ['a cookie of 8 kB', { cookie: `carimbo=${'a'.repeat(8_000)}` }],
    ['a cookie of bytes', { cookie: 'carimbo=%FF%00%E0%A4' }],
    ['two sessions', { cookie: `${cookie}; carimbo=${'a'.repeat(43)}` }],
    ['names of every object as cookies', { cookie: '__proto__=a; constructor=b; toString=c' }],
    ['another host', { cookie, host: 'zq.example' }],
    ['a host that is none', { cookie, host: '"><script>' }],
    ['an origin that is none', { cookie, origin: 'nada' }],
    ['came from nowhere', { cookie, referer: 'http://[' }],
    ['came from a script', { cookie, referer: 'javascript:document.documentElement.dataset.zq=1' }],
    [
      'through many machines',
      { cookie, 'x-forwarded-for': '127.0.0.1, '.repeat(400), 'x-forwarded-host': 'zq.example' },
    ],
    ['wants odd ranges', { cookie, range: 'bytes=9-1,-0,0-18446744073709551616' }],
    ['has a copy from no day', { cookie, 'if-modified-since': 'ontem', 'if-none-match': '"'.repeat(500) }],
    ['of no known program', { cookie, 'user-agent': '<script>document.documentElement.dataset.zq=1</script>' }],
    ['wants no known language', { cookie, 'accept-language': 'x;q='.repeat(1_000), accept: '*/*;q=NaN' }],
    ['wants another method', { cookie, 'x-http-method-override': 'DELETE' }],
    ['a JSON page', { cookie, 'content-type': 'application/json;charset=x' }],
  ]
  for (const url of [
    '/',
    '/entrar',
    '/inicio',
    '/em/set-rn-prot/mesa',
    '/saude',
    '/nada',
    '/estatico/..%2f..%2fpackage.json',
  ])
    for (const [what, headers] of odd)
      judge('requests', `GET ${url} ${what}`, await wire.send({ method: 'GET', url, headers }))
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'DELETE', 'PATCH', 'HEAD', 'QUERY'])
    for (const url of ['/', '/entrar', '/em/set-rn-prot/mesa', '/em/set-rn-prot/processos', '*'])
      judge('requests', `${method} ${url}`, await wire.send({ method, url, headers: { cookie } }))
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const bodies: [what: string, headers: Record<string, string>, body: Buffer | string][] = [
    ['packed 300 MB', { ...form, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(30_000_000))],
    ['packed in no known way', { ...form, 'content-encoding': 'zq' }, 'a=b'],
    ['more than is taken', form, 'a'.repeat(1_100_000)],
    ['ampersands alone', form, '&'.repeat(900_000)],
    ['brackets in brackets', form, `a${'[b]'.repeat(100_000)}=1`],
    ['a hundred thousand fields', form, 'a=1&'.repeat(100_000)],
    [
      'parts without end',
      { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    ['parts without names', { cookie, 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\nb\r\n--x--\r\n'],
    [
      'a part called __proto__',
      { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nb\r\n--x--\r\n',
    ],
    [
      'a part with a head of 100 kB',
      { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      `--x\r\n${'A: b\r\n'.repeat(17_000)}\r\nb\r\n--x--\r\n`,
    ],
    [
      'six hundred parts',
      { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(600)}--x--\r\n`,
    ],
    [
      'sixty files',
      { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      `${'--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nb\r\n'.repeat(60)}--x--\r\n`,
    ],
    ['JSON of arrays', { cookie, 'content-type': 'application/json' }, '['.repeat(500_000)],
    [
      'JSON with __proto__',
      { cookie, 'content-type': 'application/json' },
      '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}',
    ],
  ]
  for (const url of ['/entrar', '/em/set-rn-prot/processos', '/em/set-rn-prot/documentos/1/rascunho'])
    for (const [what, headers, body] of bodies)
      judge('requests', `POST ${url} ${what}`, await wire.send({ method: 'POST', url, headers, body }))
  for (const [what, bytes] of badBytes(wire.host)) {
    const reply = await wire.sendBytes(bytes)
    // Half a request, or one that is none, may be left without an answer; an answer is judged like any other.
    if (reply.status !== 0) judge('requests', what, reply)
  }
}

function badBytes(host: string): [what: string, bytes: string | Buffer][] {
  const post = (rest: string) => `POST /entrar HTTP/1.1\r\nHost: ${host}\r\n${rest}`
  return [
    ['no request at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
    ['a method that is none', 'ZQ / HTTP/1.1\r\n\r\n'],
    ['two lengths', post('Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b')],
    [
      'a length and chunks',
      post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /zq HTTP/1.1\r\n\r\n'),
    ],
    ['a chunk of no length', post('Transfer-Encoding: chunked\r\n\r\nzz\r\n')],
    ['a chunk too long', post('Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n')],
    ['a negative length', post('Content-Length: -1\r\n\r\n')],
    ['a header in two lines', `GET / HTTP/1.1\r\nHost: ${host}\r\nA: b\r\n ${marks.header}: 1\r\n\r\n`],
    [
      'a header of bytes',
      Buffer.concat([
        Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\nA: `),
        Buffer.from([0, 255, 10]),
        Buffer.from('\r\n\r\n'),
      ]),
    ],
    ['headers beyond measure', `GET / HTTP/1.1\r\nHost: ${host}\r\n${'A: b\r\n'.repeat(5_000)}\r\n`],
    ['an address beyond measure', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    [
      'an address of bytes',
      Buffer.concat([
        Buffer.from('GET /'),
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from(` HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
      ]),
    ],
    ['an address elsewhere', `GET http://zq.example/entrar HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
    ['an address of two slashes', `GET //zq.example/..%2f HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
    ['an address that cannot be read', `GET /em/%E0%A4%A/mesa HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['another protocol', `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
    ['an expectation', post('Expect: zq\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b')],
  ]
}
