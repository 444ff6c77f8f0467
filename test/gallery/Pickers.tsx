import { queryOf, SCREENS, type ScreenName, type View } from './view.ts'

interface Choice {
  readonly label: string
  readonly change: Partial<View>
}

/** Links to the neighbouring views; another screen may lack the state and the width, and then falls back to its own. */
export function Pickers({ view }: { readonly view: View }) {
  const screens = Object.keys(SCREENS) as ScreenName[]
  return (
    <nav aria-label="What is shown">
      <Picker
        title="Screen"
        view={view}
        choices={screens.map((screen) => ({ label: SCREENS[screen].title, change: { screen } }))}
      />
      <Picker
        title="Scheme"
        view={view}
        choices={[
          { label: 'Light', change: { scheme: 'light' } },
          { label: 'Dark', change: { scheme: 'dark' } },
        ]}
      />
      <Picker
        title="Direction"
        view={view}
        choices={[
          { label: 'Left to right', change: { dir: 'ltr' } },
          { label: 'Right to left', change: { dir: 'rtl' } },
        ]}
      />
      <Picker
        title="Width"
        view={view}
        choices={[...SCREENS[view.screen].widths]
          .sort((one, other) => one - other)
          .map((width) => ({ label: String(width), change: { width } }))}
      />
    </nav>
  )
}

interface PickerProps {
  readonly title: string
  readonly view: View
  readonly choices: readonly Choice[]
}

function Picker({ title, view, choices }: PickerProps) {
  const present = queryOf(view)
  return (
    <div className="picker">
      <span id={title}>{title}</span>
      <ul aria-labelledby={title}>
        {choices.map(({ label, change }) => {
          const address = queryOf({ ...view, ...change })
          return (
            <li key={label}>
              <a href={address} aria-current={address === present ? 'true' : undefined}>
                {label}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
