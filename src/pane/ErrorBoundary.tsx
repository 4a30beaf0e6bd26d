import { Component, type ReactNode } from "react";
import { say } from "../messages";
import { FailedView } from "./start/FailedView";

/** A mistake of ours in drawing: the user reads what to do instead of looking at an empty pane. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <FailedView fileName="" problem={say("pane-drawing-failed")} onRetry={() => this.setState({ failed: false })} />;
  }
}
