import { Component, type ReactNode } from 'react';

interface Props {
  /** Stands here in place of what broke: readable, with a way on. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps one broken part from taking the page down. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
