import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { pageOf } from '../../lib/pageOf.testing'
import en from './en.json'
import { SelectionBar } from './SelectionBar'

/** The bar of a whole list of a thousand, of whom three hundred could be seated, where a hundred seats are free. */
const bar = (busy: boolean) =>
  pageOf(
    () => (
      <SelectionBar
        subscription={{ id: 's', seatsOwned: 800, seatsFree: 100 } as never}
        selection={{ selection: { kind: 'list', except: new Map() }, chooseList: () => {}, clear: () => {} }}
        concerned={{ counts: { assign: 300, release: 700 }, error: undefined, retry: () => {} }}
        total={1000}
        loaded={100}
        busy={busy}
        onChange={() => {}}
        onTransfer={() => {}}
      />
    ),
    { route: '/', at: '/', messages: en, permissions: ['BUY'], answer: () => undefined },
  )

const short = () => screen.queryByText('200 seats short')

test('says how many seats are missing', async () => {
  await bar(false)
  expect(short()).toBeTruthy()
})

test('misses no seats while a change takes them: its count is of before', async () => {
  await bar(true)
  expect(short()).toBeNull()
})
