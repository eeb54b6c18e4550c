import { attributeOf, walkXml } from './xml-walk.ts'

/** Text of a part of a DOCX or PPTX: what stands in `t` elements, a line for each paragraph. */
export function officeXmlText(xml: string, limitChars: number): string {
  const found = collector(limitChars)
  // Tab stops are no tabs, and a Fallback repeats for old programs what was already said.
  const silence = depthOf(['tabs', 'Fallback'])
  const inText = depthOf(['t'])
  walkXml(xml, {
    open: (name) => {
      silence.open(name)
      inText.open(name)
      if (name === 'br' || name === 'cr') return found.add('\n', !silence.isInside())
      return name === 'tab' ? found.add('\t', !silence.isInside()) : undefined
    },
    close: (name) => {
      silence.close(name)
      inText.close(name)
      if (name === 'p') return found.add('\n', !silence.isInside())
      return name === 'tc' ? found.add('\t', !silence.isInside()) : undefined
    },
    text: (text) => found.add(text, inText.isInside() && !silence.isInside()),
  })
  return found.text()
}

/** Text of the content of an ODT, ODS or ODP: what stands in paragraphs and headings, without what was struck out. */
export function openDocumentText(xml: string, limitChars: number): string {
  const found = collector(limitChars)
  const silence = depthOf(['tracked-changes'])
  const inText = depthOf(['p', 'h'])
  walkXml(xml, {
    open: (name, tag) => {
      silence.open(name)
      inText.open(name)
      if (name === 's')
        return found.add(' '.repeat(Math.min(Number(attributeOf(tag, 'text:c')) || 1, 100)), inText.isInside())
      if (name === 'line-break') return found.add('\n', inText.isInside())
      return name === 'tab' ? found.add('\t', inText.isInside()) : undefined
    },
    close: (name) => {
      silence.close(name)
      inText.close(name)
      if (name === 'p' || name === 'h' || name === 'table-row') return found.add('\n', !silence.isInside())
      return name === 'table-cell' ? found.add('\t', !silence.isInside()) : undefined
    },
    text: (text) => found.add(text, inText.isInside() && !silence.isInside()),
  })
  return found.text()
}

/** Gathers text up to a limit; `add` answers `false`, which ends the walk, when there is enough. */
export function collector(limitChars: number) {
  const pieces: string[] = []
  let length = 0
  return {
    add: (piece: string, isWanted = true): boolean => {
      if (isWanted) {
        pieces.push(piece)
        length += piece.length
      }
      return length <= limitChars
    },
    text: () => pieces.join(''),
  }
}

/** Knows whether the walk is inside any of the named elements. */
export function depthOf(names: readonly string[]) {
  let depth = 0
  return {
    open: (name: string) => {
      if (names.includes(name)) depth += 1
    },
    close: (name: string) => {
      if (names.includes(name)) depth = Math.max(0, depth - 1)
    },
    isInside: () => depth > 0,
  }
}
