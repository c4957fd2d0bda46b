// Asks a running Puesto the questions of the GraphQL over HTTP audit suite; ends with 1 if an answer is not as specified.
// usage: PUESTO_TOKEN=... node graphql-http-audit.mjs http://127.0.0.1:8080/graphql
import { serverAudits } from 'graphql-http'

const url = process.argv[2]
const authorization = `Bearer ${process.env.PUESTO_TOKEN}`

const audits = serverAudits({
  url,
  fetchFn: (address, options = {}) => fetch(address, { ...options, headers: { ...options.headers, authorization } }),
})

let broken = 0
for (const audit of audits) {
  const result = await audit.fn()
  if (result.status !== 'ok') {
    broken += result.status === 'notice' ? 0 : 1 // a notice is about what a server may do, here GET
    console.log(`${result.status}: ${audit.name}: ${result.reason}`)
  }
}
console.log(`${audits.length - broken} of ${audits.length} audits are ok`)
process.exitCode = broken === 0 ? 0 : 1
