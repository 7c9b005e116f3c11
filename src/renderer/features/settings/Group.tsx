import { type ReactNode, useEffect, useRef } from 'react'
import { type SettingsGroup, useRoute } from '../../state/route'

interface Props {
  name: SettingsGroup
  title: string
  hint?: string
  children: ReactNode
}

/** A part of the settings that the list beside them leads to, as other screens do; those may name one of its fields. */
export function Group({ name, title, hint, children }: Props) {
  const section = useRef<HTMLElement>(null)
  const wanted = useRoute(({ route }) => route.screen === 'settings' && route.group === name)
  const field = useRoute(({ route }) => (route.screen === 'settings' ? route.field : undefined))
  useEffect(() => {
    if (!wanted) return
    show(section.current)
    if (field) section.current?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus()
  }, [wanted, field])
  return (
    <section
      ref={section}
      id={`group-${name}`}
      className="settings-group"
      tabIndex={-1}
      aria-label={title}
      data-testid={`group-${name}`}
    >
      <h2 className="section-title">{title}</h2>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </section>
  )
}

/** Brings a group into sight and the focus with it. */
export function show(group: HTMLElement | null): void {
  group?.scrollIntoView({ block: 'start' })
  group?.focus({ preventScroll: true })
}
