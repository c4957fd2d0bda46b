const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const create = document.createElement

/** The editor writes its styles into elements of its own making; without the page's nonce the policy refuses them. */
if (nonce)
  document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce
    return element
  } as typeof document.createElement

/** Its lines come as HTML with style attributes, which the policy leaves unapplied; set from a script they are allowed. */
function applyStyles(element: Element) {
  const styled = [element, ...element.querySelectorAll('[style]')]
  for (const each of styled) {
    const text = each.getAttribute('style')
    if (text && each instanceof HTMLElement && each.style.length === 0) each.style.cssText = text
  }
}

if (nonce)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) if (added instanceof Element) applyStyles(added)
    }
  }).observe(document.body, { childList: true, subtree: true })
