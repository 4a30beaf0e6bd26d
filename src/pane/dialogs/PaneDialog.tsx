import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

/** Where Enter has a meaning of its own. */
const KEEPS_ENTER = "button, a, summary, select";

const useStyles = makeStyles({
  dialog: {
    boxSizing: "border-box",
    width: "calc(100% - 16px)",
    maxWidth: "560px",
    maxHeight: "calc(100vh - 16px)",
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    outlineStyle: "none",
    "&[open]": { display: "flex", flexDirection: "column" },
    "::backdrop": { backgroundColor: tokens.colorBackgroundOverlay }
  },
  wide: { maxWidth: "880px" },
  title: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`, overflowWrap: "anywhere" },
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowY: "auto",
    overscrollBehavior: "contain",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` }
});

interface PaneDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What Enter does wherever it does nothing else; without it, nothing. */
  readonly onEnter?: () => void;
  readonly actions: ReactNode;
  /** It is filled in: the focus begins in its first field. Otherwise it begins in the text, which the arrow keys scroll, or, where all of that is seen, at the first button. */
  readonly form?: boolean;
  /** It holds a table that a window of a page has room for. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A dialog that fits a narrow pane. The browser's own: it keeps the focus, puts the rest of the page out of reach, and gives
 * the focus back to where it was. Escape closes it.
 */
export function PaneDialog({ title, onClose, onEnter, actions, form = false, wide = false, children }: PaneDialogProps) {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    const { scrollHeight, clientHeight } = content.current!;
    // Where it has to be scrolled, the browser would begin with the text as a whole.
    if (form && document.activeElement === content.current) content.current!.querySelector<HTMLElement>("input, textarea, select")?.focus();
    // What is seen whole needs no key to scroll it.
    if (!form && scrollHeight <= clientHeight) content.current!.nextElementSibling!.querySelector("button")?.focus();
    return () => element.close();
  }, [form]);
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.key !== "Enter" || target.closest("textarea")) return;
    // A key that is held down since it opened the dialog confirms nothing.
    if (event.repeat) event.preventDefault();
    else if (onEnter && !target.closest(KEEPS_ENTER)) {
      event.preventDefault();
      onEnter();
    }
  }
  return (
    <dialog
      ref={dialog}
      className={mergeClasses(styles.dialog, wide && styles.wide)}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Text as="h2" id={titleId} size={400} weight="semibold" className={styles.title}>{title}</Text>
      <div ref={content} className={styles.content} tabIndex={form ? undefined : 0} role={form ? undefined : "group"} aria-labelledby={form ? undefined : titleId}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
