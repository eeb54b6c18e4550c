import { ColourMark, type MarkColour, markColours, wordsOfColour } from './colour-mark.tsx'
import type { Example } from './examples/example.ts'

const colours = Object.keys(markColours) as MarkColour[]

export const examples: readonly Example[] = [
  {
    name: 'Marcadores em 32 cores',
    render: () => (
      <p>
        {colours.map((colour) => (
          <>
            <ColourMark key={colour} colour={colour}>
              {wordsOfColour(colour)}
            </ColourMark>{' '}
          </>
        ))}
      </p>
    ),
  },
]
