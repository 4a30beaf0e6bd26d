import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({ logo: { width: "40px", height: "40px", flexShrink: 0, color: tokens.colorBrandForeground1 } });

/** A table with one cell ticked, as on the ribbon. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={useStyles().logo} fill="none" stroke="currentColor" strokeWidth="2">
      <rect x="3" y="4" width="26" height="24" rx="3" />
      <path d="M3 11h26M12 11v17M3 19.5h9" />
      <path d="m16 19.5 3.5 3.5 6.5-7" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
