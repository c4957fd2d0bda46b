import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { OpsProductsQuery } from '../../gql/graphql'
import { Loaded } from '../../lib/Loaded'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { ForVendor } from '../../lib/viewer'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { OpsProducts } from './ops.graphql'

type Product = OpsProductsQuery['products']['nodes'][number]

/** What is licensed, to read. */
export function CatalogPage() {
  const t = useText()
  return (
    <Page title={t('ops.catalog')}>
      <ForVendor operator>
        <Products />
      </ForVendor>
    </Page>
  )
}

function Products() {
  const t = useText()
  const query = useQuery({ query: OpsProducts })
  return (
    <Loaded query={query} skeleton={[5, 5, 5]}>
      {({ products }) =>
        products.nodes.length === 0 ? (
          <Empty title={t('ops.catalog.none')} />
        ) : (
          <ul className="plain-list rows">
            {products.nodes.map((product) => (
              <ProductRow key={product.id} product={product} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function ProductRow({ product }: { product: Product }) {
  const t = useText()
  const offered = product.plans.filter((plan) => plan.active).length
  return (
    <li className="spread">
      <span className="stack-tight">
        <Link to={paths.opsProduct(product.code)} className="strong">
          {product.name}
        </Link>
        <span>{product.description}</span>
        <span className="muted small">
          {t('ops.product.facts', {
            code: product.code,
            one: product.seatNoun.one,
            other: product.seatNoun.other,
            plans: offered,
          })}
        </span>
      </span>
      <Status kind={product.active ? 'good' : 'neutral'}>
        {t(product.active ? 'ops.product.active' : 'ops.product.archived')}
      </Status>
    </li>
  )
}
