import { describe, expect, it } from 'vitest'
import { blocks, doc, emptyDocument, p, section } from './authoring.ts'
import type { Block } from './content.ts'
import { filesIn } from './files-in.ts'
import { fillVariables, variablesIn } from './fill-variables.ts'
import { toText } from './search-text.ts'

const template = doc(
  section('cabecalho', 'header', [p('@orgao@', 'letterhead')], { locked: true }),
  section('corpo', 'body', '- Ao **@destinatario_nome@**\n\n| @data@ | x |'),
)

describe('variables of a template', () => {
  it('are found in every section, list and table, each once', () => {
    expect(variablesIn(template)).toEqual(['orgao', 'destinatario_nome', 'data'])
  })

  it('are filled in everywhere, and those without a value stay and are told', () => {
    const { content, unknown } = fillVariables(template, { orgao: 'Secretaria', destinatario_nome: 'João & Maria' })
    expect(unknown).toEqual(['data'])
    expect(toText(content)).toBe('Secretaria\n\n• Ao João & Maria\n@data@\tx')
    expect(JSON.stringify(content)).toContain('{"type":"text","marks":[{"type":"strong"}],"text":"João & Maria"}')
  })

  it('take several lines, and leave nothing when the value is empty', () => {
    const { content } = fillVariables(template, { orgao: 'Um\nDois', destinatario_nome: '', data: 'constructor' })
    expect(toText(content)).toBe('Um\nDois\n\n• Ao \nconstructor\tx')
  })

  it('do not take values from the prototype of an object', () => {
    const odd = doc(
      section('corpo', 'body', [
        {
          type: 'paragraph',
          attrs: { style: 'left' },
          content: [{ type: 'variable', attrs: { name: 'constructor', label: '' } }],
        },
      ]),
    )
    expect(fillVariables(odd, {}).unknown).toEqual(['constructor'])
  })
})

describe('the files of a text', () => {
  it('are told by their digest, each once', () => {
    const src = `/arquivos/${'ab'.repeat(32)}`
    const image: Block = { type: 'image', attrs: { src, alt: '', width: 50, align: 'center' } }
    expect(filesIn(doc(section('corpo', 'body', [image, p('src'), image])))).toEqual(['ab'.repeat(32)])
  })
})

describe('writing a template', () => {
  it('knows styles, tables and lists', () => {
    const written = blocks('{article} Fica **criada** a comissão.\n\n| Item | Valor |\n|---|---|\n| 1 | 2 |\n\n# Fim')
    expect(written.map(({ type }) => type)).toEqual(['paragraph', 'table', 'heading'])
    expect(written[0]).toMatchObject({ attrs: { style: 'article' } })
    expect(written[1]).toMatchObject({
      content: [{ content: [{ type: 'table_header' }, {}] }, { content: [{ type: 'table_cell' }, {}] }],
    })
  })

  it('locks the header and the footer of a new document', () => {
    const content = emptyDocument({ header: 'Governo', title: 'Despacho', footer: 'Rua A' })
    expect(content.content.map(({ attrs }) => [attrs.key, attrs.locked])).toEqual([
      ['cabecalho', true],
      ['titulo', false],
      ['corpo', false],
      ['rodape', true],
    ])
  })

  it('throws on words that do not hold, for they are ours', () => {
    expect(() => doc()).toThrow('does not hold')
  })
})
