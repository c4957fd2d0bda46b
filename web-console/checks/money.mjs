// Fails on arithmetic with money: sums come from the server, and an amount is shown as the text that came.
import { isStarted, report, sources, walk } from './sources.mjs'

const moneyWord = /amount|minorUnits|money|price|total|charge|credit|balance|net$|gross|tax$/i
const operators = new Set(['+', '-', '*', '/', '%', '**', '+=', '-=', '*=', '/='])
const parsers = new Set(['Number', 'parseFloat', 'parseInt', 'BigInt'])

const isAmount = (node) => {
  if (node?.type === 'MemberExpression')
    return /^(amount|minorUnits)$/.test(node.property.name ?? '') || isAmount(node.object)
  return node?.type === 'Identifier' && moneyWord.test(node.name) && !/count|days|seats/i.test(node.name)
}

/** Where the sources compute with an amount. */
export function moneyFaults(sources) {
  const found = []
  for (const source of sources) {
    walk(source, (node, _, place) => {
      const say = () => found.push(`${place(node)} computes with money: ${source.text.slice(node.start, node.end)}`)
      const isText = (side) => side.type === 'TemplateLiteral' || typeof side.value === 'string'
      if (node.type === 'BinaryExpression' && operators.has(node.operator)) {
        if ((isAmount(node.left) || isAmount(node.right)) && !isText(node.left) && !isText(node.right)) say()
      }
      if (
        node.type === 'AssignmentExpression' &&
        operators.has(node.operator) &&
        (isAmount(node.left) || isAmount(node.right))
      )
        say()
      if (node.type === 'UnaryExpression' && ['-', '+'].includes(node.operator) && isAmount(node.argument)) say()
      const parses =
        node.type === 'CallExpression' && (parsers.has(node.callee.name) || parsers.has(node.callee.property?.name))
      if (parses && node.arguments.some(isAmount)) say()
    })
  }
  return found
}

if (isStarted(import.meta.url)) report('arithmetic on money', moneyFaults(sources()))
