import { freshId, h } from './elements.ts'

/** A field of a dialog; `check` answers what is wrong with the value, in words. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'long' | 'number' | 'checkbox' | 'select' | 'file'
  readonly value?: string | undefined
  readonly hint?: string | undefined
  readonly options?: readonly (readonly [value: string, label: string])[]
  readonly check?: (value: string, all: Values) => string | undefined
}

export type Values = Readonly<Record<string, string>>

export interface DialogSpec {
  readonly title: string
  readonly submit: string
  readonly fields?: readonly Field[]
  readonly body?: readonly Node[]
  /** Other ways out, each answering its own value as `way`. */
  readonly ways?: readonly (readonly [way: string, label: string])[]
  /** What closing without an answer is called; `Cancelar` by default. */
  readonly cancel?: string
  readonly wide?: boolean
  /** What is answered cannot be undone: Enter alone does not do it. */
  readonly isFinal?: boolean
}

export interface DialogAnswer {
  /** `submit`, one of `ways`, or undefined when the person closed it. */
  readonly way: string | undefined
  readonly values: Values
  readonly file: File | undefined
}

/** A native modal dialog in the place given; the browser traps and returns the focus. */
export function ask(place: HTMLElement, spec: DialogSpec): Promise<DialogAnswer> {
  const titleId = freshId()
  const controls = (spec.fields ?? []).map(makeControl)
  const form = h(
    'form',
    { method: 'dialog', novalidate: true, class: 'editor-dialog-form' },
    h('h2', { id: titleId, class: 'editor-dialog-title' }, spec.title),
    ...(spec.body ?? []),
    ...controls.map(({ row }) => row),
    h(
      'div',
      { class: 'editor-dialog-actions' },
      h(
        'button',
        { type: 'submit', class: `button button--${spec.isFinal ? 'danger' : 'primary'}`, value: 'submit' },
        spec.submit,
      ),
      ...(spec.ways ?? []).map(([way, label]) =>
        h('button', { type: 'button', class: 'button button--secondary', 'data-way': way }, label),
      ),
      h('button', { type: 'button', class: 'button button--quiet', 'data-way': '' }, spec.cancel ?? 'Cancelar'),
    ),
  )
  const dialog = h('dialog', { class: `editor-dialog${spec.wide ? ' editor-dialog-wide' : ''}` }, form)
  dialog.setAttribute('aria-labelledby', titleId)
  place.append(dialog)

  return new Promise((resolve) => {
    const close = (way: string | undefined) => {
      const values = Object.fromEntries(controls.map(({ field, read }) => [field.name, read()]))
      const file = controls.map(({ input }) => ('files' in input ? input.files?.[0] : undefined)).find(Boolean)
      dialog.close()
      dialog.remove()
      resolve({ way, values, file })
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const all = Object.fromEntries(controls.map(({ field, read }) => [field.name, read()]))
      const wrong = controls.filter(({ field, read, complain }) => complain(field.check?.(read(), all)))
      if (wrong[0]) wrong[0].input.focus()
      else close('submit')
    })
    for (const button of dialog.querySelectorAll<HTMLButtonElement>('[data-way]'))
      button.addEventListener('click', () => close(button.dataset.way || undefined))
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      close(undefined)
    })
    dialog.showModal()
    controls[0]?.input.focus()
    if (spec.isFinal) dialog.querySelector<HTMLElement>('[data-way=""]')?.focus()
  })
}

interface Control {
  readonly field: Field
  readonly row: HTMLElement
  readonly input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  readonly read: () => string
  readonly complain: (message: string | undefined) => boolean
}

function makeControl(field: Field): Control {
  const id = freshId()
  const [hintId, errorId] = [`${id}-dica`, `${id}-erro`]
  const input = makeInput(field, id)
  if (field.hint) input.setAttribute('aria-describedby', hintId)
  const error = h('p', { id: errorId, class: 'editor-dialog-error', hidden: true })
  const label = h('label', { for: id }, field.label)
  const hint = field.hint ? h('p', { id: hintId, class: 'editor-dialog-hint' }, field.hint) : undefined
  const isBox = field.kind === 'checkbox'
  const row = h(
    'div',
    { class: isBox ? 'editor-field editor-field-box' : 'editor-field' },
    ...(isBox ? [input, label, hint, error] : [label, hint, error, input]),
  )
  return {
    field,
    row,
    input,
    read: () => (isBox && 'checked' in input ? (input.checked ? 'sim' : '') : input.value.trim()),
    complain: (message) => {
      error.hidden = message === undefined
      error.textContent = message ?? ''
      if (message === undefined) input.removeAttribute('aria-invalid')
      else {
        input.setAttribute('aria-invalid', 'true')
        input.setAttribute('aria-describedby', [errorId, field.hint && hintId].filter(Boolean).join(' '))
      }
      return message !== undefined
    },
  }
}

function makeInput(field: Field, id: string): Control['input'] {
  const { name, value } = field
  switch (field.kind) {
    case 'long':
      return h('textarea', { id, name, class: 'input', rows: 4 }, value ?? '')
    case 'select':
      return h(
        'select',
        { id, name, class: 'input' },
        ...(field.options ?? []).map(([option, label]) =>
          h('option', { value: option, selected: option === value }, label),
        ),
      )
    case 'checkbox':
      return h('input', { id, name, type: 'checkbox', checked: value === 'sim' })
    case 'file':
      return h('input', { id, name, type: 'file', class: 'input', accept: 'image/png,image/jpeg,image/gif,image/webp' })
    case 'number':
      return h('input', { id, name, class: 'input', inputmode: 'numeric', autocomplete: 'off', value: value ?? '' })
    case 'text':
      return h('input', { id, name, class: 'input', autocomplete: 'off', value: value ?? '' })
  }
}
