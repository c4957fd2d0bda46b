import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { use, useState } from 'react'
import { useQuery } from 'urql'
import { AccountContext } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import classes from './Frame.module.css'
import { Accounts } from './frame.graphql'

/** The open account's name; opens the list of those that the person may see, which is asked for only then. */
export function AccountSwitcher() {
  const t = useText()
  const account = use(AccountContext)
  const [opened, setOpened] = useState(false)
  const query = useQuery({ query: Accounts, variables: { first: 100 }, pause: !opened })
  if (!account) return null
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width="18rem" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          px="sm"
          className={classes.switcher}
          rightSection={<span className={classes.caret} />}
          aria-label={t('frame.account.switch', { name: account.name })}
        >
          <span className={classes.account}>{account.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('frame.account.label')}</Menu.Label>
        <Loaded query={query} skeleton={[2.25, 2.25]}>
          {({ accounts }) =>
            accounts.nodes.map((item) => (
              <Menu.Item
                key={item.id}
                component={Link}
                {...{ to: paths.account(item.id) }}
                aria-current={item.id === account.id || undefined}
                className={classes.choice}
              >
                {item.name}
              </Menu.Item>
            ))
          }
        </Loaded>
      </Menu.Dropdown>
    </Menu>
  )
}
