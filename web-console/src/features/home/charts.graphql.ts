import { graphql } from '../../gql'

export const Spend = graphql(`
  query Spend($account: ID!, $months: Int!) {
    account(id: $account) {
      id
      spendByMonth(months: $months) {
        month
        spent {
          amount
          currency
          minorUnits
        }
      }
    }
  }
`)

export const SeatDays = graphql(`
  query SeatDays($account: ID!, $days: Int!) {
    account(id: $account) {
      id
      seatsByDay(days: $days) {
        date
        owned
        assigned
      }
    }
  }
`)
