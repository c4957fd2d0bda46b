import { createContext, use, useMemo } from 'react'
import type { Permission } from '../gql/graphql'

/** The account whose pages are open, as the frame loaded it. */
export interface OpenAccount {
  id: string
  name: string
  timeZone: string
  currency: string
  corporate: boolean
  permissions: readonly Permission[]
}

export const AccountContext = createContext<OpenAccount | null>(null)

export function useAccount(): OpenAccount {
  const account = use(AccountContext)
  if (!account) throw new Error('This page belongs below an account')
  return account
}

/** Asks for a permission in the open account; the server alone decides who has which. */
export function useCan(): (permission: Permission) => boolean {
  const account = use(AccountContext)
  return useMemo(() => {
    const held = new Set(account?.permissions)
    return (permission) => held.has(permission)
  }, [account])
}
