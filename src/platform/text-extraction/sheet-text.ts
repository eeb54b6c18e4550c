import { collector, depthOf } from './office-xml.ts'
import { attributeOf, walkXml } from './xml-walk.ts'

/** The texts that the cells of an XLSX refer to by number. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  const inText = depthOf(['t'])
  const inReadingAid = depthOf(['rPh'])
  let current: string[] = []
  walkXml(xml, {
    open: (name) => {
      inText.open(name)
      inReadingAid.open(name)
      if (name === 'si') current = []
      return undefined
    },
    close: (name) => {
      inText.close(name)
      inReadingAid.close(name)
      if (name === 'si') strings.push(current.join(''))
      return undefined
    },
    text: (text) => {
      if (inText.isInside() && !inReadingAid.isInside()) current.push(text)
      return undefined
    },
  })
  return strings
}

/** Text of a worksheet: a line for each row. Dates are numbers in it, and stay so: no one looks for them here. */
export function sheetText(xml: string, strings: readonly string[], limitChars: number): string {
  const found = collector(limitChars)
  const inValue = depthOf(['v', 't'])
  let refers = false
  let value = ''
  walkXml(xml, {
    open: (name, tag) => {
      inValue.open(name)
      if (name === 'c') {
        refers = attributeOf(tag, 't') === 's'
        value = ''
      }
      return undefined
    },
    close: (name) => {
      inValue.close(name)
      if (name === 'c') return found.add(`${refers ? (strings[Number(value)] ?? '') : value}\t`)
      return name === 'row' ? found.add('\n') : undefined
    },
    text: (text) => {
      if (inValue.isInside()) value += text
      return undefined
    },
  })
  return found.text()
}
