interface IndexProps {
  readonly query: URLSearchParams
  readonly states: readonly string[]
}

/** Every state of a screen, each in a frame of the asked-for width. */
export function Index({ query, states }: IndexProps) {
  const width = Number(query.get('width') ?? (query.get('screen') === 'navbar' ? 1280 : 320))
  return (
    <main style={{ display: 'flex', flexWrap: 'wrap', gap: 24, padding: 24, fontFamily: 'system-ui' }}>
      {states.map((state) => {
        const address = `?${new URLSearchParams([...query, ['state', state]]).toString()}${window.location.hash}`
        return (
          <figure key={state} style={{ margin: 0 }}>
            <figcaption>
              <a href={address}>{state}</a>
            </figcaption>
            <iframe title={state} src={address} width={width} height={900} />
          </figure>
        )
      })}
    </main>
  )
}
