import type billing from '../features/billing/en.json'
import type cart from '../features/cart/en.json'
import type change from '../features/change/en.json'
import type explorer from '../features/explorer/en.json'
import type frame from '../features/frame/en.json'
import type home from '../features/home/en.json'
import type moneydata from '../features/moneydata/en.json'
import type ops from '../features/ops/en.json'
import type order from '../features/order/en.json'
import type request from '../features/request/en.json'
import type review from '../features/review/en.json'
import type seats from '../features/seats/en.json'
import type settings from '../features/settings/en.json'
import type users from '../features/users/en.json'
import type ui from '../ui/en.json'
import type lib from './en.json'

/** An id that has a text, of every catalog there is. What is put together of a prefix and a state has one for each state. */
export type TextId =
  | keyof typeof billing
  | keyof typeof cart
  | keyof typeof change
  | keyof typeof explorer
  | keyof typeof frame
  | keyof typeof home
  | keyof typeof moneydata
  | keyof typeof ops
  | keyof typeof order
  | keyof typeof request
  | keyof typeof review
  | keyof typeof seats
  | keyof typeof settings
  | keyof typeof users
  | keyof typeof ui
  | keyof typeof lib
