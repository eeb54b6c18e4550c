import type { Random } from '../../tools/faults/random.ts'

/** Something that nobody types in good faith. */
export interface Hostile {
  readonly kind: HostileKind
  readonly text: string
  /** As it goes into an address or a form: not always what a program that means well would send. */
  readonly encoded: string
}

export type HostileKind = 'bytes' | 'number' | 'date' | 'name' | 'injection' | 'markup' | 'size' | 'url' | 'pattern'

/** A tag, an attribute, a header and a cookie that no page, and no answer, may ever have. */
export const marks = { tag: 'zqmarca', attribute: 'zqatributo', header: 'x-zq-injetado', cookie: 'zqbiscoito' } as const

/** All that is tried, with an address of our own that nobody may call. */
export function hostileValues(trap: string): readonly Hostile[] {
  return [
    ...markup.map((text) => plain('markup', text)),
    ...['NaN', '-1', '0', '1.5', '1e309', '0x10', '٣٤', '2147483648', '9223372036854775808', '9'.repeat(40)].map(
      (text) => plain('number', text),
    ),
    ...['2026-02-31', '0000-00-00', '275761-01-01', '99999-12-31', '2026-13-01T25:61', '31/02/2026', '-0001-01-01'].map(
      (text) => plain('date', text),
    ),
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../../../etc/passwd', '..\\..\\nul', 'con'].map(
      (text) => plain('name', text),
    ),
    ...[
      `' or 1=1; select pg_sleep(9); --`,
      '%_\\%',
      '\\',
      `a & | ! ( : * <-> ''`,
      '{{7*7}}$' + '{7*7}<%= 7*7 %>#{7*7}',
      `=HYPERLINK("${trap}";"clique")`,
      `@SUM(1+1)*cmd|' /C calc'!A0`,
      `a\r\n${marks.header}: 1\r\nSet-Cookie: ${marks.cookie}=1`,
      `ana@example.com\r\nBcc: todos@example.com`,
      '{"a":[{"b":null}]}',
      '*)(uid=*))(|(uid=*',
    ].map((text) => plain('injection', text)),
    ...[
      trap,
      `${trap}@example.com`,
      'file:///etc/hostname',
      '//zq.example',
      '/\\zq.example',
      'http://[::ffff:7f00:1]/',
    ].map((text) => plain('url', text)),
    plain('bytes', ''),
    plain('bytes', '   '),
    plain('bytes', 'a\0b'),
    plain('bytes', '\u202Efdp.exe\u2066\uFEFF\u200B'),
    plain('bytes', `a${'\u0300'.repeat(400)}`),
    plain('bytes', '👩🏽‍⚖️'.repeat(90)),
    raw('bytes', '\uFFFD', '%ED%A0%80'),
    raw('bytes', '\uFFFD', '%FF%FE%C0%80'),
    raw('bytes', '%zz', '%zz%'),
    plain('size', 'muito '.repeat(2_500)),
    plain('size', 'x'.repeat(12_000)),
  ]
}

/** Ways into a page: through text, attributes, addresses, comments, styles, templates, and what parsers mend. */
export const markup: readonly string[] = [
  `<${marks.tag}>`,
  `"><${marks.tag} ${marks.attribute}=1>`,
  `'><script ${marks.attribute}>document.documentElement.dataset.zq=1</script>`,
  `" ${marks.attribute}="1" onmouseover="document.documentElement.dataset.zq=1`,
  `' ${marks.attribute}='1' autofocus onfocus='document.documentElement.dataset.zq=1`,
  `</title></textarea></script></style><img ${marks.attribute} src=x onerror=document.documentElement.dataset.zq=1>`,
  `<svg ${marks.attribute} onload=document.documentElement.dataset.zq=1>`,
  `<svg><style><img ${marks.attribute} src=x onerror=document.documentElement.dataset.zq=1></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img ${marks.attribute} title="--&gt;&lt;img src=1 onerror=1&gt;">`,
  `<!--><${marks.tag}>-->`,
  `javascript:document.documentElement.dataset.zq=1//`,
  ` java\nscript:document.documentElement.dataset.zq=1`,
  `data:text/html,<script>document.documentElement.dataset.zq=1</script>`,
  `&lt;${marks.tag}&gt;&#60;${marks.tag}&#62;`,
  `<a ${marks.attribute} href="javascript&colon;document.documentElement.dataset.zq=1">x</a>`,
  `<iframe ${marks.attribute} srcdoc="<script>parent.document.documentElement.dataset.zq=1</script>">`,
  `<base ${marks.attribute} href="//zq.example/"><meta http-equiv=refresh content="0;url=//zq.example">`,
  `**[x](javascript:document.documentElement.dataset.zq=1)** ![x](x" ${marks.attribute}="1)`,
]

/** Strings over which a careless pattern thinks for hours, each of this length. */
export function hardForPatterns(length: number): readonly string[] {
  const until = (part: string, end: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length - 1) + end
  return [
    until('a', '!'),
    until(' ', 'x'),
    until('\t\n', 'x'),
    until('<', '>'),
    until('<a ', '<'),
    until('[', '('),
    until('{{', '}'),
    until('*_', '#'),
    until('\n- ', '!'),
    until('| ', '\n'),
    until('0', 'x'),
    until('1.', '/'),
    until('a@', '!'),
    until('.a', '@'),
    until('"', ';'),
    until('é', '\0'),
    until('&#', 'x'),
    until('@@{', ' '),
  ]
}

export function harmless(length: number): string {
  return 'Encaminho o pedido para análise da assessoria. '.repeat(Math.ceil(length / 48)).slice(0, length)
}

/** A string nobody thought of: pieces of all the others. */
export function mixture(random: Random, values: readonly Hostile[]): Hostile {
  const parts = Array.from({ length: random.whole(2, 4) }, () => random.pick(values))
  return {
    kind: random.pick(parts).kind,
    text: parts.map(({ text }) => text).join(''),
    encoded: parts.map(({ encoded }) => encoded).join(''),
  }
}

function plain(kind: HostileKind, text: string): Hostile {
  return { kind, text, encoded: encodeURIComponent(text) }
}

function raw(kind: HostileKind, text: string, encoded: string): Hostile {
  return { kind, text, encoded }
}
