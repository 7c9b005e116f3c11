import { fakeBridge } from './fake/bridge'

// The address chooses the state to look at: ?welcome, ?readonly, ?empty, ?theme=dark, ?language=en, ?size=130
window.kho = fakeBridge(new URLSearchParams(location.search))
await import('../../src/renderer/main.tsx')
