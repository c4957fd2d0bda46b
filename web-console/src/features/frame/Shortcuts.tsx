import { Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { setSingleKeys, singleKeysOn } from '../../lib/keys'
import { useText } from '../../lib/text'
import classes from './Frame.module.css'
import { usePlaces } from './menu'

/** All keys, and a switch for those that are a single one. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  const [on, setOn] = useState(singleKeysOn)
  const places = usePlaces().filter((place) => place.key)
  const toggle = (value: boolean) => {
    setSingleKeys(value)
    setOn(value)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('frame.keys')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className="stack">
        <dl className={classes.keys}>
          <Key keys="Ctrl+K" what={t('frame.keys.palette')} />
          <Key keys="?" what={t('frame.keys.help')} />
          <Key keys="/" what={t('frame.keys.search')} />
          {places.map(({ text, key }) => (
            <Key key={text} keys={`g ${key}`} what={t(text)} />
          ))}
          <Key keys="j k x Shift+x Enter" what={t('frame.keys.rows')} />
          <Key keys="Esc" what={t('frame.keys.close')} />
        </dl>
        <Switch label={t('frame.keys.single')} checked={on} onChange={(event) => toggle(event.target.checked)} />
      </div>
    </Modal>
  )
}

function Key({ keys, what }: { keys: string; what: string }) {
  return (
    <div>
      <dt>
        {keys.split(' ').map((each) => (
          <kbd key={each}>{each}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  )
}
