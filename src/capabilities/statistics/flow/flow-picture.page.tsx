import { sayDuration } from '../looking/duration.text.ts'
import { boxHeight, boxWidth, type FlowMap } from './flow-map.rules.ts'

/** The map as a picture; its sentence tells the ways, and tables beneath tell everything. */
export function FlowPicture({ map }: { readonly map: FlowMap }) {
  return (
    <section class="flow-map" aria-label="Mapa de fluxo, rola para os lados" tabindex={0}>
      <svg class="flow-map__picture" viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={sayMap(map)}>
        {map.arrows.map((arrow) => (
          <g key={`${arrow.fromId}-${arrow.toId}`}>
            <path
              class={arrow.back ? 'flow-map__arrow flow-map__arrow--back' : 'flow-map__arrow'}
              d={arrow.path}
              stroke-width={arrow.width}
            />
            <polygon
              class={arrow.back ? 'flow-map__head flow-map__head--back' : 'flow-map__head'}
              points={arrow.head}
            />
            <text class="flow-map__count" x={arrow.label.x} y={arrow.label.y} text-anchor="middle">
              {arrow.count}
            </text>
          </g>
        ))}
        {map.units.map((unit) => (
          <g key={unit.unitId}>
            <rect class="flow-map__unit" x={unit.x} y={unit.y} width={boxWidth} height={boxHeight} rx="6" />
            <text class="flow-map__name" x={unit.x + boxWidth / 2} y={unit.y + 22} text-anchor="middle">
              {unit.acronym.slice(0, 24)}
            </text>
            <text class="flow-map__stay" x={unit.x + boxWidth / 2} y={unit.y + 41} text-anchor="middle">
              {sayDuration(unit.meanSeconds)} em média
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

function sayMap({ units, arrows }: FlowMap): string {
  const ways = arrows.slice(0, 6).map(({ from, to, count }) => `de ${from} para ${to}, ${count}`)
  const begin = `Mapa de fluxo entre ${units.length} ${units.length === 1 ? 'unidade' : 'unidades'}.`
  return ways.length === 0
    ? `${begin} Nenhum envio.`
    : `${begin} Caminhos mais frequentes: ${ways.join('; ')}. Todos os números estão nas tabelas abaixo.`
}
