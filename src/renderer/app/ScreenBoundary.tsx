import { Component, type ReactNode } from 'react'
import { ErrorNote } from '../ui/ErrorNote'

interface Props {
  /** Another screen starts anew. */
  screen: string
  children: ReactNode
}

interface State {
  failed: unknown
  on: string
}

/** Keeps a fault in one screen from taking the window with it: the rest goes on, and the screen can be tried again. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { failed: null, on: this.props.screen }

  static getDerivedStateFromError(failed: unknown): Partial<State> {
    return { failed }
  }

  static getDerivedStateFromProps({ screen }: Props, state: State): Partial<State> | null {
    return screen === state.on ? null : { failed: null, on: screen }
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children
    return <ErrorNote error={this.state.failed} again={() => this.setState({ failed: null })} />
  }
}
