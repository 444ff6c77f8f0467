import { createRoot } from 'react-dom/client'

/*
 * The least that a page with React can show: one line, marked as the scorecard's number is.
 */

createRoot(document.getElementById('app')!).render(
  <p data-metric="csat">
    <data value="1">One line</data>
  </p>,
)
