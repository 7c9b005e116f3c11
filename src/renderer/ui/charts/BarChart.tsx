import { AxisBottom, AxisLeft } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useWidth } from './useWidth'
import './charts.css'

/** A bar: what stands under it, how high it is, and what it says when pointed at. */
export interface BarValue {
  key: string
  label: string
  value: number
  title: string
}

interface Props {
  /** What the chart shows, for those who cannot see it; the numbers stand in a table of their own. */
  label: string
  bars: BarValue[]
  /** Which labels are written out where there is no room for all. */
  ticks?: string[]
  showValue: (value: number) => string
}

const height = 260
const margin = { top: 12, right: 8, bottom: 30, left: 48 }

/** Upright bars over time. Drawn with attributes and classes only, so that themes and forced colours reach it. */
export function BarChart({ label, bars, ticks, showValue }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const inner = { width: Math.max(40, width - margin.left - margin.right), height: height - margin.top - margin.bottom }
  const x = scaleBand({ domain: bars.map(({ key }) => key), range: [0, inner.width], padding: 0.2 })
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const y = scaleLinear({ domain: [0, highest], range: [inner.height, 0], nice: true })
  const labels = new Map(bars.map((bar) => [bar.key, bar.label]))
  const whole = y.ticks(5).filter(Number.isInteger)
  return (
    <div ref={ref} className="chart">
      <svg width={width} height={height} role="img" aria-label={label}>
        <Group left={margin.left} top={margin.top}>
          {whole.map((value) => (
            <line key={value} className="chart-rule" x1={0} x2={inner.width} y1={y(value)} y2={y(value)} />
          ))}
          {bars.map(({ key, value, title }) => (
            <Bar
              key={key}
              className="chart-bar"
              x={x(key) ?? 0}
              y={y(value)}
              width={x.bandwidth()}
              height={inner.height - y(value)}
            >
              <title>{title}</title>
            </Bar>
          ))}
          <AxisLeft
            scale={y}
            tickValues={whole}
            tickFormat={(value) => showValue(Number(value))}
            hideAxisLine
            hideTicks
            tickClassName="chart-tick"
            tickLabelProps={{ className: 'chart-words', textAnchor: 'end', dx: -4, dy: 4 }}
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            tickValues={ticks ?? bars.map(({ key }) => key)}
            tickFormat={(key) => labels.get(String(key)) ?? ''}
            axisLineClassName="chart-axis"
            hideTicks
            tickLabelProps={{ className: 'chart-words', textAnchor: 'middle' }}
          />
        </Group>
      </svg>
    </div>
  )
}
