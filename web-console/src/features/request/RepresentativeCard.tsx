import { useText } from '../../lib/text'
import { Note } from '../../ui/Status'

interface Representative {
  name: string
  email: string
  phone: string | null
}

/** Who looks after the account, and how to reach them. */
export function RepresentativeCard({ representative }: { representative: Representative }) {
  const t = useText()
  return (
    <Note kind="neutral" title={t('request.representative', { name: representative.name })}>
      <p>
        <a href={`mailto:${representative.email}`}>{representative.email}</a>
        {representative.phone && (
          <>
            {' · '}
            <a href={`tel:${representative.phone.replace(/\s/g, '')}`} className="unbroken">
              {representative.phone}
            </a>
          </>
        )}
      </p>
    </Note>
  )
}
