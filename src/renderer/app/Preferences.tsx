import { type ReactNode, useEffect, useMemo } from 'react'
import type { Settings } from '#contract/shell'
import { useSettings } from '../state/settings'
import { PhrasesContext, phrasesOf } from '../words/words'

/** Language, theme and text size for everything below. */
export function Preferences({ children }: { children: ReactNode }) {
  const { settings } = useSettings()
  const phrases = useMemo(() => phrasesOf(settings.language), [settings.language])
  useTheme(settings.theme)
  useEffect(() => {
    document.documentElement.lang = settings.language
    document.documentElement.dataset.textSize = settings.textSize
  }, [settings.language, settings.textSize])
  return <PhrasesContext value={phrases}>{children}</PhrasesContext>
}

function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches)
      document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
