/** The last scorecard that was on screen, in words: painted before anything is read or computed, and stamped with its time. */
export interface KeptCard {
  readonly lang: string
  readonly dir: string
  readonly title: string
  readonly period: string
  readonly covers: string
  readonly score: { readonly title: string; readonly text: string } | null
  readonly tiles: readonly KeptTile[]
  /** As of when. */
  readonly stamp: string
}

export interface KeptTile {
  readonly metric: string
  readonly name: string
  readonly state: string
  readonly value: number | null
  readonly text: string
  readonly n: number
  readonly count: string
}

const KEY = 'laurel:card'

/** Keeps the card of this owner, and nobody else's any more. Where the browser keeps nothing, nothing is kept. */
export function keepCard(owner: string, card: KeptCard): void {
  attempt(() => localStorage.setItem(KEY, JSON.stringify({ owner, card })))
}

/** Whether a card is kept, whoever's it is. */
export const isCardKept = (): boolean => attempt(() => localStorage.getItem(KEY) !== null) ?? false

/** The card kept for this owner; `null`: none, or none that makes sense. */
export function keptCard(owner: string): KeptCard | null {
  const kept = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as { owner: string; card: unknown } | null)
  return kept?.owner === owner && attempt(() => isCard(kept.card)) === true ? (kept.card as KeptCard) : null
}

/** Paints the card where the page draws first: text alone, so that what was kept can do nothing but be read. */
export function paintCard(card: KeptCard, into: HTMLElement): void {
  document.documentElement.lang = card.lang
  document.documentElement.dir = card.dir
  const tiles = card.tiles.map((tile) => {
    const value = element('data', { value: tile.value ?? '' }, tile.text)
    const line = element('div', { class: 'line' }, element('h3', {}, tile.name), element('small', {}, tile.state))
    return element(
      'li',
      { 'data-metric': tile.metric },
      line,
      ...(tile.value === null ? [] : [value, element('i', {})]),
      element('small', {}, element('data', { value: tile.n, 'data-part': 'n' }, tile.count)),
    )
  })
  into.replaceChildren(
    element(
      'main',
      { class: 'kept', 'aria-busy': 'true' },
      element('div', { class: 'line' }, element('h1', {}, card.title), element('small', {}, card.period)),
      element('small', {}, card.covers),
      ...(card.score === null ? [] : [element('h2', {}, card.score.title), element('b', {}, card.score.text)]),
      element('ul', {}, ...tiles),
      element('small', {}, card.stamp),
    ),
  )
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...contents: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value))
  made.append(...contents)
  return made
}

/** Checked by hand: what checks everything else is not there yet. */
function isCard(card: unknown): card is KeptCard {
  const found = card as KeptCard | null
  const areTexts = (...values: readonly unknown[]) => values.every((value) => typeof value === 'string')
  return (
    typeof found === 'object' &&
    found !== null &&
    areTexts(found.lang, found.dir, found.title, found.period, found.covers, found.stamp) &&
    (found.score === null || (typeof found.score === 'object' && areTexts(found.score.title, found.score.text))) &&
    Array.isArray(found.tiles) &&
    (found.tiles as readonly KeptTile[]).every(
      (tile) =>
        areTexts(tile.metric, tile.name, tile.state, tile.text, tile.count) &&
        typeof tile.n === 'number' &&
        (tile.value === null || typeof tile.value === 'number'),
    )
  )
}

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}
