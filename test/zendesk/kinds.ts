import { BILLING, ORDERS, TECHNICAL } from './staff.ts'

/** What tickets are about: subjects, and how much of the work each group gets. */
export const TOPICS: Readonly<
  Record<string, { share: number; about: readonly (readonly [tag: string, subject: string])[] }>
> = {
  [BILLING]: {
    share: 0.36,
    about: [
      ['invoice', 'Invoice shows the wrong address'],
      ['refund', 'Refund has not arrived'],
      ['double_charge', 'Charged twice this month'],
      ['plan_change', 'Changing our plan before renewal'],
      ['vat', 'VAT number is missing on the receipt'],
    ],
  },
  [TECHNICAL]: {
    share: 0.34,
    about: [
      ['sign_in', 'Cannot sign in after the update'],
      ['export', 'Export stops half way'],
      ['integration', 'Webhook no longer fires'],
      ['performance', 'Dashboard is very slow'],
      ['mobile', 'App closes when I open a photo'],
    ],
  },
  [ORDERS]: {
    share: 0.3,
    about: [
      ['delivery', 'Parcel is late'],
      ['damaged', 'Item arrived damaged'],
      ['return', 'How do I send this back?'],
      ['wrong_item', 'Wrong size in the box'],
      ['stock', 'When is it available again?'],
    ],
  },
}

/** Factors on the time to the first reply and to the solve. */
export interface Pace {
  readonly reply: number
  readonly solve: number
}

export const CHANNELS: Readonly<Record<string, Pace & { share: number }>> = {
  email: { share: 0.46, reply: 1.15, solve: 1.1 },
  web: { share: 0.25, reply: 1.05, solve: 1 },
  native_messaging: { share: 0.13, reply: 0.12, solve: 0.5 },
  voice: { share: 0.1, reply: 0.02, solve: 0.45 },
  api: { share: 0.06, reply: 1.6, solve: 1.3 },
}

export const PRIORITIES: readonly (Pace & { name: string | null; share: number })[] = [
  { name: 'urgent', share: 0.05, reply: 0.45, solve: 0.6 },
  { name: 'high', share: 0.15, reply: 0.7, solve: 0.85 },
  { name: 'normal', share: 0.6, reply: 1, solve: 1 },
  { name: 'low', share: 0.12, reply: 1.5, solve: 1.3 },
  { name: null, share: 0.08, reply: 1.1, solve: 1 },
]

export const BRANDS = [
  { id: 361_000_000_601, name: 'Alder & Finch' },
  { id: 361_000_000_602, name: 'Finch Outlet' },
]
