const key = 'puesto.account'

/** Where `/` leads next time. */
export function keepAccount(id: string) {
  localStorage.setItem(key, id)
}

export function lastAccount() {
  return localStorage.getItem(key)
}
