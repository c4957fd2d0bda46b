import { ActionIcon, Button, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { AccountContext, type OpenAccount, useCan } from '../../lib/account'
import { useCartCount } from '../../lib/cartCount'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { AccountSwitcher } from './AccountSwitcher'
import classes from './Frame.module.css'
import { PersonMenu } from './PersonMenu'
import { MenuLinks } from './Rail'

export function Bar({
  viewer,
  onPalette,
  onShortcuts,
}: {
  viewer: string
  onPalette: () => void
  onShortcuts: () => void
}) {
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
      {viewer && <PaletteButton onClick={onPalette} />}
      {account && can('BUY') && <CartLink account={account} />}
      {viewer && <PersonMenu viewer={viewer} onShortcuts={onShortcuts} />}
    </header>
  )
}

function PaletteButton({ onClick }: { onClick: () => void }) {
  const t = useText()
  return (
    <>
      <Button
        className={classes.wide}
        variant="default"
        size="xs"
        leftSection={<IconSearch size="1rem" aria-hidden />}
        onClick={onClick}
        rightSection={<kbd className={classes.hint}>Ctrl+K</kbd>}
      >
        {t('frame.palette')}
      </Button>
      <ActionIcon
        className={classes.narrow}
        variant="subtle"
        size={44}
        aria-label={t('frame.palette')}
        onClick={onClick}
      >
        <IconSearch size="1.25rem" aria-hidden />
      </ActionIcon>
    </>
  )
}

function CartLink({ account }: { account: OpenAccount }) {
  const t = useText()
  const count = useCartCount(account.id)
  return (
    <Button
      variant="subtle"
      component={Link}
      {...{ to: paths.cart(account.id) }}
      aria-label={t('frame.cart.count', { count })}
    >
      <span aria-hidden>
        {t('frame.cart')}
        <span className={classes.count}>{count > 0 ? `(${count})` : ''}</span>
      </span>
    </Button>
  )
}
