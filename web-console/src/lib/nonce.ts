/** The nonce that the server gave this page's styles. */
export function styleNonce() {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

/** Dialogs lock the page's scrolling by a style of a library that looks for the nonce where webpack would put it. */
export function lendNonceToLibraries() {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
}
