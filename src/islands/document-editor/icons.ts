/** Strokes on a field of 24 × 24, in the colour of the text around them. */
const PATHS = {
  undo: 'M8.5 5L4 9.5 8.5 14M4 9.5h10.5a5 5 0 010 10H8',
  redo: 'M15.5 5L20 9.5 15.5 14M20 9.5H9.5a5 5 0 000 10H16',
  bullets: 'M9 6h11.5M9 12h11.5M9 18h11.5M4.2 6h.2M4.2 12h.2M4.2 18h.2',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5l3.5 2.5L4 14.5z',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7.5 9.5L4 12l3.5 2.5z',
  clear: 'M6 5h12M12 5l-2 9M4 20h9M15 14l5 5M20 14l-5 5',
  table: 'M3.5 4.5h17v15h-17zM3.5 9.5h17M3.5 14.5h17M9.5 4.5v15M15 4.5v15',
  image: 'M3.5 4.5h17v15h-17zM3.5 17l5-4.5 3.5 3 4-4.5 4.5 4.5M8.5 8.5v.2',
  link: 'M10 14a4 4 0 010-5.7l3.3-3.3a4 4 0 015.7 5.7L17 12.7M14 10a4 4 0 010 5.7L10.7 19A4 4 0 015 13.3l2-2',
  file: 'M3 6.5h6l2 2.5h10v10H3zM8 14h8',
  note: 'M4 7h11M4 12h8M4 17h16M19 5v6M17.5 6.5L19 5',
  pageBreak: 'M6 3v5h12V3M6 21v-5h12v5M2.5 12h3M8 12h3M13 12h3M18.5 12h3',
  text: 'M4.5 4.5h15v10l-5 5h-10zM14.5 19.5v-5h5M8 9h8M8 12.5h4',
  save: 'M4.5 4.5h12l3 3v12h-15zM8 4.5v5h7v-5M7.5 19.5v-6h9v6',
  sign: 'M13.5 13.5l-4 1 1-4L17.5 3.5l3 3zM3 20.5c2-4 3.5-4 4-2s1.5 2 2.5.5 2 0 2.5 1 2 .8 3 .5h6',
  microphone:
    'M12 3.5a2.5 2.5 0 00-2.5 2.5v5a2.5 2.5 0 005 0V6A2.5 2.5 0 0012 3.5zM6 11a6 6 0 0012 0M12 17v3.5M9 20.5h6',
  help: 'M20.5 12a8.5 8.5 0 11-17 0 8.5 8.5 0 0117 0M9.5 9.5a2.5 2.5 0 115 0c0 1.8-2.5 2-2.5 4M12 16.5v.2',
} as const

export type IconName = keyof typeof PATHS

const SVG = 'http://www.w3.org/2000/svg'

/** A drawing beside words; it says nothing by itself, so screen readers pass over it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [attribute, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', 'editor-icon'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(attribute, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
