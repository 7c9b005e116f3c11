import { CSPProvider } from '@base-ui/react/csp-provider'
import { EngineProvider } from '../engine/EngineProvider'
import { Toasts } from '../ui/Toasts'
import { Preferences } from './Preferences'
import { Start } from './Start'

/** The whole window. Components may add no style elements: the page's policy forbids them. */
export function App() {
  return (
    <CSPProvider disableStyleElements>
      <EngineProvider>
        <Preferences>
          <Toasts>
            <Start />
          </Toasts>
        </Preferences>
      </EngineProvider>
    </CSPProvider>
  )
}
