import { useText } from '../../lib/text'
import classes from './Home.module.css'

/** What a chart shows, as a table: for all who want the numbers. */
export function ChartTable(props: {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  const t = useText()
  return (
    <details>
      <summary>{t('home.charts.table')}</summary>
      <table className={classes.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key="name" scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={props.columns[at]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
