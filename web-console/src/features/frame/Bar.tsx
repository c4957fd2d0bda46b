import { ActionIcon, Button, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { useQuery } from 'urql'
import { AccountContext, type OpenAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { AccountSwitcher } from './AccountSwitcher'
import classes from './Frame.module.css'
import { CartCount } from './frame.graphql'
import { PersonMenu } from './PersonMenu'
import { MenuLinks } from './Rail'

export function Bar({ viewer }: { viewer: string }) {
  const t = useText()
  const account = use(AccountContext)
  const can = useCan()
  const [menuOpen, menu] = useDisclosure(false)
  return (
    <header className={classes.bar}>
      <ActionIcon
        className={classes.narrow}
        variant="subtle"
        size={44}
        aria-label={t('frame.menu')}
        onClick={menu.open}
      >
        <IconMenu2 size="1.25rem" aria-hidden />
      </ActionIcon>
      <Drawer
        opened={menuOpen}
        onClose={menu.close}
        title={t('frame.menu')}
        size="18rem"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <nav className={classes.drawer} aria-label={t('frame.menu')}>
          <MenuLinks onFollow={menu.close} />
        </nav>
      </Drawer>
      <Link to={account ? paths.account(account.id) : paths.home()} className={classes.mark}>
        <img src="/assets/favicon.svg" alt="" />
        <span className={classes.wide}>Puesto</span>
      </Link>
      <AccountSwitcher />
      <span className={classes.space} />
      {account && can('BUY') && <CartLink account={account} />}
      <PersonMenu viewer={viewer} />
    </header>
  )
}

/** An answer without a cart names no type: a first change of the cart is to refresh it too. */
const ofCarts = { additionalTypenames: ['Cart'] }

function CartLink({ account }: { account: OpenAccount }) {
  const t = useText()
  const [{ data }] = useQuery({ query: CartCount, variables: { account: account.id }, context: ofCarts })
  const count = data?.cart?.lines.length ?? 0
  return (
    <Button
      variant="subtle"
      component={Link}
      {...{ to: paths.cart(account.id) }}
      aria-label={t('frame.cart.count', { count })}
    >
      <span aria-hidden>
        {t('frame.cart')}
        {count > 0 ? ` (${count})` : ''}
      </span>
    </Button>
  )
}
