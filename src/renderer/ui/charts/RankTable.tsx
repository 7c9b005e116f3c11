import type { ReactNode } from 'react'
import './charts.css'

/** A line of a ranking. */
export interface Rank {
  key: string
  name: ReactNode
  count: number
  shown: string
}

interface Props {
  caption: string
  nameHead: string
  countHead: string
  ranks: Rank[]
}

/** The most frequent of something: a table whose numbers are drawn as bars too. */
export function RankTable({ caption, nameHead, countHead, ranks }: Props) {
  const most = Math.max(1, ...ranks.map(({ count }) => count))
  return (
    <table className="ranks">
      <caption className="section-title">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{nameHead}</th>
          <th scope="col">{countHead}</th>
        </tr>
      </thead>
      <tbody>
        {ranks.map(({ key, name, count, shown }) => (
          <tr key={key}>
            <th scope="row" className="rank-name">
              {name}
            </th>
            <td className="rank-count">
              <span className="rank-bar" style={{ width: `${(count / most) * 100}%` }} aria-hidden />
              <span className="rank-number">{shown}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
