import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** What stands in place of a screen that broke. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** Bugs end here: words instead of an empty frame. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children
  }
}
