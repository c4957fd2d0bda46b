import { TextInput } from '@mantine/core'
import { type Ref, useImperativeHandle, useState } from 'react'
import { useMutation } from 'urql'
import type { ReviewCartFragment, SetCartDetailsInput } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Status } from '../../ui/Status'
import type { Payer } from './payer'
import classes from './Review.module.css'
import { SetDetails } from './review.graphql'

export interface DetailsHandle {
  /** Saves what was typed and not saved yet; false where it was refused. */
  save: () => Promise<boolean>
}

interface DetailsProps {
  cart: ReviewCartFragment
  payer: Payer
  onCart: (cart: ReviewCartFragment) => void
  ref: Ref<DetailsHandle>
}

/** What the buyer adds to the invoice: a reference of their own, and a VAT number, which changes the tax at once. */
export function InvoiceDetails({ cart, payer, onCart, ref }: DetailsProps) {
  const t = useText()
  const details = useDetails(cart, onCart)
  useImperativeHandle(ref, () => ({ save: details.saveAll }))
  const asksTaxId = payer.customerType === 'BUSINESS' && payer.taxIds.length === 0
  return (
    <section className={classes.details} aria-label={t('review.details')}>
      <h2>{t('review.details')}</h2>
      {payer.taxIds.map((taxId) => (
        <p key={taxId.id}>
          {t('review.taxId.has', { number: taxId.number })}{' '}
          <Status kind={taxId.state === 'VALID' ? 'good' : 'warn'}>{t(`review.taxId.${taxId.state}`)}</Status>
        </p>
      ))}
      {asksTaxId && (
        <div className={classes.taxId}>
          <TextInput
            label={t('review.taxId')}
            description={t('review.taxId.why')}
            value={details.taxId}
            error={details.taxIdError}
            onChange={(event) => details.typeTaxId(event.target.value)}
          />
          <ActionButton variant="default" pending={details.busy} onClick={details.saveTaxId}>
            {t('review.taxId.check')}
          </ActionButton>
          <p role="status" className="muted small">
            {details.taxed}
          </p>
        </div>
      )}
      <TextInput
        label={t('review.purchaseOrder')}
        maxLength={100}
        maw="20rem"
        value={details.reference}
        error={details.referenceError}
        onChange={(event) => details.typeReference(event.target.value)}
        onBlur={details.saveReference}
      />
    </section>
  )
}

function useDetails(cart: ReviewCartFragment, onCart: (cart: ReviewCartFragment) => void) {
  const t = useText()
  const account = useAccount()
  const [reference, setReference] = useState(cart.purchaseOrderNumber ?? '')
  const [taxId, setTaxId] = useState(cart.taxIdToAdd ?? '')
  const [errors, setErrors] = useState<{ taxId?: string; reference?: string }>({})
  const [taxed, setTaxed] = useState('')
  const [{ fetching }, save] = useMutation(SetDetails)

  const set = async (field: 'taxId' | 'reference', change: Omit<SetCartDetailsInput, 'accountId'>) => {
    const { data, error } = await save({ input: { accountId: account.id, ...change } })
    const refusal =
      data?.setCartDetails.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
    setErrors((before) => ({ ...before, [field]: refusal }))
    const changed = data?.setCartDetails.cart
    if (field === 'taxId') setTaxed(changed?.seatQuote?.tax.explanation ?? '')
    if (changed) onCart(changed)
    return !refusal
  }
  const saveReference = async () =>
    reference.trim() === (cart.purchaseOrderNumber ?? '') ||
    set('reference', { purchaseOrderNumber: reference.trim() || null })
  const saveTaxId = async () =>
    taxId.trim() === (cart.taxIdToAdd ?? '') || set('taxId', { taxIdToAdd: taxId.trim() || null })

  return {
    reference,
    taxId,
    busy: fetching,
    taxIdError: errors.taxId,
    /** What the number that was checked last does to the tax. */
    taxed,
    referenceError: errors.reference,
    typeReference: setReference,
    typeTaxId: setTaxId,
    saveReference,
    saveTaxId,
    saveAll: async () => (await saveReference()) && (await saveTaxId()),
  }
}
