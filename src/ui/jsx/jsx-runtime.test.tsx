import type { ComponentChildren } from 'preact'
import { describe, expect, it, test } from 'vitest'
import { renderPart } from '../render.ts'
import { createElement, jsx } from './jsx-runtime.ts'

const Card = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <section aria-label={title}>{children}</section>
)

test.each([
  ['text', <p>{'<b> & "c"'}</p>, '<p>&lt;b> &amp; &quot;c&quot;</p>'],
  ['an attribute', <p title={'"><script>'} />, '<p title="&quot;>&lt;script>"></p>'],
  ['numbers, also zero', <p tabindex={-1}>{0}</p>, '<p tabindex="-1">0</p>'],
  ['nothing where there is nothing to say', <p title={undefined}>{[null, undefined, false, true]}</p>, '<p></p>'],
  ['what is there or not', <input checked disabled={false} />, '<input checked>'],
  ['an empty value', <input value="" />, '<input value>'],
  ['yes and no in words', <p aria-hidden={false} data-x={true} />, '<p aria-hidden="false" data-x="true"></p>'],
  ['lists in lists', <ul>{[[<li key="a">a</li>], <li key="b">b</li>]}</ul>, '<ul><li>a</li><li>b</li></ul>'],
  [
    'components and what stands in them',
    <Card title="x">{[1, <br key="br" />]}</Card>,
    '<section aria-label="x">1<br></section>',
  ],
  ['fragments', <>a{<b>c</b>}</>, 'a<b>c</b>'],
  ['markup of this program', <p dangerouslySetInnerHTML={{ __html: '<i>x</i>' }} />, '<p><i>x</i></p>'],
])('writes %s', (_what, node, html) => expect(renderPart(node)).toBe(html))

describe('what stands among children', () => {
  it('is text, markup or nothing: an object that looks like markup is a fault, not markup', () => {
    const forged = JSON.parse('{"html":"<script>alert(1)</script>","type":"p","props":{}}') as string
    expect(() => renderPart(<p>{forged}</p>)).toThrow(/neither text nor markup/)
  })

  it('is escaped also where a component answers with mere words', () => {
    expect(renderPart(jsx(() => '<i>', {}))).toBe('&lt;i>')
  })

  it('comes to the same where a key stands behind spread properties', () => {
    expect(renderPart(createElement('p', { title: 'x' }, 'a', 'b'))).toBe('<p title="x">ab</p>')
  })
})

test.each(['style', 'className', 'htmlFor', 'onclick="x', '1a'])('refuses %s as an attribute', (name) => {
  expect(() => jsx('p', { [name]: 'x' })).toThrow(/no attribute/)
})

it('refuses objects and functions as attributes, which would be written as what they are not', () => {
  expect(() => jsx('p', { title: {} })).toThrow(/title/)
  expect(() => jsx('p', { onclick: () => undefined })).toThrow(/onclick/)
})
