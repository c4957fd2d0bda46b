const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const create = document.createElement

/** The editor writes its styles into elements of its own making; without the page's nonce the policy refuses them. */
if (nonce)
  document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce
    return element
  } as typeof document.createElement
