import type { Receipt } from '../../domain/receipt.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'

/** The arithmetic, with the numbers in. */
export function ReceiptWords({ made: { formula, value }, unit }: { readonly made: Receipt; readonly unit: Unit }) {
  const { t, format } = useLanguage()
  if (value === null) return null
  switch (formula.kind) {
    case 'share':
      return <p>{t('evidence.share', { hits: formula.hits, n: formula.n, value: format.text(unit, value) })}</p>
    case 'median': {
      const [low, high] = formula.places
      const [first, second] = formula.minutes
      return (
        <p>
          {low === high
            ? t('evidence.middle', { n: formula.n, place: low, value: format.text(unit, value) })
            : t('evidence.between', {
                n: formula.n,
                low,
                high,
                first: format.text(unit, first),
                second: format.text(unit, second),
                value: format.text(unit, value),
              })}
        </p>
      )
    }
    case 'count':
      return null
  }
}
