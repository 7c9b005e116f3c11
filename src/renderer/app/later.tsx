import { type ComponentType, lazy, useState } from 'react'

const waiting: (() => Promise<unknown>)[] = []

/**
 * A screen or dialog whose code is fetched when it is first shown, or by `fetchAll` before: the first screen then has less
 * to wait for. Once its code is there it is drawn at once, like any other.
 * @param name of the component in its module
 */
export function later<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetched = () =>
    load().then((module) => {
      const component: ComponentType<Props> = module[name]
      loaded = component
      return { default: component }
    })
  waiting.push(fetched)
  const Fetching = lazy(fetched) as ComponentType<Props>
  return function Later(props: Props) {
    // What was drawn first stays, or everything typed in it would be lost.
    const [Drawn] = useState(() => loaded ?? Fetching)
    return <Drawn {...props} />
  }
}

const firstQuietMs = 1_500

/** Fetches the code of all others once the first has settled. */
export function fetchLater(): () => void {
  const timer = setTimeout(fetchAll, firstQuietMs)
  return () => clearTimeout(timer)
}

/** One after another, while nothing else is to be done. */
function fetchAll(): void {
  const load = waiting.shift()
  if (load)
    requestIdleCallback(
      () =>
        void load()
          .catch(() => undefined)
          .then(fetchAll),
    )
}
