import type { ComponentChildren } from 'preact'

const shapes = {
  circle: { word: 'círculo', path: 'M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13z' },
  square: { word: 'quadrado', path: 'M2 2h12v12H2z' },
  diamond: { word: 'losango', path: 'M8 .8l7.2 7.2L8 15.2.8 8z' },
  triangle: { word: 'triângulo', path: 'M8 1.5l7 13H1z' },
} as const

const circle = 'circle'
const square = 'square'
const diamond = 'diamond'
const triangle = 'triangle'

/** The 32 colours of labels: each with its word and, so that no two kindred ones look alike in grey, its shape. */
export const markColours = {
  blue: { word: 'azul', fill: '#1351b4', shape: circle },
  'light-blue': { word: 'azul-claro', fill: '#81aefc', shape: square },
  navy: { word: 'azul-marinho', fill: '#071d41', shape: diamond },
  turquoise: { word: 'turquesa', fill: '#0b8a9e', shape: triangle },
  green: { word: 'verde', fill: '#168821', shape: circle },
  'light-green': { word: 'verde-claro', fill: '#88c379', shape: square },
  'dark-green': { word: 'verde-escuro', fill: '#0f3d12', shape: diamond },
  olive: { word: 'oliva', fill: '#6e7b14', shape: triangle },
  yellow: { word: 'amarelo', fill: '#ffcd07', shape: circle },
  'light-yellow': { word: 'amarelo-claro', fill: '#fff17a', shape: square },
  gold: { word: 'dourado', fill: '#b38c00', shape: diamond },
  lime: { word: 'lima', fill: '#b8d432', shape: triangle },
  orange: { word: 'laranja', fill: '#e5730a', shape: circle },
  peach: { word: 'pêssego', fill: '#ffbd8a', shape: square },
  rust: { word: 'ferrugem', fill: '#94410b', shape: diamond },
  coral: { word: 'coral', fill: '#ff7a66', shape: triangle },
  red: { word: 'vermelho', fill: '#e52207', shape: circle },
  'light-red': { word: 'vermelho-claro', fill: '#fd8b79', shape: square },
  wine: { word: 'vinho', fill: '#701010', shape: diamond },
  cherry: { word: 'cereja', fill: '#b3123f', shape: triangle },
  pink: { word: 'rosa', fill: '#e4438c', shape: circle },
  'light-pink': { word: 'rosa-claro', fill: '#f7aacb', shape: square },
  plum: { word: 'ameixa', fill: '#5d1049', shape: diamond },
  magenta: { word: 'magenta', fill: '#c2189b', shape: triangle },
  purple: { word: 'roxo', fill: '#7a3fbf', shape: circle },
  lilac: { word: 'lilás', fill: '#c9a9ec', shape: square },
  indigo: { word: 'índigo', fill: '#341f73', shape: diamond },
  violet: { word: 'violeta', fill: '#9b51e0', shape: triangle },
  brown: { word: 'marrom', fill: '#6b4423', shape: circle },
  beige: { word: 'bege', fill: '#dcc7a1', shape: square },
  black: { word: 'preto', fill: '#1b1b1b', shape: diamond },
  grey: { word: 'cinza', fill: '#8a8a8a', shape: triangle },
} as const satisfies Record<
  string,
  { readonly word: string; readonly fill: string; readonly shape: keyof typeof shapes }
>

export type MarkColour = keyof typeof markColours

export function isMarkColour(name: string): name is MarkColour {
  return Object.hasOwn(markColours, name)
}

/** The colour and its shape in words: `losango azul-marinho`. */
export function wordsOfColour(colour: MarkColour): string {
  const { word, shape } = markColours[colour]
  return `${shapes[shape].word} ${word}`
}

/** A drawing in the colour of a label. It says nothing by itself: the label's name stands beside it. */
export function Swatch({ colour }: { colour: MarkColour }) {
  const { fill, shape } = markColours[colour]
  return (
    <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[shape].path} fill={fill} />
    </svg>
  )
}

/** A label that people chose the colour of: drawing and name. */
export function ColourMark({
  colour,
  title,
  children,
}: {
  colour: MarkColour
  /** More words, for whoever points at it. */
  title?: string | undefined
  children: ComponentChildren
}) {
  return (
    <span class="tag" title={title}>
      <Swatch colour={colour} />
      {children}
    </span>
  )
}
