import { Component, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Drawn instead of what failed; `retry` draws it anew. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
}

interface Failed {
  readonly failure: { readonly error: unknown } | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, Failed> {
  override readonly state: Failed = { failure: null };

  static getDerivedStateFromError(error: unknown): Failed {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return this.props.fallback(failure.error, () => this.setState({ failure: null }));
  }
}
