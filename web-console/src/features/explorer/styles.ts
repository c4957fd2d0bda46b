import { styleNonce } from '../../lib/nonce'

const nonce = styleNonce()
const create = document.createElement

/** The editor writes its styles into elements of its own making; without the page's nonce the policy refuses them. */
document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
  const element = create.call(this, name, options)
  if (nonce && name.toLowerCase() === 'style') element.nonce = nonce
  return element
} as typeof document.createElement

interface Policy {
  createHTML?: (html: string) => string
}

/** Its lines come as HTML with style attributes, which the policy refuses; under another name they wait for a script. */
const waiting = 'data-line-style'
Object.assign((globalThis as { MonacoEnvironment?: object }).MonacoEnvironment ?? {}, {
  createTrustedTypesPolicy: (_: string, policy: Policy) => ({
    ...policy,
    createHTML: (html: string) =>
      (policy.createHTML?.(html) ?? html).replaceAll(/(<[^>]*?) style="/g, `$1 ${waiting}="`),
  }),
})

function applyStyles(element: Element) {
  for (const each of [element, ...element.querySelectorAll(`[${waiting}]`)]) {
    const text = each.getAttribute(waiting)
    if (text === null || !(each instanceof HTMLElement)) continue
    each.removeAttribute(waiting)
    each.style.cssText = text
  }
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const added of addedNodes) if (added instanceof Element) applyStyles(added)
  }
}).observe(document.body, { childList: true, subtree: true })
