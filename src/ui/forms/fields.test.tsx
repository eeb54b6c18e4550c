import type { VNode } from 'preact'
import { describe, expect, it } from 'vitest'
import { renderPart } from '../render.ts'
import { Checkbox, CheckboxList, RadioGroup } from './choices.tsx'
import { type FieldProps, fieldId } from './field.tsx'
import { FileField } from './file-field.tsx'
import { ErrorSummary, errorOf, Form } from './form.tsx'
import { Select } from './select.tsx'
import { DateField, PasswordField, SearchField, TextArea, TextField } from './text-fields.tsx'

const options = [{ value: 'a', label: 'A' }]
const props: FieldProps = {
  name: 'motivo',
  label: 'Motivo',
  hint: 'Uma frase.',
  error: 'Diga o motivo.',
  required: true,
}

const controls: readonly (readonly [string, VNode])[] = [
  ['TextField', <TextField {...props} />],
  ['TextArea', <TextArea {...props} />],
  ['DateField', <DateField {...props} />],
  ['PasswordField', <PasswordField {...props} />],
  ['SearchField', <SearchField {...props} />],
  ['Select', <Select {...props} options={options} />],
  ['FileField', <FileField {...props} />],
  ['Checkbox', <Checkbox {...props} />],
]

describe.each(controls)('%s', (_, control) => {
  const html = renderPart(control)

  it('ties its label, hint and error to the control', () => {
    expect(html).toContain('for="campo-motivo"')
    expect(tagWithId(html, 'campo-motivo')).toContain('aria-describedby="campo-motivo-dica campo-motivo-erro"')
    expect(tagWithId(html, 'campo-motivo')).toContain('aria-invalid="true"')
    expect(tagWithId(html, 'campo-motivo')).toContain('required')
    expect(tagWithId(html, 'campo-motivo-dica')).toBeTruthy()
    expect(html).toMatch(/id="campo-motivo-erro">.*Erro: .*Diga o motivo\./)
  })
})

describe.each([
  ['RadioGroup', <RadioGroup {...props} options={options} />],
  ['CheckboxList', <CheckboxList {...props} options={options} />],
])('%s', (_, control) => {
  const html = renderPart(control)

  it('ties hint and error to the group, and gives its first choice the id of the field', () => {
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="campo-motivo-dica campo-motivo-erro"/)
    expect(tagWithId(html, 'campo-motivo')).toMatch(/^<input/)
  })
})

describe('a field', () => {
  it('without hint and error points to nothing', () => {
    const html = renderPart(<TextField name="a" label="A" />)
    expect(html).not.toContain('aria-describedby')
    expect(html).not.toContain('aria-invalid')
  })

  it('gives back what was typed, whatever it is', () => {
    const typed = '"><script>alert(1)</script>\n & é'
    expect(renderPart(<TextField name="a" label="A" value={typed} />)).toContain('&quot;>&lt;script>')
    const area = renderPart(<TextArea name="a" label="A" value={`\n${typed}`} />)
    expect(area).not.toContain('<script>')
    // The parser drops one line break after the tag; the other one was typed.
    expect(area).toMatch(/<textarea[^>]*>\n\n/)
    expect(renderPart(<Select name="a" label="A" options={options} value="a" />)).toMatch(/<option[^>]*selected/)
    expect(renderPart(<RadioGroup name="a" label="A" options={options} value="a" />)).toContain('checked')
    expect(renderPart(<CheckboxList name="a" label="A" options={options} values={['a']} />)).toContain('checked')
    expect(renderPart(<DateField name="a" label="A" value="2025-11-21" />)).toContain('value="2025-11-21"')
  })

  it('with several choices gives each an id of its own', () => {
    const three = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    const ids = [...renderPart(<RadioGroup name="r" label="R" options={three} />).matchAll(/<input[^>]* id="([^"]+)"/g)]
    expect(new Set(ids.map(([, id]) => id)).size).toBe(3)
  })
})

describe('the focus', () => {
  it.each([
    ['a line', <TextField name="a" label="A" focused />],
    ['several lines', <TextArea name="a" label="A" focused />],
    ['a list', <Select name="a" label="A" options={[{ value: '1', label: 'Um' }]} focused />],
    ['a password', <PasswordField name="a" label="A" focused />],
    [
      'boxes',
      <CheckboxList name="a" label="A" options={['1', '2'].map((value) => ({ value, label: value }))} focused />,
    ],
  ])('goes to %s when the page says so, once', (_, field) => {
    expect(renderPart(field).match(/<(input|textarea|select)[^>]* autofocus/g)).toHaveLength(1)
  })

  it('goes to the choice that is made, as the keyboard does', () => {
    const options = ['1', '2'].map((value) => ({ value, label: value }))
    const html = renderPart(<RadioGroup name="a" label="A" options={options} value="2" focused />)
    expect(html.match(/ autofocus/g)).toHaveLength(1)
    expect(html).toMatch(/<input[^>]* autofocus[^>]* value="2"/)
  })

  it('goes nowhere by itself', () => {
    expect(renderPart(<TextField name="a" label="A" focused={false} />)).not.toContain('autofocus')
  })
})

describe('a form', () => {
  const errors = [{ field: 'partes[0].nome', message: 'Escreva o nome.' }, { message: 'A sessão terminou.' }]
  const html = renderPart(
    <Form action="/a" csrf="c&c" idempotencyKey="k" errors={errors} multipart>
      <TextField name="partes[0].nome" label="Nome" error={errorOf(errors, 'partes[0].nome')} />
    </Form>,
  )

  it('is sent by POST with its guards', () => {
    expect(html).toMatch(/<form[^>]*method="post"/)
    expect(html).toContain('name="_csrf" value="c&amp;c"')
    expect(html).toContain('name="_chave" value="k"')
    expect(html).toContain('enctype="multipart/form-data"')
    expect(html).toContain('novalidate')
  })

  it('tells all errors on top, and each link reaches its field', () => {
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('class="input"'))
    expect(html).toContain('Há 2 problemas')
    expect(html).toContain(`href="#${fieldId('partes[0].nome')}"`)
    expect(html).toContain(` id="${fieldId('partes[0].nome')}"`)
    expect(html).toContain('A sessão terminou.')
  })

  it('shows no summary when nothing is wrong', () => {
    expect(renderPart(<ErrorSummary errors={[]} />)).toBe('')
    expect(renderPart(<ErrorSummary errors={[{ message: 'x' }]} />)).toContain('Há um problema')
  })
})

function tagWithId(html: string, id: string): string {
  return new RegExp(`<[a-z]+ [^>]*\\bid="${id}"[^>]*>`).exec(html)?.[0] ?? ''
}
