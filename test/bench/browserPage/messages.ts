import type { Arrival } from './measured.ts'

/** What the page around a frame says to it, as JSON: the app framework's messages are text, and so is an answer within them. */
export type ToFrame =
  { readonly kind: 'begin' } | { readonly kind: 'page'; readonly text: string } | { readonly kind: 'end' }

/** What the frame says: it is there, it has taken a page in, or what it noticed. */
export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'noticed'; readonly arrival: Arrival; readonly tickets: number }
  | { readonly kind: 'failed'; readonly why: string }
