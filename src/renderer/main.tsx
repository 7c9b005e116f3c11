// The parts first: what a screen says of them goes before what they say of themselves.
import './ui/base.css'
import './ui/parts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { showLastSeen } from './app/Start'

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
// What is drawn first is what was seen last: a frame before it would have the graphics process waited for twice.
void showLastSeen().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
