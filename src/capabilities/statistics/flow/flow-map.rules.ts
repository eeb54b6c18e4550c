/** A unit in which case files stayed. */
export interface FlowUnit {
  readonly unitId: string
  readonly acronym: string
  readonly opened: number
  readonly stays: number
  readonly meanSeconds: number
  readonly concluded: number
}

/** From one unit to another, so many times. */
export interface FlowArrow {
  readonly fromId: string
  readonly toId: string
  readonly count: number
}

export interface PlacedUnit extends FlowUnit {
  readonly x: number
  readonly y: number
}

export interface PlacedArrow extends FlowArrow {
  readonly from: string
  readonly to: string
  /** Against the order of the units: a return. */
  readonly back: boolean
  readonly path: string
  readonly head: string
  readonly label: { readonly x: number; readonly y: number }
  readonly width: number
}

export interface FlowMap {
  readonly units: readonly PlacedUnit[]
  readonly arrows: readonly PlacedArrow[]
  readonly width: number
  readonly height: number
  /** Units and arrows that are in the table alone. */
  readonly leftOut: { readonly units: number; readonly arrows: number }
}

export const boxWidth = 220
export const boxHeight = 52
const [width, rowHeight, margin] = [760, 96, 24]

/**
 * The map of a flow: units one below the other in the order in which the flow runs, what goes on drawn at the right, what
 * comes back at the left. The busiest units and the most frequent ways are drawn; the rest stands in the table.
 */
export function drawFlow(
  units: readonly FlowUnit[],
  arrows: readonly FlowArrow[],
  most: { readonly units: number; readonly arrows: number } = { units: 12, arrows: 30 },
): FlowMap {
  const busiest = [...units].sort((a, b) => b.stays - a.stays || byAcronym(a, b)).slice(0, most.units)
  const shownIds = new Set(busiest.map(({ unitId }) => unitId))
  const among = arrows
    .filter(({ fromId, toId }) => fromId !== toId && shownIds.has(fromId) && shownIds.has(toId))
    .sort((a, b) => b.count - a.count || compare(a.fromId, b.fromId) || compare(a.toId, b.toId))
    .slice(0, most.arrows)
  const placed = inOrderOfFlow(busiest, among).map((unit, row) => ({
    ...unit,
    x: (width - boxWidth) / 2,
    y: margin + row * rowHeight,
  }))
  const rows = new Map(placed.map(({ unitId }, row) => [unitId, row]))
  const strongest = Math.max(1, ...among.map(({ count }) => count))
  return {
    units: placed,
    arrows: among.map((arrow) => placeArrow(arrow, placed, rows, strongest)),
    width,
    height: margin * 2 + Math.max(1, placed.length) * rowHeight - (rowHeight - boxHeight),
    leftOut: { units: units.length - placed.length, arrows: arrows.length - among.length },
  }
}

/**
 * Where most begin comes first; then always the unit to which most comes from those already placed, less what it sends
 * back to them before having had it.
 */
function inOrderOfFlow(units: readonly FlowUnit[], arrows: readonly FlowArrow[]): FlowUnit[] {
  const left = [...units]
  const order: FlowUnit[] = []
  while (left.length > 0) {
    const placed = new Set(order.map(({ unitId }) => unitId))
    const pull = (unit: FlowUnit) =>
      order.length === 0
        ? unit.opened
        : arrows.reduce((sum, one) => sum + (one.toId === unit.unitId && placed.has(one.fromId) ? one.count : 0), 0)
    left.sort((a, b) => pull(b) - pull(a) || b.opened - a.opened || b.stays - a.stays || byAcronym(a, b))
    const [next] = left.splice(0, 1)
    if (next) order.push(next)
  }
  return order
}

function placeArrow(
  arrow: FlowArrow,
  placed: readonly PlacedUnit[],
  rows: ReadonlyMap<string, number>,
  strongest: number,
): PlacedArrow {
  const [fromRow, toRow] = [rows.get(arrow.fromId) ?? 0, rows.get(arrow.toId) ?? 0]
  const [from, to] = [placed[fromRow], placed[toRow]]
  if (!from || !to) throw new Error('an arrow between units that are not drawn')
  const back = toRow < fromRow
  const span = Math.abs(toRow - fromRow)
  const bow = Math.min((width - boxWidth) / 2 - 60, 40 + span * 32)
  const side = back ? from.x : from.x + boxWidth
  const bend = back ? side - bow : side + bow
  // What leaves and what arrives at one side do not touch.
  const [y1, y2] = [from.y + boxHeight * 0.65, to.y + boxHeight * 0.35]
  const tip = back ? -1 : 1
  return {
    ...arrow,
    from: from.acronym,
    to: to.acronym,
    back,
    path: `M ${side} ${y1} C ${bend} ${y1} ${bend} ${y2} ${side + tip * 8} ${y2}`,
    head: `${side},${y2} ${side + tip * 11},${y2 - 5} ${side + tip * 11},${y2 + 5}`,
    // The curve reaches three quarters of its bow in the middle.
    label: { x: side + (bend - side) * 0.75 + tip * 14, y: (y1 + y2) / 2 + 4 },
    width: Math.round((1 + (4 * arrow.count) / strongest) * 10) / 10,
  }
}

function byAcronym(a: FlowUnit, b: FlowUnit): number {
  return a.acronym.localeCompare(b.acronym, 'pt-BR') || compare(a.unitId, b.unitId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
