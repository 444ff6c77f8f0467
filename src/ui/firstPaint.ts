/** What the page draws before the app does; `null` once the app has. */
export const firstPaint = (): HTMLElement | null => document.getElementById('first')

/** The app has something to show that is no worse. */
export const endFirstPaint = (): void => firstPaint()?.remove()

/** Shows a place for numbers, unless kept numbers stand there. */
export function endSkeleton(): void {
  if (firstPaint()?.querySelector('.kept') == null) endFirstPaint()
}
