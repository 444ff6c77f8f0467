import { createRoot } from 'react-dom/client'
import { Overview } from './Overview.tsx'
import { viewIn } from './view.ts'

const view = viewIn(window.location.search)
document.documentElement.dataset['scheme'] = view.scheme
createRoot(document.getElementById('gallery')!).render(<Overview view={view} />)
