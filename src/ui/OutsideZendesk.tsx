import { lazy, Suspense } from 'react'

const OutsidePage = lazy(() => import('./OutsidePage.tsx').then(({ OutsidePage }) => ({ default: OutsidePage })))

/** The page for somebody who opened the app's address without Zendesk around it; the others never load it. */
export const OutsideZendesk = () => (
  <Suspense fallback={null}>
    <OutsidePage />
  </Suspense>
)
