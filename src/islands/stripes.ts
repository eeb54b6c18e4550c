/**
 * Draws a stripe over the page with the mouse, moves and sizes it by keyboard. What is sent are the numbers of the form:
 * they follow the mark, and the mark follows them.
 */
type Side = 'esquerda' | 'alto' | 'largura' | 'altura'
type Box = Record<Side, number>

const sheet = document.querySelector<HTMLElement>('[data-ilha="tarjas"]')
const stripeForm = document.querySelector<HTMLFormElement>('form#tarja')
if (sheet && stripeForm) mount(sheet, stripeForm)

function mount(place: HTMLElement, form: HTMLFormElement): void {
  const field = (side: Side) => form.elements.namedItem(side) as HTMLInputElement
  const sides: readonly Side[] = ['esquerda', 'alto', 'largura', 'altura']
  const mark = document.createElement('button')
  mark.type = 'button'
  mark.className = 'stripes__new'
  mark.hidden = true
  mark.setAttribute('aria-label', 'Tarja: as setas movem, Shift com as setas muda o tamanho')
  mark.setAttribute('aria-describedby', 'como-desenhar')
  place.append(mark)
  place.classList.add('stripes--drawing')

  const typed = (): Box | undefined => {
    const [esquerda = Number.NaN, alto = Number.NaN, largura = Number.NaN, altura = Number.NaN] = sides.map((side) =>
      Number.parseFloat(field(side).value.replace(',', '.')),
    )
    return [esquerda, alto, largura, altura].every(Number.isFinite) ? { esquerda, alto, largura, altura } : undefined
  }
  const show = () => {
    const box = typed()
    mark.hidden = box === undefined
    if (!box) return
    const { style } = mark
    style.left = `${box.esquerda}%`
    style.top = `${box.alto}%`
    style.width = `${box.largura}%`
    style.height = `${box.altura}%`
  }
  const set = (box: Box) => {
    const inside = within(box)
    for (const side of sides) field(side).value = inside[side].toFixed(2).replace('.', ',')
    show()
  }

  for (const side of sides) field(side).addEventListener('input', show)
  show()
  drawWithPointer(place, mark, typed, set)
  mark.addEventListener('keydown', (event) => {
    const [x = 0, y = 0] = steps[event.key] ?? []
    const box = typed()
    if ((x === 0 && y === 0) || !box) return
    event.preventDefault()
    if (event.shiftKey) set({ ...box, largura: box.largura + x, altura: box.altura + y })
    else set({ ...box, esquerda: box.esquerda + x, alto: box.alto + y })
  })
}

/** Half a per cent at a time: a fourth of a line of writing. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.5, 0],
  ArrowRight: [0.5, 0],
  ArrowUp: [0, -0.5],
  ArrowDown: [0, 0.5],
}

function drawWithPointer(
  place: HTMLElement,
  mark: HTMLElement,
  typed: () => Box | undefined,
  set: (box: Box) => void,
): void {
  let begin: { x: number; y: number; moved: Box | undefined } | undefined
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = place.getBoundingClientRect()
    return { x: (100 * (clientX - left)) / width, y: (100 * (clientY - top)) / height }
  }
  place.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    place.setPointerCapture(event.pointerId)
    begin = { ...at(event), moved: event.target === mark ? typed() : undefined }
  })
  place.addEventListener('pointermove', (event) => {
    if (!begin) return
    const { x, y } = at(event)
    const { moved } = begin
    if (moved) return set({ ...moved, esquerda: moved.esquerda + x - begin.x, alto: moved.alto + y - begin.y })
    set(between(begin, { x: limit(x), y: limit(y) }))
  })
  place.addEventListener('pointerup', () => {
    if (begin && !mark.hidden) mark.focus({ preventScroll: true })
    begin = undefined
  })
  place.addEventListener('pointercancel', () => {
    begin = undefined
  })
}

const limit = (value: number) => Math.min(100, Math.max(0, value))

function between(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return {
    esquerda: limit(Math.min(a.x, b.x)),
    alto: limit(Math.min(a.y, b.y)),
    largura: Math.abs(a.x - b.x),
    altura: Math.abs(a.y - b.y),
  }
}

/** A stripe stays on its page, and never becomes too small to be seen. */
function within({ esquerda, alto, largura, altura }: Box): Box {
  const [wide, high] = [Math.min(100, Math.max(0.5, largura)), Math.min(100, Math.max(0.5, altura))]
  return {
    esquerda: Math.min(100 - wide, Math.max(0, esquerda)),
    alto: Math.min(100 - high, Math.max(0, alto)),
    largura: wide,
    altura: high,
  }
}
