import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { usePageKeys } from '../lib/keys'
import { useFormats, useText } from '../lib/text'
import classes from './Table.module.css'
import { remsOf } from './tracks'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The column's grid track, for example `minmax(10rem, 2fr)`. */
  width: string
  sortable?: boolean
  numeric?: boolean
  /** Its header is for those who do not see, its cells hold buttons. */
  actions?: boolean
}

export interface Sort {
  by: string
  direction: 'asc' | 'desc'
}

/** Which rows are chosen, and how that changes. */
export interface TableChoice<Row> {
  has: (row: Row) => boolean
  toggle: (rows: readonly Row[]) => void
  name: (row: Row) => string
  all: boolean
  some: boolean
  toggleAll: () => void
  allLabel: string
}

export interface TableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Of the whole list, loaded or not. */
  total: number
  hasMore: boolean
  onMore: () => void
  stale?: boolean
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
  choice?: TableChoice<Row>
}

/**
 * A table whose rows are in the document only while they are near the window; its row count is that of the whole list.
 * Where the window is below 700 px, or the columns do not fit, each row is a card. j and k go through the rows, x chooses, Shift+x up to there, Enter opens.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, columns, choice } = props
  const t = useText()
  const formats = useFormats()
  const body = useRef<HTMLDivElement>(null)
  const cards = useCards(props, body)
  const virtualizer = useVirtualRows(props, body, cards)
  const walk = useWalk(props, body, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }))
  const items = virtualizer.getVirtualItems()
  const margin = virtualizer.options.scrollMargin
  const tracks = [...(choice ? ['1.5rem'] : []), ...columns.map((column) => column.width)]
  const space = {
    paddingTop: (items[0]?.start ?? margin) - margin,
    paddingBottom: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin),
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are cards on a phone, and virtual */}
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={props.total + 1}
        aria-busy={props.stale}
        className={`${classes.table} ${props.stale ? classes.stale : ''}`}
        data-cards={cards || undefined}
        style={{ '--columns': tracks.join(' ') } as CSSProperties}
      >
        <Head {...props} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" ref={body} className={classes.body} style={space}>
          {items.map(({ index, key }) => {
            const row = rows[index]
            return (
              row !== undefined && (
                <TableRow
                  key={key}
                  {...props}
                  row={row}
                  index={index}
                  measure={virtualizer.measureElement}
                  onEnter={walk.enter}
                />
              )
            )
          })}
        </div>
      </div>
      <p className="muted small" role="status">
        {t('ui.table.loaded', { loaded: formats.number(rows.length), total: formats.number(props.total) })}
      </p>
    </>
  )
}

/** Whether the rows are cards. Counts in letters: who reads with larger ones has room for fewer columns. */
function useCards<Row>({ columns, choice }: TableProps<Row>, body: React.RefObject<HTMLDivElement | null>) {
  const needed = remsOf(columns.map((column) => column.width)) + (choice ? 2.25 : 0)
  const [cards, setCards] = useState(false)
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const tight = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      return window.innerWidth < 700 || element.clientWidth < needed * rem
    }
    setCards(tight())
    // before the frame is painted, so that no column is seen beside the page
    const observer = new ResizeObserver(() => flushSync(() => setCards(tight())))
    observer.observe(element)
    return () => observer.disconnect()
  }, [body, needed])
  return cards
}

function useVirtualRows<Row>(props: TableProps<Row>, body: React.RefObject<HTMLDivElement | null>, cards: boolean) {
  const { rows, hasMore, onMore, rowKey } = props
  const [margin, setMargin] = useState(0)
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (cards ? 180 : 41),
    overscan: 6,
    scrollMargin: margin,
    getItemKey: (index) => rowKey(rows[index] as Row),
  })

  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top
    if (top !== undefined) setMargin(Math.round(top + window.scrollY))
  }, [body])

  const last = virtualizer.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onMore()
  }, [hasMore, last, rows.length, onMore])
  return virtualizer
}

/** The row that the keys are at. */
function useWalk<Row>(
  { rows, choice }: TableProps<Row>,
  body: React.RefObject<HTMLDivElement | null>,
  show: (index: number) => void,
) {
  const at = useRef(-1)
  const from = useRef(-1)
  const [wanted, setWanted] = useState<number>()
  const element = (index: number) => body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)

  useEffect(() => {
    if (wanted === undefined) return
    // the keys may have gone on since: a row left behind must not take them back by its focus
    const found = body.current?.querySelector<HTMLElement>(`[data-index="${at.current}"]`)
    found?.focus({ preventScroll: true })
    if (found) found.scrollIntoView({ block: 'nearest' })
    setWanted(undefined)
  }, [wanted, body])

  const go = (step: number) => {
    const next = Math.min(Math.max(at.current + step, 0), rows.length - 1)
    if (next < 0) return
    at.current = next
    if (!element(next)) show(next)
    setWanted(next)
  }
  const choose = (upTo: boolean) => {
    const start = upTo && from.current >= 0 ? from.current : at.current
    const range = rows.slice(Math.min(start, at.current), Math.max(start, at.current) + 1)
    from.current = at.current
    const last = rows[at.current]
    if (!choice || last === undefined) return
    const same = upTo ? range.filter((row) => !choice.has(row)) : [last]
    if (same.length > 0) choice.toggle(same)
  }
  usePageKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => choose(false),
    'Shift+x': () => choose(true),
  })
  return {
    enter: useCallback((index: number) => {
      at.current = index
    }, []),
  }
}

function Head<Row>({ columns, choice, sort, onSort }: TableProps<Row>) {
  const box = useRef<HTMLInputElement>(null)
  const partly = Boolean(choice?.some && !choice.all)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly
  }, [partly])
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Table
    <div role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: see Table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a row of headers is no control */}
      <div role="row" aria-rowindex={1} className={classes.head}>
        {choice && (
          // biome-ignore lint/a11y/useSemanticElements: see Table
          // biome-ignore lint/a11y/useFocusableInteractive: its box is
          <div role="columnheader" className={classes.choice}>
            <label className={classes.check}>
              <span className="visually-hidden">{choice.allLabel}</span>
              <input ref={box} type="checkbox" checked={choice.all} onChange={choice.toggleAll} />
            </label>
          </div>
        )}
        {columns.map((column) => (
          <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  )
}

function ColumnHead<Row>(props: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const { column, sort, onSort } = props
  const sorted = sort?.by === column.id ? sort.direction : undefined
  const sortable = column.sortable && onSort
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  const next: Sort = { by: column.id, direction: sorted === 'asc' ? 'desc' : 'asc' }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Table
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    <div
      role="columnheader"
      aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
      className={`${column.numeric ? classes.numeric : ''} ${sortable ? classes.sortable : ''}`}
    >
      {sortable ? (
        <button
          type="button"
          className={`${classes.sort} ${sorted ? classes.sorted : ''}`}
          onClick={() => onSort(next)}
        >
          {column.header}
          {sorted && <Arrow size="0.875rem" aria-hidden />}
        </button>
      ) : (
        <span className={column.actions ? 'visually-hidden' : classes.title}>{column.header}</span>
      )}
    </div>
  )
}

/** Scrolling draws the table anew, but no row that stays. */
const TableRow = memo(AnyRow) as typeof AnyRow

function AnyRow<Row>(
  props: TableProps<Row> & {
    row: Row
    index: number
    measure: (element: HTMLElement | null) => void
    onEnter: (index: number) => void
  },
) {
  const { row, index, choice, columns } = props
  const chosen = choice?.has(row) ?? false
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Table
    <div
      role="row"
      ref={props.measure}
      tabIndex={-1}
      data-index={index}
      data-chosen={chosen || undefined}
      aria-rowindex={index + 2}
      className={classes.row}
      onFocus={() => props.onEnter(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget)
          event.currentTarget.querySelector('a')?.click()
      }}
    >
      {choice && (
        // biome-ignore lint/a11y/useSemanticElements: see Table
        <div role="cell" className={classes.choice}>
          <label className={classes.check}>
            <span className="visually-hidden">{choice.name(row)}</span>
            <input type="checkbox" checked={chosen} onChange={() => choice.toggle([row])} />
          </label>
        </div>
      )}
      {columns.map((column) => {
        const content = column.cell(row)
        const labelled = Boolean(content) && !column.actions && column !== columns[0]
        return (
          // biome-ignore lint/a11y/useSemanticElements: see Table
          <div
            key={column.id}
            role="cell"
            className={`${classes.cell} ${column.numeric ? classes.numeric : ''} ${column.actions ? classes.actions : ''}`}
          >
            {labelled && <span className={classes.label}>{column.header}</span>}
            {content}
          </div>
        )
      })}
    </div>
  )
}
