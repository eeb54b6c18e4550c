import { isLinkAddress } from './attributes.ts'
import type { Inline, Mark, SimpleMark } from './content.ts'
import type { Kept } from './kept.ts'
import { VARIABLES } from './variables.ts'

/**
 * Text inside a paragraph ↔ plain text with light marks: `**negrito**`, `*itálico*`, `__sublinhado__`, `~~tachado~~`,
 * `^^sobrescrito^^`, `,,subscrito,,`, `[texto](https://…)`, `@variavel@` and `[[nota 1]]` for what text cannot say.
 * A backslash before a mark makes it an ordinary character.
 */
const DELIMITERS = { '**': 'strong', '*': 'em', __: 'underline', '~~': 'strike', '^^': 'sup', ',,': 'sub' } as const
const DELIMITER_OF: Record<SimpleMark, string> = {
  strong: '**',
  em: '*',
  underline: '__',
  strike: '~~',
  sup: '^^',
  sub: ',,',
}

/** Plain text → runs of a paragraph. `kept` knows what the placeholders stand for. */
export function parseInlines(text: string, kept: Kept): Inline[] {
  const tokens = settle(tokenize(text, kept))
  const active = new Set<SimpleMark>()
  let href: string | undefined
  const runs: Inline[] = []
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if (!active.delete(token.mark)) active.add(token.mark)
    } else if (token.kind === 'link') href = token.href
    else if (token.kind === 'node') runs.push(withMarks(token.node, marksNow(active, href)))
    else if (token.kind === 'text' && token.text) append(runs, token.text, marksNow(active, href))
  }
  return runs
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'node'; readonly node: Inline }
  | { readonly kind: 'mark'; readonly mark: SimpleMark; readonly opens: boolean; readonly closes: boolean }
  | { readonly kind: 'bracket' }
  | { readonly kind: 'link'; readonly href: string | undefined; readonly written: string }

const PATTERNS = {
  escape: /\\([\\*_~^,[\]@#>\-.)|])/y,
  node: /\[\[([^\]\n]+)\]\]/y,
  variable: /@([a-z][a-z0-9_]{0,59})@/y,
  linkEnd: /\]\(([^\s()<>]+)\)/y,
  run: /(\*+|_+|~+|\^+|,+)/y,
  plain: /[^\\[\]@*_~^,\n]+/y,
}

function tokenize(text: string, kept: Kept): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text) ?? undefined
  }
  const push = (length: number, ...found: Token[]) => {
    tokens.push(...found)
    at += length
  }
  while (at < text.length) {
    const escaped = take(PATTERNS.escape)
    if (escaped?.[1]) {
      push(2, { kind: 'text', text: escaped[1] })
      continue
    }
    if (text[at] === '\n') {
      push(1, { kind: 'node', node: { type: 'hard_break' } })
      continue
    }
    const placeholder = take(PATTERNS.node)
    const node = placeholder?.[1] === undefined ? undefined : kept.inline(placeholder[1])
    if (placeholder && node) {
      push(placeholder[0].length, { kind: 'node', node })
      continue
    }
    const variable = take(PATTERNS.variable)
    const label = variable?.[1] === undefined ? undefined : (kept.variable(variable[1]) ?? VARIABLES[variable[1]])
    if (variable?.[1] && label !== undefined) {
      push(variable[0].length, { kind: 'node', node: { type: 'variable', attrs: { name: variable[1], label } } })
      continue
    }
    const linkEnd = take(PATTERNS.linkEnd)
    if (linkEnd?.[1] && isLinkAddress(linkEnd[1])) {
      push(linkEnd[0].length, { kind: 'link', href: linkEnd[1], written: linkEnd[0] })
      continue
    }
    if (text[at] === '[') {
      push(1, { kind: 'bracket' })
      continue
    }
    const run = take(PATTERNS.run)?.[0]
    if (run) {
      push(run.length, ...delimiters(run, text[at - 1], text[at + run.length]))
      continue
    }
    const plain = take(PATTERNS.plain)?.[0] ?? text.slice(at, at + 1)
    push(plain.length, { kind: 'text', text: plain })
  }
  return tokens
}

/** A run of signs is a mark only where it touches a word and is exactly as long as a mark: `_____` is a line to fill. */
function delimiters(run: string, before: string | undefined, after: string | undefined): Token[] {
  const opens = after !== undefined && !/\s/.test(after)
  const closes = before !== undefined && !/\s/.test(before)
  const marks: SimpleMark[] = run === '***' ? ['strong', 'em'] : []
  const known = Object.entries(DELIMITERS).find(([sign]) => sign === run)
  if (known) marks.push(known[1])
  if (marks.length === 0 || (!opens && !closes)) return [{ kind: 'text', text: run }]
  return marks.map((mark) => ({ kind: 'mark', mark, opens, closes }))
}

/** Leaves standing only the marks that have their pair; the others become the signs they were written with. */
function settle(tokens: readonly Token[]): Token[] {
  const settled = [...tokens]
  const openAt = new Map<SimpleMark, number>()
  let bracketAt: number | undefined
  const literally = (index: number, text: string) => {
    settled[index] = { kind: 'text', text }
  }
  tokens.forEach((token, index) => {
    if (token.kind === 'mark') {
      const openedAt = openAt.get(token.mark)
      if (openedAt === undefined) {
        if (token.opens) openAt.set(token.mark, index)
        else literally(index, DELIMITER_OF[token.mark])
      } else if (token.closes) openAt.delete(token.mark)
      else literally(index, DELIMITER_OF[token.mark])
    } else if (token.kind === 'bracket') {
      if (bracketAt !== undefined) literally(bracketAt, '[')
      bracketAt = index
    } else if (token.kind === 'link') {
      if (bracketAt === undefined) literally(index, token.written)
      else {
        settled[bracketAt] = token
        settled[index] = { kind: 'link', href: undefined, written: '' }
        bracketAt = undefined
      }
    }
  })
  if (bracketAt !== undefined) literally(bracketAt, '[')
  for (const [mark, index] of openAt) literally(index, DELIMITER_OF[mark])
  return settled
}

const MARK_ORDER: readonly SimpleMark[] = ['strong', 'em', 'underline', 'strike', 'sup', 'sub']

function marksNow(active: ReadonlySet<SimpleMark>, href: string | undefined): Mark[] {
  const simple = MARK_ORDER.filter((mark) => active.has(mark) && !(mark === 'sub' && active.has('sup')))
  return [...(href ? [{ type: 'link' as const, attrs: { href } }] : []), ...simple.map((type) => ({ type }))]
}

function withMarks<Node extends Inline>(node: Node, marks: readonly Mark[]): Node {
  const { marks: _, ...bare } = node
  return (marks.length > 0 ? { ...bare, marks } : bare) as Node
}

function append(runs: Inline[], text: string, marks: readonly Mark[]): void {
  const last = runs.at(-1)
  if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
    runs[runs.length - 1] = { ...last, text: last.text + text }
  else runs.push(withMarks({ type: 'text', text }, marks))
}
