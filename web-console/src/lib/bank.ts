const key = 'puesto.bank'

/** Remembers, before the way to the bank, which page to come back to: the bank leads to one address for all. */
export function leaveForBank(page: string, url: string) {
  sessionStorage.setItem(key, page)
  location.assign(url)
}

/** The page that the person left for the bank; none in another tab. */
export function pageBeforeBank(): string | null {
  return sessionStorage.getItem(key)
}

/** Whether the person is back on that page, and nobody has heard yet what came of the way to the bank. */
export function isBackFromBank(page: string): boolean {
  return sessionStorage.getItem(key) === page
}

/** It is known how the payment stands: the way to the bank is over. */
export function forgetBank() {
  sessionStorage.removeItem(key)
}
