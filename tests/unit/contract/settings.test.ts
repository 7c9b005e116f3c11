import { describe, expect, it } from 'vitest'
import { Settings, shellOperations } from '#contract/shell'

describe('settings', () => {
  it('have defaults where nothing is said', () => {
    expect(Settings.parse({})).toMatchObject({ language: 'vi', theme: 'system', recentArchives: [] })
  })

  it('are saved by name: what is not named is not touched', () => {
    expect(shellOperations['shell.saveSettings'].input.parse({ theme: 'dark' })).toEqual({ theme: 'dark' })
  })
})
